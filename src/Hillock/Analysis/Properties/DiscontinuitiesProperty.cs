using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>The points where an activation is not continuous.</summary>
internal static class DiscontinuitiesProperty
{
    /// <summary>The discontinuities, from left to right; null where they are infinitely many or not known.</summary>
    public static Finding<IReadOnlyList<Discontinuity>> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        if (new EnclosedFunction(anatomy.Formula).Over(Interval.Entire).Decoration == Decoration.Continuous)
            return new([], Certainty.Proved, "It is made of functions that are continuous everywhere.");
        if (anatomy.InnerJunctions is not { } junctions)
            return IsStaircase(anatomy.Formula)
                ? new(null, Certainty.Proved, "Infinitely many: it is a linear function of floor of a linear function.")
                : new(null, Certainty.NotDecided, $"Not all points are known: {anatomy.Junctions.WhyNot}.");
        var jumps = junctions.Where(junction => junction.Order < 0)
            .Select(junction => new Discontinuity(
                Place.Of(function, junction.Point), junction.Left?.Value ?? double.NaN,
                junction.Value?.Bounds.Middle ?? double.NaN, junction.Right?.Value ?? double.NaN))
            .ToList();
        return new(jumps, Certainty.Proved, jumps.Count == 0
            ? "The limits from both sides are the value wherever the formula switches."
            : "The limits from the two sides and the value are not the same number there.");
    }

    // a·floor(b·x + c) + d·x + e
    private static bool IsStaircase(Expression f)
    {
        var steps = new List<Operation>();
        f.Any(node =>
        {
            if (node is Operation { Primitive: Primitive.Floor } floor && !steps.Contains(floor)) steps.Add(floor);
            return false;
        });
        if (steps is not [var step] || Polynomial.TryOf(step[0]) is not { Degree: 1 }) return false;
        // With a number n in its place it is linear in x, and depends on n.
        return Polynomial.TryOf(With(0)) is { Degree: <= 1 } at0
            && Polynomial.TryOf(With(1)) is { Degree: <= 1 } at1
            && Polynomial.TryOf(With(2)) is { Degree: <= 1 } at2
            && at0.StepTo(at1) is { } first
            && at1.StepTo(at2) is { } second
            && (first - second).IsZero;

        Expression With(double n) => f.Transform(node => node.Equals(step) ? n : node);
    }
}
