namespace Hillock.Networks.Tests;

public class SeededRandomTests
{
    [Fact]
    public void Bits_are_those_published_for_xoshiro256_star_star()
    {
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600,
            16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        var random = new SeededRandom(1, 2, 3, 4);
        Assert.Equal(expected, expected.Select(_ => random.NextBits()));
    }

    [Fact]
    public void A_seed_gives_its_stream_again_and_another_seed_or_stream_another()
    {
        Assert.Equal(Bits(new(5, 1)), Bits(new(5, 1)));
        Assert.NotEqual(Bits(new(5, 1)), Bits(new(6, 1)));
        Assert.NotEqual(Bits(new(5, 1)), Bits(new(5, 2)));
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_their_distribution()
    {
        var random = new SeededRandom(3);
        double[] numbers = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextUniform())];
        Assert.All(numbers, number => Assert.InRange(number, 0, 1 - double.Epsilon));
        Assert.Equal(0.5, numbers.Average(), 0.003);
        Assert.Equal(1.0 / 12, numbers.Average(number => Math.Pow(number - 0.5, 2)), 0.001);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_their_distribution()
    {
        var random = new SeededRandom(4);
        double[] numbers = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextNormal())];
        Assert.Equal(0, numbers.Average(), 0.01);
        Assert.Equal(1, numbers.Average(number => number * number), 0.02);
        Assert.Equal(0, numbers.Average(number => Math.Pow(number, 3)), 0.05);
        Assert.Equal(3, numbers.Average(number => Math.Pow(number, 4)), 0.1);
        Assert.Equal(0.158655, numbers.Count(number => number > 1) / 200_000.0, 0.004);
    }

    [Fact]
    public void Its_logarithm_is_as_good_as_the_platforms()
    {
        var random = new SeededRandom(5);
        for (var i = 0; i < 10_000; i++)
        {
            var x = random.NextUniform() * Math.Pow(2, -random.NextBelow(100)) + 1e-300;
            Assert.Equal(Math.Log(x), SeededRandom.Logarithm(x), 4e-16 * Math.Abs(Math.Log(x)) + 4e-16);
        }
    }

    [Fact]
    public void A_shuffle_keeps_all_items_and_puts_each_anywhere()
    {
        var random = new SeededRandom(6);
        var firstPlaces = new int[5];
        for (var trial = 0; trial < 20_000; trial++)
        {
            int[] items = [0, 1, 2, 3, 4];
            random.Shuffle(items.AsSpan());
            Assert.Equal([0, 1, 2, 3, 4], items.Order());
            firstPlaces[items[0]]++;
        }
        Assert.All(firstPlaces, count => Assert.InRange(count, 3700, 4300));
    }

    private static ulong[] Bits(SeededRandom random) => [.. Enumerable.Range(0, 20).Select(_ => random.NextBits())];
}
