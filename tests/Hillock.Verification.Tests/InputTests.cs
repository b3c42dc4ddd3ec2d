namespace Hillock.Verification.Tests;

public class InputTests
{
    public static TheoryData<string> Types => new(ElementType.All.Select(type => type.Name));

    private static ElementType Type(string name) => ElementType.All.Single(type => type.Name == name);

    [Fact]
    public void All_floats_are_each_taken_once()
    {
        var next = 0UL;
        var segments = Strata.All(ElementType.Float).SelectMany(stratum => stratum.Segments).OrderBy(segment => segment.Start);
        foreach (var segment in segments)
        {
            Assert.Equal((next, 1UL), (segment.Start, segment.Stride));
            next += (ulong)segment.Count;
        }

        Assert.Equal(1UL << 32, next);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Samples_hold_the_ends_of_every_binade_and_the_special_numbers(string name)
    {
        var type = Type(name);
        var sample = Strata.Sample(type, [0.3]).SelectMany(stratum => stratum.All()).ToHashSet();
        for (var exponent = 0; exponent < type.SpecialExponent; exponent++)
        {
            Assert.Contains(type.Pattern(exponent), sample);
            Assert.Contains(type.Pattern(exponent + 1) - 1, sample);
            Assert.Contains(type.SignBit | type.Pattern(exponent), sample);
        }

        Assert.Contains(sample, pattern => double.IsNaN(type.ToDouble(pattern)));
        Assert.Contains(type.SignBit | type.Pattern(type.SpecialExponent), sample);
        Assert.All(Enumerable.Range(-8, 17), i => Assert.Contains(type.ToPattern(0.3) + (ulong)i, sample));
        Assert.All(sample, pattern => Assert.True(pattern <= type.SignBit + (type.SignBit - 1)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Patterns_are_numbers_and_back(string name)
    {
        var type = Type(name);
        Assert.Equal(Math.ScaleB(1, type.SmallestExponent), type.ToDouble(type.Pattern(1)));
        Assert.Equal(Math.ScaleB(1, type.SubnormalSpacing), type.ToDouble(1));
        Assert.Equal(double.NegativeInfinity, type.ToDouble(type.SignBit | type.Pattern(type.SpecialExponent)));
        Assert.All(Strata.Sample(type, []).SelectMany(stratum => stratum.Sample(2)), pattern =>
            Assert.True(double.IsNaN(type.ToDouble(pattern)) || type.ToPattern(type.ToDouble(pattern)) == pattern));
    }

    [Theory]
    [InlineData(10, 3, 5, 13, 19)]
    [InlineData(10, 3, 5, 0, 100)]
    [InlineData(10, 3, 5, 11, 12)]
    [InlineData(10, 3, 5, 14, 14)]
    [InlineData(10, 3, 5, 22, 90)]
    [InlineData(10, 3, 5, 0, 9)]
    public void A_segment_divides_into_what_is_within_and_without(int start, int stride, int count, int from, int to)
    {
        var segment = new Segment((ulong)start, (ulong)stride, count);
        var all = Patterns([segment]);
        var within = Patterns([segment.Within((ulong)from, (ulong)to)]);
        Assert.Equal(all.Where(p => p >= (ulong)from && p <= (ulong)to), within);
        Assert.Equal(all.Except(within), Patterns(segment.Without((ulong)from, (ulong)to)));
    }

    [Fact]
    public void Blocks_hold_the_numbers_of_their_segment()
    {
        var segment = new Segment(ElementType.Float.ToPattern(-3.5), 2039, 5000);
        foreach (var length in new[] { 2048, 16, 13 })
        {
            var x = new double[length];
            BlockFiller.Fill(ElementType.Float, segment, 100, x);
            Assert.Equal(Enumerable.Range(100, length).Select(i => ElementType.Float.ToDouble(segment.Pattern(i))), x);
        }
    }

    private static List<ulong> Patterns(IEnumerable<Segment> segments) => [.. new Stratum([.. segments]).All()];
}
