using System.Globalization;
using Hillock.Analysis.Intervals;
using Hillock.Analysis.Properties;
using Hillock.Expressions;

namespace Hillock.Analysis.MeanField;

/// <summary>The two slopes of a positively homogeneous function: f(x) = left · x for x ≤ 0, right · x for x ≥ 0.</summary>
internal sealed record HomogeneousSlopes(double Left, double Right)
{
    // Next to 0, where f is a few of the smallest numbers.
    private const double Tiny = 1e-300;

    /// <summary>E[f(√q Z)²]/q = E[f′(√q Z)²].</summary>
    public double MeanSquare => ((Left * Left) + (Right * Right)) / 2;

    /// <summary>The slopes where f is proved to be positively homogeneous, else null.</summary>
    /// <remarks>f′ is a single number on each side of 0 but for the numbers next to it, and f(0) = 0.</remarks>
    public static HomogeneousSlopes? Of(AnalysedFunction f)
    {
        var slope = new EnclosedFunction(Derivative.WithRespectToX(f.ExactFormula));
        var right = slope.Over(new(double.Epsilon, double.PositiveInfinity));
        var left = slope.Over(new(double.NegativeInfinity, -double.Epsilon));
        var atZero = new EnclosedFunction(f.ExactFormula).Over(new(-double.Epsilon, double.Epsilon));
        return atZero.Decoration != Decoration.Unknown && atZero.Magnitude < Tiny && left.IsPoint && right.IsPoint
            ? new(left.Lower, right.Lower)
            : ByExpansion(f);
    }

    // Of degree 1 it is f(1) x on the right of 0 and −f(−1) x on the left.
    private static HomogeneousSlopes? ByExpansion(AnalysedFunction f)
    {
        if (HomogeneityProperty.Of(f) is not { Status: Certainty.Proved, Value: { IsHomogeneous: true, Degree: 1 } })
            return null;
        var values = new EnclosedFunction(f.ExactFormula);
        var (left, right) = (values.Over(-1), values.Over(1));
        return left.IsBounded && right.IsBounded ? new(-left.Midpoint, right.Midpoint) : null;
    }

    public override string ToString() => Left == Right
        ? string.Create(CultureInfo.InvariantCulture, $"{Right:G6} x")
        : string.Create(CultureInfo.InvariantCulture, $"{Left:G6} x on the left of 0 and {Right:G6} x on the right");
}
