using Hillock.Expressions;
using Hillock.Kernels;

namespace Hillock.Tests.Kernels;

/// <summary>Floats whose roundings are carried along, against the kernels for double.</summary>
public class CompensatedLanesTests
{
    private const int PerBinade = 40;

    public static TheoryData<string> Formulas =>
    [
        "sigmoid(x)",
        "x*sigmoid(x)",
        "x*sigmoid(1.7*x)",
        "sigmoid(x)*tanh(x)",
        "tanh(x)",
        "tanh(x/3)/3",
        "x*tanh(softplus(x))",
        "x/(1 + abs(x))",
        "(x + 0.3)/(2 + x^2)",
        "x*clamp(x/6 + 0.5, 0, 1)",
        "clamp((x + 2)/4, 0, 1)",
        "where(x > 0, 1.05*x, 1.75*expm1(x))",
        "1.05*where(x > 0, x, 1.67*expm1(x))",
        "where(x > 0, x, expm1(x))/3",
        "0.7*x*sigmoid(x) + 0.2*x",
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Values_are_within_one_unit_in_the_last_place(string formula)
    {
        var x = Inputs();
        var f = KernelCases.Parse(formula);
        var (got, expected) = (new float[x.Length], new double[x.Length]);
        f.Kernel<float>().Value(x, got);
        f.Kernel<double>().Value(Array.ConvertAll(x, v => (double)v), expected);
        AssertWithin(1, formula, x, expected, got);
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Values_and_derivatives_in_one_pass_keep_the_bounds_of_each(string formula)
    {
        var x = Inputs();
        var f = KernelCases.Parse(formula);
        var (values, slopes) = (new float[x.Length], new float[x.Length]);
        var (expectedValues, expectedSlopes) = (new double[x.Length], new double[x.Length]);
        f.Kernel<float>().ValueAndDerivative(x, values, slopes);
        f.Kernel<double>().ValueAndDerivative(Array.ConvertAll(x, v => (double)v), expectedValues, expectedSlopes);
        AssertWithin(1, formula, x, expectedValues, values);
        // Where the slope passes through zero, two units are an absolute error.
        AssertWithin(2, formula, x, expectedSlopes, slopes, isNearZero: y => Math.Abs(y) < 0.2);
    }

    private static void AssertWithin(
        double units, string formula, float[] x, double[] expected, float[] got, Func<double, bool>? isNearZero = null)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var unit = Math.ScaleB(1, Math.Max(Math.ILogB(Math.Abs(expected[i])), -126) - 23);
            if (Math.Abs(x[i]) is > 0.1f and < 3 && isNearZero?.Invoke(expected[i]) == true) unit = KernelBounds.SmallestUnitNearZero;
            var isRight = got[i] == (float)expected[i] || Math.Abs(got[i] - expected[i]) <= units * unit;
            Assert.True(isRight, $"{formula} at {x[i]:G9}: {got[i]:G9} instead of {expected[i]:G17}");
        }
    }

    [Fact]
    public void Only_the_outputs_that_need_it_are_compensated()
    {
        var f = StableRules.Stabilise(FormulaParser.Parse("x*clamp(x/6 + 0.5, 0, 1)").Expression);
        var slope = StableRules.Stabilise(Derivative.WithRespectToX(f));
        var translation = new Translation([f, slope], startsWithValue: true, [], [], timesUpstream: false);
        var chosen = LaneChoice.Translate<float>(translation, KernelPrecision.Accurate);
        Assert.True(chosen.Format.IsCompensated);
        Assert.InRange(
            KernelCost.Weight(chosen), 1, KernelCost.Weight(translation.Build(ElementFormat.CompensatedSingle)) - 1);
    }

    [Theory]
    [InlineData("max(x, 0)", KernelPrecision.Accurate, "float")]
    [InlineData("sigmoid(x)", KernelPrecision.Fast, "float")]
    [InlineData("sigmoid(x)", KernelPrecision.Accurate, "compensated")]
    [InlineData("x*sigmoid(x)", KernelPrecision.Accurate, "compensated")]
    [InlineData("tanh(x)", KernelPrecision.Accurate, "compensated")]
    [InlineData("x/(1 + abs(x))", KernelPrecision.Accurate, "compensated")]
    [InlineData("x*tanh(softplus(x))", KernelPrecision.Accurate, "compensated")]
    [InlineData("x*Phi(x)", KernelPrecision.Accurate, "widened")]
    [InlineData("x*Phi(x)", KernelPrecision.Fast, "float")]
    public void The_cheapest_lanes_that_keep_the_bound_are_taken(string formula, KernelPrecision precision, string lanes)
    {
        var format = KernelCases.Program(formula, precision).Format;
        Assert.Equal(lanes, format.IsWidened ? "widened" : format.IsCompensated ? "compensated" : "float");
    }

    [Theory]
    [InlineData("x*sigmoid(x)")]
    [InlineData("x*tanh(softplus(x))")]
    [InlineData("tanh(x)")]
    [InlineData("x/(1 + abs(x))")]
    public void Zeros_keep_their_sign_and_infinities_their_limit(string formula)
    {
        var f = KernelCases.Parse(formula);
        float[] x = [-0f, 0f, float.NegativeInfinity, float.PositiveInfinity, float.NaN];
        var (got, expected) = (new float[x.Length], new double[x.Length]);
        f.Kernel<float>().Value(x, got);
        f.Kernel<double>().Value(Array.ConvertAll(x, v => (double)v), expected);
        Assert.Equal(Array.ConvertAll(expected, y => (float)y), got);
        Assert.Equal([true, false], got[..2].Select(float.IsNegative));
    }

    private static float[] Inputs()
    {
        var random = new Random(3);
        var x = new List<float>();
        for (var exponent = -149; exponent <= 127; exponent++)
            for (var i = 0; i < PerBinade; i++)
                x.Add((float)Math.ScaleB(1 + random.NextDouble(), exponent) * (i % 2 == 0 ? 1 : -1));
        for (var i = 0; i < 20_000; i++) x.Add((float)((random.NextDouble() * 230) - 115));
        return [.. x];
    }
}
