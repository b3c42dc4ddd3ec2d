using System.Globalization;
using Hillock.Analysis.Intervals;
using Hillock.Analysis.MeanField;

namespace Hillock.Analysis.Properties;

/// <summary>The moments of f(x) for x ~ N(0, q), each with its bounds.</summary>
/// <param name="InputVariance">q.</param>
/// <param name="Mean">E f.</param>
/// <param name="Variance">Var f.</param>
/// <param name="Square">E f².</param>
/// <param name="SlopeSquare">E f′², where a jump of f adds nothing.</param>
/// <remarks>No value where the moment does not exist or could not be computed; the finding says which.</remarks>
public sealed record NormalMoments(
    double InputVariance, Finding<BoundedValue> Mean, Finding<BoundedValue> Variance, Finding<BoundedValue> Square,
    Finding<BoundedValue> SlopeSquare)
{
    /// <summary>Far above the error of a quadrature that settled, which stops at 1e-12 a panel.</summary>
    private const double EstimatedError = 1e-10;

    internal static NormalMoments Of(AnalysedFunction f, double variance = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        var values = new NormalQuadrature(f).Moments(Math.Sqrt(variance));
        var (bounds, undefinedOn) = MomentEnclosures.Of(f, variance);
        if (undefinedOn is { } hole) return Undefined(variance, hole);
        var squareOfMean = Interval.Square(bounds.Mean);
        // A variance is no negative number, whatever cancels.
        var varianceBounds = Interval.Intersection(bounds.Square - squareOfMean, new(0, double.PositiveInfinity));
        var scale = values.SecondMoment;
        return new(
            variance,
            Of("E f", values.Mean, bounds.Mean, Math.Sqrt(scale), () => Divergence.OfValue(f, 1)),
            Of("Var f", values.Variance, varianceBounds, scale, () => Divergence.OfValue(f, 2)),
            Of("E f²", values.SecondMoment, bounds.Square, scale, () => Divergence.OfValue(f, 2)),
            Of("E f′²", values.SlopeSecondMoment, bounds.SlopeSquare, values.SlopeSecondMoment,
                () => Divergence.OfSlopeSquare(f)));
    }

    private static Finding<BoundedValue> Of(
        string name, double value, Interval bounds, double scale, Func<string?> whyInfinite)
    {
        // Where f oscillates too fast for the quadrature, the bounds may still be finite.
        if (!double.IsFinite(value) && bounds.IsBounded) value = bounds.Midpoint;
        if (!double.IsFinite(value) && whyInfinite() is { } reason) return new(null, Certainty.Proved, reason);
        if (!double.IsFinite(value))
            return new(null, Certainty.NotDecided, $"The quadrature of {name} does not settle: "
                + "it does not exist because of a pole or of growth, or f oscillates without end.");
        if (bounds.IsBounded)
            return new(
                BoundedValue.Within(value, bounds.Lower, bounds.Upper), Certainty.Bounded,
                "Interval Taylor series on panels of [−12σ, 12σ], and a bound on the growth of f beyond.");
        var error = EstimatedError * (double.IsFinite(scale) ? scale : Math.Abs(value));
        return new(
            BoundedValue.Within(value, value - error, value + error), Certainty.Measured,
            "Gauss–Legendre quadrature; interval arithmetic finds no enclosure, for its bounds on f or a derivative are "
            + "not finite near some point or far out.");
    }

    private static NormalMoments Undefined(double variance, Interval hole)
    {
        var finding = new Finding<BoundedValue>(null, Certainty.Proved, string.Create(
            CultureInfo.InvariantCulture,
            $"It does not exist: f has no value for some x, those from {hole.Lower:G4} to {hole.Upper:G4} among them."));
        return new(variance, finding, finding, finding, finding);
    }
}
