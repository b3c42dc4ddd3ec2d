using Hillock.Analysis.Intervals;
using Hillock.Analysis.Pieces;
using Hillock.Analysis.Properties;
using Hillock.Expressions;

namespace Hillock.Analysis.MeanField;

/// <summary>The probability under N(0, 1) that f or f′ is exactly 0.</summary>
/// <remarks>On an analytic piece an expression is 0 everywhere, or at isolated points only, which have probability 0.
/// </remarks>
internal static class ZeroShare
{
    private static readonly Dictionary<string, double> NoParameters = [];

    /// <summary>The share for f⁽ⁿ⁾.</summary>
    public static Finding<BoundedValue> Of(AnalysedFunction f, int order)
    {
        if (f.Shape is not { } shape) return new(null, Certainty.NotDecided, f.WhyNoShape);
        var (share, bounds, isSomewhereZero) = (0.0, Interval.Zero, false);
        foreach (var piece in shape.Function.Pieces)
        {
            if (!piece.PlainDerivative(order).IsZero)
            {
                if (shape.IsSomewhereNotZero(piece, order)) continue;
                return new(null, Certainty.NotDecided, $"It is not decided whether the piece {piece.Formula} is 0.");
            }

            Interval left = piece.Left ?? double.NegativeInfinity, right = piece.Right ?? double.PositiveInfinity;
            isSomewhereZero = true;
            // By the tail that is the smaller, lest a share far out be lost beside 1.
            if (left.Lower > 0) (left, right) = (-right, -left);
            share += Distribution(right) - Distribution(left);
            bounds += Interval.NormalDistribution(right) - Interval.NormalDistribution(left);
        }

        return new(
            BoundedValue.Within(share, Math.Max(0, bounds.Lower), Math.Min(1, bounds.Upper)),
            Certainty.Proved,
            !isSomewhereZero
                ? "It is 0 at isolated points at most."
                : "It is 0 on whole pieces, and at isolated points at most elsewhere.");
    }

    // At a seam, of which an enclosure is known.
    private static double Distribution(Interval seam)
    {
        var x = seam.IsPoint ? seam.Lower : seam.Midpoint;
        return PlainEvaluation.Evaluate(new Operation(Primitive.NormalDistribution, x), x, NoParameters);
    }
}
