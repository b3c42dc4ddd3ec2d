using Hillock.Lab.Data.Shapeset;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.Glorot2010;

public class ShapesetTests
{
    private const int Drawn = 40_000;

    private static readonly double[] Distances = [3.9, 3.0, 2.0, 1.0, 0.2];

    private static readonly int[] Counts = CountClasses();

    // One kind of three alone, pairs of different kinds, pairs of one kind. A few pairs do not find room.
    [Theory]
    [InlineData(0, 1 / 6.0)]
    [InlineData(1, 1 / 6.0)]
    [InlineData(2, 1 / 6.0)]
    [InlineData(3, 1 / 9.0)]
    [InlineData(4, 1 / 9.0)]
    [InlineData(5, 1 / 9.0)]
    [InlineData(6, 1 / 18.0)]
    [InlineData(7, 1 / 18.0)]
    [InlineData(8, 1 / 18.0)]
    public void Classes_are_as_frequent_as_described(int label, double share) =>
        Assert.InRange(Counts[label] / (double)Drawn, 0.93 * share, 1.07 * share);

    [Fact]
    public void The_entropy_of_the_classes_is_the_known_one() => Assert.Equal(
        2.1100, -Counts.Sum(count => count / (double)Drawn * Math.Log(count / (double)Drawn)), 0.01);

    [Fact]
    public void Pixels_are_of_two_greys_or_three_on_either_side_of_one_half()
    {
        var generator = new ShapesetGenerator(new SeededRandom(4));
        var pixels = new float[ShapesetGenerator.Pixels];
        for (var i = 0; i < 200; i++)
        {
            var label = generator.Draw(pixels);
            float[] greys = [.. pixels.Distinct()];
            Assert.InRange(greys.Length, 2, label < 3 ? 2 : 3);
            Assert.All(greys, grey => Assert.True(grey is >= 0 and <= 0.45f or >= 0.54f and <= 1));
            // The background and every shape are on different sides.
            Assert.All(greys.Where(grey => grey != pixels[0]), grey => Assert.NotEqual(pixels[0] < 0.5f, grey < 0.5f));
        }
    }

    [Fact]
    public void A_square_is_filled_with_its_pixels_and_no_more()
    {
        var pixels = new float[32 * 32];
        new Polygon([2, 6, 6, 2], [3, 3, 8, 8]).Fill(pixels, 32, 1);
        Assert.Equal(4 * 5, pixels.Sum());
        Assert.Equal((1f, 0f, 1f, 0f), (pixels[(3 * 32) + 2], pixels[(3 * 32) + 6], pixels[(7 * 32) + 5], pixels[(8 * 32) + 2]));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(5, 0)]
    public void Shapes_apart_do_not_overlap(double x, double expected) => Assert.Equal(expected, ShapesetGenerator.Overlap(Square(0), Square(x)), 12);

    [Fact]
    public void The_nearer_shapes_are_the_more_they_overlap()
    {
        double[] overlaps = [.. Distances.Select(x => ShapesetGenerator.Overlap(Square(0), Square(x)))];
        Assert.Equal(overlaps.Order(), overlaps);
        // Reach 4, distance 2: 1 − e^(−ln 2) = 1/2.
        Assert.Equal(0.5, overlaps[2], 12);
    }

    [Fact]
    public void A_seed_gives_the_same_pictures() => Assert.Equal(
        new ShapesetBatch(20, new SeededRandom(7)).Examples.Inputs, new ShapesetBatch(20, new SeededRandom(7)).Examples.Inputs);

    private static Polygon Square(double x) => new([x - 2, x + 2, x + 2, x - 2], [-2, -2, 2, 2]);

    private static int[] CountClasses()
    {
        var generator = new ShapesetGenerator(new SeededRandom(1));
        var (pixels, counts) = (new float[ShapesetGenerator.Pixels], new int[ShapesetGenerator.Classes]);
        for (var i = 0; i < Drawn; i++) counts[generator.Draw(pixels)]++;
        return counts;
    }
}
