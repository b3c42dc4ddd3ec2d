using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;
using Hillock.Analysis.Pieces;

namespace Hillock.Analysis.Properties;

/// <summary>The least Lipschitz constant of an activation: the least upper bound of |f′|.</summary>
internal static class LipschitzProperty
{
    /// <summary>It encloses the constant; ∞ at both ends where there is none.</summary>
    public static Finding<Enclosure> Of(AnalysedFunction function)
    {
        if (Anatomy.Of(function).IsStaircase) return new(Infinite, Certainty.Proved, $"It jumps: {Staircase.Because}.");
        if (function.Shape is not { } shape) return new(default, Certainty.NotDecided, $"Not decided: {function.WhyNoShape}.");
        if (shape.Function.Seams.FirstOrDefault(seam => Jumps(seam) == true) is { } jump)
            return new(
                Infinite, Certainty.Proved,
                FormattableString.Invariant($"It {(IsUnbounded(jump) ? "is unbounded next to" : "jumps at")} {jump.At.Midpoint:R}."));
        if (shape.Function.Seams.Any(seam => Jumps(seam) is null))
            return new(default, Certainty.NotDecided, "Not decided: whether it jumps at a seam is unknown.");
        var (least, most) = (
            Extent.Of(shape, 1, -1, withSeams: false).Value, Extent.Of(shape, 1, 1, withSeams: false).Value);
        var constant = Interval.Max(-least, most);
        constant = Interval.Max(Interval.Zero, constant);
        var enclosure = Enclosure.Of(constant);
        return double.IsInfinity(enclosure.Lower)
            ? new(Infinite, Certainty.Proved, "|f′| grows beyond every bound.")
            : RangeProperty.IsNarrow(enclosure)
                ? new(enclosure, Certainty.Proved,
                    "The largest |f′| at its enclosed turning points, ends and seams, and bounds on it elsewhere.")
                : new(enclosure, Certainty.Bounded, "Interval evaluation bounds |f′| where its turning points are unknown.");
    }

    private static bool IsUnbounded(Seam seam) =>
        seam.Before is { Infinity: not 0 } || seam.After is { Infinity: not 0 };

    private static Enclosure Infinite => new(double.PositiveInfinity, double.PositiveInfinity);

    // A step between the two sides of a point, or a pole at one of them. Where f is merely undefined at the point, as
    // sin(x)/x is at 0, nothing is lost.
    private static bool? Jumps(Seam seam)
    {
        if (seam.IsContinuous == true) return false;
        if (IsUnbounded(seam)) return true;
        if (seam.Left is null && seam.Right is null) return false;
        var levels = new List<Interval?>();
        if (seam.Left is not null) levels.Add(seam.Before?.Value);
        if (!seam.Value.IsEmpty) levels.Add(seam.Value);
        if (seam.Right is not null) levels.Add(seam.After?.Value);
        if (levels.Contains(null)) return null;
        var common = levels.Select(level => level!.Value).Aggregate(Interval.Intersection);
        if (common.IsEmpty) return true;
        return levels.TrueForAll(level => level!.Value.IsPoint) ? false : null;
    }
}
