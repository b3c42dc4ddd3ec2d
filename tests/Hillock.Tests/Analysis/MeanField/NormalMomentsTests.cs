using Hillock.Analysis.Properties;

namespace Hillock.Tests.Analysis.MeanField;

public class NormalMomentsTests
{
    // Mean, Var, E f², E f′², 1/√E f², 1/√E f′² under N(0, 1), computed apart by a finer quadrature, and PyTorch's gain.
    public static TheoryData<string, double[], double> Published => new()
    {
        { "tanh", [0, 0.394294, 0.394294, 0.464403, 1.592537, 1.467414], 5.0 / 3 },
        { "sigmoid", [0.5, 0.043379, 0.293379, 0.044836, 1.846229, 4.722646], 1 },
        { "softsign", [0, 0.183014, 0.183014, 0.227671, 2.337533, 2.095781], double.NaN },
        { "atan(x)", [0, 0.449701, 0.449701, 0.500000, 1.491208, 1.414214], double.NaN },
        { "erf(x)", [0, 0.464559, 0.464559, 0.569410, 1.467167, 1.325218], double.NaN },
        { "relu", [0.398942, 0.340845, 0.5, 0.5, 1.414214, 1.414214], Math.Sqrt(2) },
        { "leaky_relu", [0.394953, 0.344062, 0.500050, 0.500050, 1.414143, 1.414143], 1.4141428569978354 },
        { "leaky_relu(negative_slope=0.1)", [0.359048, 0.376084, 0.505, 0.505, 1.407195, 1.407195], 1.4071950894605838 },
        { "elu", [0.160521, 0.619179, 0.644945, 0.668102, 1.245198, 1.223429], double.NaN },
        { "selu", [0, 1, 1, 1.071575, 1, 0.966026], 0.75 },
        { "gelu", [0.282095, 0.345644, 0.425221, 0.455851, 1.533530, 1.481114], double.NaN },
        { "silu", [0.206621, 0.313083, 0.355776, 0.379482, 1.676532, 1.623320], double.NaN },
        { "softplus", [0.806059, 0.271515, 0.921246, 0.293379, 1.041867, 1.846229], double.NaN },
        { "mish", [0.240404, 0.394548, 0.452342, 0.479084, 1.486848, 1.444755], double.NaN },
        { "hard_tanh", [0, 0.516059, 0.516059, 0.682689, 1.392036, 1.210287], double.NaN },
        { "relu_squared", [0.5, 1.25, 1.5, 2, 0.816497, 0.707107], double.NaN },
        { "identity", [0, 1, 1, 1, 1, 1], 1 },
    };

