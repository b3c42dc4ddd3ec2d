using System.Globalization;

namespace Hillock.Analysis.MeanField;

/// <summary>The two slopes of a positively homogeneous function: f(x) = left · x for x ≤ 0, right · x for x ≥ 0.</summary>
internal sealed record HomogeneousSlopes(double Left, double Right)
{
    /// <summary>E[f(√q Z)²]/q = E[f′(√q Z)²].</summary>
    public double MeanSquare => ((Left * Left) + (Right * Right)) / 2;

    /// <summary>The slopes where f is proved to be positively homogeneous, else null.</summary>
    public static HomogeneousSlopes? Of(AnalysedFunction f) => null;

    public override string ToString() => Left == Right
        ? string.Create(CultureInfo.InvariantCulture, $"{Right} x")
        : string.Create(CultureInfo.InvariantCulture, $"{Left} x on the left of 0 and {Right} x on the right");
}
