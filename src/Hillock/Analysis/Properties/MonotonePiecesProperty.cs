using Hillock.Analysis.Intervals;
using Hillock.Analysis.Pieces;

namespace Hillock.Analysis.Properties;

/// <summary>The longest intervals on which an activation is monotone, and the points where it turns.</summary>
internal static class MonotonePiecesProperty
{
    /// <summary>The monotone pieces from left to right.</summary>
    public static Finding<IReadOnlyList<MonotonePiece>> Of(AnalysedFunction function)
    {
        if (Joined(function) is not { } runs) return new(null, Certainty.NotDecided, WhyNot(function));
        return new(
            [.. runs.Select(run => new MonotonePiece(
                Enclosure.Of(run.From), Enclosure.Of(run.To),
                MonotonicityProperty.In(run.Direction!.Value, run.IsStrict)))],
            Certainty.Proved, "The signs of f′, which changes only at enclosed points and at the seams.");
    }

    /// <summary>The points at which f turns, from left to right, and the pieces on which it stays between rising and falling;
    /// jumps are none.</summary>
    public static Finding<IReadOnlyList<Extremum>> Extrema(AnalysedFunction function)
    {
        if (Joined(function) is not { } runs) return new(null, Certainty.NotDecided, WhyNot(function));
        var extrema = new List<Extremum>();
        for (var i = 1; i < runs.Count; i++)
        {
            // At a point, or along a piece that is flat.
            var isFlat = runs[i].Direction == 0 && i + 1 < runs.Count;
            var (before, after) = (runs[i - 1], isFlat ? runs[i + 1] : runs[i]);
            if (before.To == runs[i].From && (!isFlat || runs[i].To == after.From)
                && Turn(function.Shape!, before, after) is { } extremum)
                extrema.Add(extremum);
        }

        var jumps = function.Shape!.Function.Seams.Any(seam => seam.IsContinuous == false)
            ? " A jump counts as no turn." : "";
        return new(
            extrema, Certainty.Proved,
            (extrema.Count == 0 ? "f turns nowhere." : "f turns there and nowhere else.") + jumps);
    }

    private static Extremum? Turn(Shape shape, Run before, Run after)
    {
        if (before.Direction * after.Direction != -1) return null;
        var isContinuous = shape.Function.Seams.All(
            seam => (seam.At != before.To && seam.At != after.From) || seam.IsContinuous == true);
        var at = Interval.Hull(before.To, after.From);
        var value = shape.Function.Whole.Over(before.To == after.From ? at : at.Midpoint);
        return isContinuous ? new(Enclosure.Of(at), Enclosure.Of(value), before.Direction == 1) : null;
    }

    // Runs that go on in the same direction across a joint are one.
    private static List<Run>? Joined(AnalysedFunction function)
    {
        if (function.Shape is not { } shape) return null;
        var course = Course.Of(shape, 0);
        var joined = new List<Run>();
        for (var i = 0; i < course.Runs.Count; i++)
        {
            var run = course.Runs[i];
            if (run.Direction is null || (i > 0 && course.Joints[i - 1].Steps.Contains(null))) return null;
            if (joined.Count > 0 && Continues(joined[^1], run, course.Joints[i - 1]))
                joined[^1] = joined[^1] with { To = run.To, IsStrict = joined[^1].IsStrict && run.IsStrict };
            else
                joined.Add(run);
        }

        return joined;
    }

    private static bool Continues(Run before, Run after, Joint joint) =>
        before.Direction == after.Direction && joint.GoesOnly(before.Direction!.Value);

    private static string WhyNot(AnalysedFunction function) => function.Shape is null
        ? $"Not decided: {function.WhyNoShape}."
        : "Not decided: f′ may have further zeros, infinitely many perhaps, or a step at a seam is unknown.";
}
