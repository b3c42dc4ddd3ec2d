using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;

namespace Hillock.Analysis.Properties;

/// <summary>The points where an activation is not continuous.</summary>
internal static class DiscontinuitiesProperty
{
    /// <summary>The discontinuities, from left to right; null where they are infinitely many or not known.</summary>
    public static Finding<IReadOnlyList<Discontinuity>> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        if (new EnclosedFunction(anatomy.Formula).Over(Interval.Entire).Decoration == Decoration.Continuous)
            return new([], Certainty.Proved, "It is made of functions that are continuous where they are used.");
        if (anatomy.InnerJunctions is not { } junctions)
            return anatomy.IsStaircase
                ? new(null, Certainty.Proved, $"Infinitely many: {Staircase.Because}.")
                : new(null, Certainty.NotDecided, $"Not decided: {anatomy.Junctions.WhyNot}.");
        var jumps = junctions.Where(junction => junction.Order < 0)
            .Select(junction => new Discontinuity(
                Place.Of(function, junction.Point), junction.Left?.Value ?? double.NaN,
                junction.Value?.Bounds.Middle ?? double.NaN, junction.Right?.Value ?? double.NaN))
            .ToList();
        return new(jumps, Certainty.Proved, jumps.Count == 0
            ? junctions.Any()
                ? "The limits from both sides are the value wherever the formula switches or a part is singular."
                : "The formula switches nowhere, and no part is singular within the domain."
            : "The limits from the two sides and the value are not the same number there.");
    }
}