    // What exists for these is enclosed; none is a polynomial on all of the line.
    public static TheoryData<string, double> Attacked
    {
        get
        {
            string[] functions =
            [
                "relu", "leaky_relu(negative_slope=0.3)", "elu(alpha=1.7)", "selu", "gelu", "mish", "softplus", "hard_tanh",
                "hard_swish", "abs(x - pi/7)", "min(x, sin(3*x))", "exp(x/4)", "x^3 - x", "x*sin(x)", "sign(x - 0.3)",
                "where(x > 1/3, x^2, -1)", "exp(-exp(x))", "tanh(20*x)", "log1p(x^2)", "x/(1 + x^2)", "1.1^(x - 1)",
            ];
            var data = new TheoryData<string, double>();
            foreach (var function in functions)
                foreach (var variance in new[] { 0.01, 1, 25 }) data.Add(function, variance);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Moments_and_gains_are_those_computed_elsewhere(string f, double[] expected, double pyTorch)
    {
        var function = Analysed.Function(f);
        var moments = NormalMoments.Of(function);
        var gains = Gains.Of(function, moments);
        Finding<BoundedValue>[] found =
        [
            moments.Mean, moments.Variance, moments.Square, moments.SlopeSquare, gains.OfSignal, gains.OfGradient,
        ];
        for (var i = 0; i < found.Length; i++)
        {
            Assert.Equal(Certainty.Bounded, found[i].Status);
            Assert.Equal(expected[i], found[i].Value!.Value, 0.6e-6);
            Assert.InRange(found[i].Value!.Bounds.Upper - found[i].Value!.Bounds.Lower, 0, 1e-8);
        }

        Assert.Equal(1 / Math.Sqrt(expected[1]), gains.OfDeviation.Value!.Value, 2e-4);
        Assert.Equal(pyTorch, gains.PyTorch ?? double.NaN, 1e-15);
    }

    [Theory]
    [MemberData(nameof(Attacked))]
    public void Bounds_hold_what_another_quadrature_finds(string f, double variance)
    {
        var function = Activation.Parse(f);
        var moments = NormalMoments.Of(Analysed.Function(f), variance);
        var witness = new DoubleExponentialMoments(function, Math.Sqrt(variance));
        Check(moments.Mean, witness.Expectation(x => function.Value(x)), Math.Sqrt(moments.Square.Value!.Value));
        Check(moments.Square, witness.Expectation(x => Square(function.Value(x))), moments.Square.Value!.Value);
        Check(moments.SlopeSquare, witness.Expectation(x => Square(function.DerivativeAt(x))), moments.SlopeSquare.Value!.Value);

        static double Square(double value) => value * value;
    }

    private static void Check(Finding<BoundedValue> found, double expected, double scale)
    {
        Assert.Equal(Certainty.Bounded, found.Status);
        var (lower, upper) = found.Value!.Bounds;
        var error = 1e-12 * scale;
        Assert.InRange(expected, lower - error, upper + error);
        Assert.InRange(found.Value.Value, lower, upper);
        Assert.InRange(upper - lower, 0, 1e-7 * scale);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.3)]
    public void Bounds_hold_closed_forms(double q)
    {
        Holds(NormalMoments.Of(Analysed.Function("relu"), q).Mean, Math.Sqrt(q / (2 * Math.PI)));
        Holds(NormalMoments.Of(Analysed.Function("relu"), q).Square, q / 2);
        Holds(NormalMoments.Of(Analysed.Function("erf(x)"), q).Square, 2 / Math.PI * Math.Asin(2 * q / (1 + (2 * q))));
        Holds(NormalMoments.Of(Analysed.Function("erf(x)"), q).SlopeSquare, 4 / Math.PI / Math.Sqrt(1 + (4 * q)));
        Holds(NormalMoments.Of(Analysed.Function("gelu"), q).Mean, q / Math.Sqrt(2 * Math.PI * (1 + q)));
        Holds(NormalMoments.Of(Analysed.Function("exp(x)"), q).Mean, Math.Exp(q / 2));
        Holds(NormalMoments.Of(Analysed.Function("exp(x)"), q).Square, Math.Exp(2 * q));

        static void Holds(Finding<BoundedValue> found, double exact) => Assert.InRange(
            exact, found.Value!.Bounds.Lower - (4e-16 * exact), found.Value.Bounds.Upper + (4e-16 * exact));
    }

    [Fact]
    public void What_has_no_value_on_a_part_of_the_line_has_no_moments()
    {
        var moments = NormalMoments.Of(Analysed.Function("log(x)"));
        Assert.Equal(Certainty.Proved, moments.Mean.Status);
        Assert.Null(moments.Mean.Value);
        Assert.Contains("no value for some x", moments.Square.Because, StringComparison.Ordinal);
    }

    // Nothing is wrong within twelve standard deviations, but beyond there are x without a value.
    [Theory]
    [InlineData("sqrt(100 - x)")]
    [InlineData("log(50 + x)")]
    public void A_hole_far_out_is_no_ground_for_bounds(string f)
    {
        var mean = NormalMoments.Of(Analysed.Function(f)).Mean;
        Assert.Equal(Certainty.Measured, mean.Status);
        Assert.NotNull(mean.Value);
    }

    [Theory]
    [InlineData("1/x", Certainty.Proved)]
    [InlineData("tan(x)", Certainty.NotDecided)]
    [InlineData("exp(x^2)", Certainty.NotDecided)]
    public void A_pole_or_too_fast_growth_leaves_no_square(string f, Certainty status)
    {
        var moments = NormalMoments.Of(Analysed.Function(f));
        Assert.Equal(status, moments.Square.Status);
        Assert.Null(moments.Square.Value);
    }

    [Fact]
    public void A_root_has_moments_but_its_slope_has_none()
    {
        var moments = NormalMoments.Of(Analysed.Function("abs(x)^0.5"));
        Assert.Equal((null, Certainty.Proved), (moments.SlopeSquare.Value, moments.SlopeSquare.Status));
        // E |z|^(1/2) = 2^(1/4) Γ(3/4) / √π
        Assert.Equal(0.822178958662, moments.Mean.Value!.Value, 1e-9);
        Assert.InRange(0.822178958662, moments.Mean.Value.Bounds.Lower - 1e-12, moments.Mean.Value.Bounds.Upper + 1e-12);
    }

    // E |z|^a is finite for a > −1 and for no other a: the integral of h^a beside 0.
    [Theory]
    [InlineData("1/x", false, false)]
    [InlineData("1/(x - 2)^2", false, false)]
    [InlineData("abs(x)^-0.5", true, false)]
    [InlineData("abs(x)^-0.4", true, true)]
    [InlineData("where(x > 0, x^(-1/3), 0)", true, true)]
    [InlineData("log(abs(x))", true, true)]
    public void What_grows_too_fast_beside_a_point_is_proved_to_have_no_mean(string function, bool hasMean, bool hasSquare)
    {
        var moments = NormalMoments.Of(Analysed.Function(function));
        Assert.Equal(!hasMean, IsRefuted(moments.Mean));
        Assert.Equal(!hasSquare, IsRefuted(moments.Square));

        static bool IsRefuted(Finding<BoundedValue> moment) => moment is { Value: null, Status: Certainty.Proved };
    }

    [Fact]
    public void A_staircase_is_enclosed()
    {
        var moments = NormalMoments.Of(Analysed.Function("floor(x)"));
        Assert.Equal(-0.5, moments.Mean.Value!.Value, 1e-9);
        Assert.Equal(0, moments.SlopeSquare.Value!.Value);
    }
}
