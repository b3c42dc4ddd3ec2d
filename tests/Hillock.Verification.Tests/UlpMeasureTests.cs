using Hillock.Precision;

namespace Hillock.Verification.Tests;

public class UlpMeasureTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly UlpMeasure Float = new(ElementType.Float);

    /// <summary>got, true, units between them.</summary>
    public static TheoryData<double, double, double> Floats => new()
    {
        { 1, 1, 0 },
        { MathF.BitIncrement(1f), 1, 1 },
        // Below a power of two neighbours are half as far apart: the unit is that at the true result.
        { 1, MathF.BitDecrement(1f), 1 },
        { MathF.BitDecrement(1f), 1, 0.5 },
        { 1, 1 + Math.ScaleB(1, -25), 0.25 },
        { 1, -1, Math.ScaleB(1, 24) },
        // Subnormal results have a fixed unit, and so has 0.
        { 0, Math.ScaleB(1, -149), 1 },
        { 0, Math.ScaleB(1, -151), 0.25 },
        { Math.ScaleB(1, -149), 0, 1 },
        { Math.ScaleB(1, -149), Math.ScaleB(3, -150), 0.5 },
        { Math.ScaleB(1, -126), Math.ScaleB(1, -126) - Math.ScaleB(1, -149), 1 },
        { -0.0, 0, 0 },
        { 0, -0.0, 0 },
        // ∞ counts as 2^128; from there on it is the only right answer.
        { Infinity, float.MaxValue, 1 },
        { float.MaxValue, Math.ScaleB(1, 128) - Math.ScaleB(1, 103), 0.5 },
        { Infinity, Math.ScaleB(1, 128) - Math.ScaleB(1, 103), 0.5 },
        { float.MaxValue, Math.ScaleB(1, 128), Infinity },
        { Infinity, Math.ScaleB(1, 128), 0 },
        { Infinity, 1e300, 0 },
        { -Infinity, 1e300, Infinity },
        { -Infinity, -1e39, 0 },
        { float.MaxValue, 1e300, Infinity },
        { double.NaN, 1, Infinity },
    };

    /// <summary>What has no real number as its true result.</summary>
    public static TheoryData<double, double, double> Specials => new()
    {
        { double.NaN, double.NaN, 0 },
        { 1, double.NaN, Infinity },
        { Infinity, double.NaN, Infinity },
        { double.NaN, Infinity, Infinity },
        { Infinity, Infinity, 0 },
        { -Infinity, Infinity, Infinity },
        { float.MaxValue, Infinity, Infinity },
    };

    [Theory]
    [MemberData(nameof(Floats))]
    public void Units_are_those_at_the_true_result(double got, double expected, double units)
    {
        Assert.Equal(units, Float.Error(got, (BigReal)expected));
        Assert.Equal(units, Float.Error(got, expected));
    }

    [Theory]
    [MemberData(nameof(Specials))]
    public void Infinity_and_NaN_are_right_or_wrong(double got, double expected, double units) =>
        Assert.Equal(units, Float.Error(got, expected));

    [Theory]
    [InlineData(0.1, 0.1f)]
    [InlineData(1e-320, 0)]
    [InlineData(3e-42, 1e-42f)]
    public void Large_and_fine_measures_agree(double expected, float got) =>
        Assert.Equal(Float.Error(got, (BigReal)expected), Float.Error(got, expected), 1e-9);

    [Fact]
    public void Each_type_has_its_own_units()
    {
        Assert.Equal(1, new UlpMeasure(ElementType.Double).Error(Math.BitIncrement(1.0), BigReal.One));
        Assert.Equal(1, new UlpMeasure(ElementType.Double).Error(double.PositiveInfinity, (BigReal)double.MaxValue));
        Assert.Equal(1, new UlpMeasure(ElementType.Half).Error((double)Half.Epsilon, BigReal.Zero));
        Assert.Equal(1, new UlpMeasure(ElementType.Half).Error(Infinity, (BigReal)65504));
        Assert.Equal(1, new UlpMeasure(ElementType.BFloat16).Error(1 + (1 / 128.0), BigReal.One));
    }

    [Fact]
    public void Near_a_sign_change_units_stop_shrinking()
    {
        var near = new UlpMeasure(ElementType.Float, SignChange.SmallestUnit(ElementType.Float));
        Assert.Equal(2, near.Error(Math.ScaleB(1, -24), BigReal.Zero));
        Assert.Equal(2, near.Error(Math.ScaleB(1, -24), 0.0));
        Assert.Equal(1, near.Error(MathF.BitIncrement(0.5f), 0.5));
    }

    /// <summary>The vectors and the numbers one by one say the same of every pair of special numbers.</summary>
    [Fact]
    public void The_screen_finds_what_the_measure_finds()
    {
        double[] numbers =
        [
            .. Floats.Select(row => row.Data.Item1), .. Floats.Select(row => row.Data.Item2),
            .. Specials.Select(row => row.Data.Item2), 1e-320, -1e-46, 1e39, -0.0,
        ];
        var screen = new UlpScreen(Float);
        foreach (var got in numbers.Where(x => double.IsNaN(x) || x == (float)x))
            foreach (var expected in numbers)
            {
                var error = Float.Error(got, expected);
                Assert.Equal(error > 0.3, screen.Look([got], [expected], 0.3).IsAbove);
                Assert.Equal(error > 0.3, screen.Look([1, 1, 1, 1, 1, 1, 1, 1, got], [1, 1, 1, 1, 1, 1, 1, 1, expected], 0.3).IsAbove);
            }
    }

    [Fact]
    public void The_screen_counts_zeros_of_the_other_sign()
    {
        var screen = new UlpScreen(Float);
        double[] got = [0.0, -0.0, 0.0, -0.0, 0.0, -0.0, 1, double.NaN, 0.0, 0.0];
        double[] expected = [0.0, -0.0, -0.0, 0.0, -1e-60, 1e-60, -1, 0.0, double.NaN, 1];
        Assert.Equal(4, screen.Look(got, expected, 1).WrongZeros);
    }
}
