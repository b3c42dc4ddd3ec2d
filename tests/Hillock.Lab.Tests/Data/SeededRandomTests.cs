using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public class SeededRandomTests
{
    [Fact]
    public void Bits_are_those_of_the_published_algorithm()
    {
        var random = new SeededRandom(1234567);
        ulong[] expected = [3504822795582309479, 1819558768956484042, 1250851346055027673, 16940231675099994102];
        Assert.All(expected, bits => Assert.Equal(bits, random.NextBits()));
    }

    [Fact]
    public void Streams_and_seeds_differ()
    {
        SeededRandom[] randoms = [new(1), new(2), new(-1), new(1, stream: 1), new(1, stream: 2)];
        Assert.Equal(randoms.Length, randoms.Select(random => random.NextBits()).Distinct().Count());
    }

    [Fact]
    public void Indices_are_uniform()
    {
        var random = new SeededRandom(5);
        var counts = new int[7];
        for (int i = 0; i < 70_000; i++)
            counts[random.NextIndex(7)]++;
        // Five standard deviations of a binomial count.
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 465, 10_000 + 465));
    }

    [Fact]
    public void Normals_have_the_moments_of_the_normal_distribution()
    {
        var random = new SeededRandom(5);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextNormal())];
        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(1, values.Average(x => x * x), 0.03);
        Assert.Equal(0, values.Average(x => x * x * x), 0.08);
        Assert.Equal(3, values.Average(x => x * x * x * x), 0.2);
    }

    [Fact]
    public void Uniforms_fill_their_range()
    {
        var random = new SeededRandom(5);
        double[] values = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextUniform(-2, 3))];
        Assert.InRange(values.Min(), -2, -1.99);
        Assert.InRange(values.Max(), 2.99, 3);
        Assert.Equal(0.5, values.Average(), 0.1);
    }

    [Fact]
    public void Shuffle_keeps_every_item_and_moves_most()
    {
        int[] items = [.. Enumerable.Range(0, 1000)];
        new SeededRandom(3).Shuffle<int>(items);
        Assert.Equal(Enumerable.Range(0, 1000), items.Order());
        Assert.InRange(items.Where((item, place) => item == place).Count(), 0, 10);
    }
}
