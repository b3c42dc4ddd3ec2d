using Hillock.Analysis;
using Hillock.Analysis.Ends;
using Hillock.Analysis.Intervals;
using Hillock.Analysis.Pieces;
using Hillock.Precision;
using Hillock.Tests.Analysis.Properties;
using Hillock.Tests.Catalogue;
using Hillock.Verification;

namespace Hillock.Tests.Analysis;

/// <summary>Expansions at the ends of pieces hold from their start on: attacked with 320 bits near and far.</summary>
public class EndExpansionTests
{
    private static readonly Dictionary<string, double> NoParameters = [];

    public static TheoryData<string> Functions => new(CatalogueSample.Representative.Concat(
    [
        "x*exp(-exp(x))", "x*tanh(exp(x))", "sqrt(x^2 + 1) - x", "log(1 + x^2)/x", "x*asinh(x)", "atan(x)*exp(-x^2)",
        "x^2*erfc(x)", "x + sin(x)/x", "log(x)*sqrt(x)", "1/x - 1/x^2", "x*log(x)", "exp(-1/x)", "tanh(1/x)", "abs(x)^1.5",
        "sinh(x)*exp(-x)", "softplus(x) - x", "x*Phi(x) + phi(x)", "cosh(x)^(-0.5)", "expm1(x)/x",
    ]));

    [Theory]
    [MemberData(nameof(Functions))]
    public void An_expansion_encloses_the_function_and_its_derivatives_from_its_start_on(string text)
    {
        var function = ClaimTests.Parse(text);
        if (function.Shape is not { } shape) return;
        foreach (var piece in shape.Function.Pieces)
            for (var order = 0; order <= 2; order++)
                foreach (var right in (bool[])[false, true])
                    foreach (var start in piece.Starts(right).Take(2))
                        if (piece.TowardsEnd(order, right, start) is { } expansion)
                            Attack(piece, order, right, start, expansion);
    }

    [Theory]
    [InlineData("x*sigmoid(x)", false, 0, 0)]
    [InlineData("x*Phi(x)", false, 0, 0)]
    [InlineData("x*tanh(log(1 + exp(x)))", false, 0, 0)]
    [InlineData("x*Phi(x)", true, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("exp(-exp(-x))", true, 1, 1)]
    [InlineData("sqrt(x^2 + 4) - x", true, 0, 0)]
    [InlineData("x*sigmoid(-x)", true, 0, 0)]
    [InlineData("atan(x)", true, 1.5707963267948966, 1.5707963267948968)]
    [InlineData("log(x)/x", true, 0, 0)]
    [InlineData("x^10*exp(-x)", true, 0, 0)]
    [InlineData("asinh(x) - log(x)", true, 0.69314718055994529, 0.6931471805599454)]
    public void Limits_are_known(string formula, bool right, double lower, double upper)
    {
        var limit = ClaimTests.Parse(formula).Shape!.Function.Pieces[right ? ^1 : 0].Limit(0, right);
        Assert.NotNull(limit);
        Assert.True(limit.Value.Lower <= upper && limit.Value.Upper >= lower, $"{limit}");
        Assert.True(limit.Value.Infinity != 0 || limit.Value.Upper - limit.Value.Lower < 1e-12, $"{limit}");
    }

    [Theory]
    [InlineData("sin(x)")]
    [InlineData("x*cos(x)")]
    [InlineData("tanh(sin(x))")]
    public void What_oscillates_has_no_limit(string formula) =>
        Assert.Null(ClaimTests.Parse(formula).Shape!.Function.Pieces[0].Limit(0, right: true));

    private static void Attack(SmoothPiece piece, int order, bool right, double start, EndExpansion expansion)
    {
        var derivative = piece.PlainDerivative(order);
        foreach (var factor in (double[])[1, 1.0001, 1.3, 2.7, 20])
        {
            var x = PointAt(piece, right, start * factor);
            if (PreciseEvaluation.TryEvaluate(derivative, x, NoParameters) is not { } value) continue;
            var what = $"derivative {order} of {piece.Formula} at {x:R}: {value}";
            Assert.True(HoldsNearly(expansion.Range, value), $"{what} is not in {expansion.Range}");
            // Far out the witness itself may lose what is left between two terms that cancel.
            if (expansion.Sign is { } sign && value.Sign != 0)
                Assert.True(sign == value.Sign, $"{what} has not the sign {sign}");
        }
    }

    // The witness rounds in the last of its bits.
    private static bool HoldsNearly(Interval range, BigReal value) =>
        Enclosed.Holds(range, value)
        || Enclosed.Holds(range, value * (BigReal.One + 1e-60))
        || Enclosed.Holds(range, value * (BigReal.One - 1e-60));

    private static double PointAt(SmoothPiece piece, bool right, double t)
    {
        var direction = right ? 1 : -1;
        return (right ? piece.Right : piece.Left) is { } seam ? seam.Lower - (direction / t) : direction * t;
    }
}
