using Hillock.Analysis.Properties;

namespace Hillock.Tests.Analysis.Limits;

/// <summary>Saturation by the definitions of Gulcehre and others, for the functions whose saturation follows from the
/// paper, and for functions made for trouble.</summary>
public class SaturationTests
{
    private const SaturationKind None = SaturationKind.None, Soft = SaturationKind.Soft, Hard = SaturationKind.Hard;

    [Theory]
    [InlineData("relu", Hard, None)]
    [InlineData("leaky_relu", None, None)]
    [InlineData("prelu", None, None)]
    [InlineData("elu", Soft, None)]
    [InlineData("selu", Soft, None)]
    [InlineData("celu", Soft, None)]
    [InlineData("sigmoid", Soft, Soft)]
    [InlineData("tanh", Soft, Soft)]
    [InlineData("softsign", Soft, Soft)]
    [InlineData("arctan", Soft, Soft)]
    [InlineData("erf", Soft, Soft)]
    [InlineData("hard_sigmoid", Hard, Hard)]
    [InlineData("hard_tanh", Hard, Hard)]
    [InlineData("relu6", Hard, Hard)]
    [InlineData("gelu", Soft, None)]
    [InlineData("silu", Soft, None)]
    [InlineData("mish", Soft, None)]
    [InlineData("softplus", Soft, None)]
    [InlineData("identity", None, None)]
    [InlineData("soft_shrink", None, None)]
    [InlineData("square", None, None)]
    [InlineData("sin", None, None)]
    [InlineData("gaussian", Soft, Soft)]
    [InlineData("step", Hard, Hard)]
    [InlineData("3", Hard, Hard)]
    [InlineData("x*sin(x)", None, None)]
    [InlineData("sin(x)/x", Soft, Soft)]
    [InlineData("sin(1/x)", Soft, Soft)]
    [InlineData("exp(-exp(x))", Soft, Soft)]
    [InlineData("1/x", Soft, Soft)]
    [InlineData("abs(x)^0.5", Soft, Soft)]
    [InlineData("log(x)", None, Soft)]
    [InlineData("sin(x^2)/x", None, None)]
    [InlineData("where(x > 1e6, 1e6, x)", None, Hard)]
    [InlineData("where(x > 0, exp(-1/x), 0)", Hard, Soft)]
    [InlineData("max(x, 0) + 0.1*max(-x - 1, 0) - 0.1*max(-x + 1, 0)", Hard, None)]
    public void Is_what_the_definition_says(string function, SaturationKind left, SaturationKind right)
    {
        var f = ShapeOf.Text(function);
        var (onLeft, onRight) = (SaturationProperty.Of(f, -1), SaturationProperty.Of(f, 1));
        Assert.Equal((Certainty.Proved, left), (onLeft.Status, onLeft.Value?.Kind));
        Assert.Equal((Certainty.Proved, right), (onRight.Status, onRight.Value?.Kind));
    }

    [Theory]
    [InlineData("relu", 0.0, null)]
    [InlineData("hard_sigmoid_gulcehre", -2.0, 2.0)]
    [InlineData("hard_tanh", -1.0, 1.0)]
    [InlineData("hard_sigmoid_02", -2.5, 2.5)]
    [InlineData("relu6", 0.0, 6.0)]
    [InlineData("step", 0.0, 0.0)]
    [InlineData("where(x > 1e6, 1e6, x)", null, 1e6)]
    [InlineData("where(x > 0, exp(-1/x), 0)", 0.0, null)]
    [InlineData("min(abs(x), 2) + abs(x - 1)*0", -2.0, 2.0)]
    public void Is_hard_beyond_the_threshold(string function, double? left, double? right)
    {
        var f = ShapeOf.Text(function);
        Assert.Equal(left, SaturationProperty.Of(f, -1).Value!.Threshold);
        Assert.Equal(right, SaturationProperty.Of(f, 1).Value!.Threshold);
    }

    [Theory]
    [InlineData("step")]
    [InlineData("floor(x)")]
    public void Of_a_staircase_is_flagged(string function) =>
        Assert.StartsWith("By the letter", SaturationProperty.Of(ShapeOf.Text(function), 1).Because,
            StringComparison.Ordinal);

    [Fact]
    public void Is_proved_for_all_entries_but_known_ones()
    {
        var open = ShapeOf.Catalogue()
            .Where(f => new[] { -1, 1 }.Any(side => SaturationProperty.Of(f.Function, side).Status != Certainty.Proved))
            .Select(f => f.Id);
        Assert.Empty(open.Except(["minsin", "softplus_linear_unit"]));
    }

    // Hard: the slope of the kernel is 0 beyond the threshold. Soft: it is small far out, but there is an x where it is
    // not 0. None: it is not small far out.
    [Fact]
    public void Withstands_the_slopes_of_kernels()
    {
        var refuted = ShapeOf.Catalogue().SelectMany(f => new[] { -1, 1 }
            .Where(side => IsRefuted(f.Function, side, SaturationProperty.Of(f.Function, side).Value))
            .Select(side => $"{f.Id} on side {side}"));
        // Of these the slope is tiny or rounded: x + a·x with a small, a limit of the slope below 1e-3, a wave.
        Assert.Empty(refuted);
    }

    [Fact]
    public void Wrong_claims_are_refuted()
    {
        var (tanh, relu) = (ShapeOf.Text("tanh"), ShapeOf.Text("relu"));
        Assert.True(IsRefuted(tanh, 1, new SideSaturation(None)));
        Assert.True(IsRefuted(tanh, 1, new SideSaturation(Hard, 3)));
        Assert.True(IsRefuted(relu, 1, new SideSaturation(Soft)));
        Assert.True(IsRefuted(relu, -1, new SideSaturation(None)));
        Assert.True(IsRefuted(ShapeOf.Text("relu6"), 1, new SideSaturation(Hard, 5)));
    }

    private static bool IsRefuted(Hillock.Analysis.AnalysedFunction function, int side, SideSaturation? claim)
    {
        if (claim is null) return false;
        var kernel = new Activation(function.Definition).Kernel<double>();
        double Slope(double x)
        {
            Span<double> slope = [x];
            kernel.Derivative(1, slope, slope);
            return slope[0];
        }

        var far = Enumerable.Range(0, 40)
            .Select(i => Math.Abs(Slope(side * (1e6 + (i * 0.37))))).Where(double.IsFinite).ToList();
        return claim.Kind switch
        {
            Hard => claim.Threshold is { } c
                && new[] { 1e-9, 0.3, 1.7, 20 }.Any(d => Slope(c + (side * d * Math.Max(1, Math.Abs(c)))) != 0),
            Soft => far.Any(s => s > 0.01),
            _ => far.Count > 0 && far.All(s => s < 1e-6),
        };
    }
}
