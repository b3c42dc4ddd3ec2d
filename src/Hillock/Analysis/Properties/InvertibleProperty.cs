using Hillock.Analysis.Intervals;
using Hillock.Analysis.Pieces;

namespace Hillock.Analysis.Properties;

/// <summary>Whether an activation takes no value twice, so that it has an inverse on its range.</summary>
internal static class InvertibleProperty
{
    /// <summary>Whether f is injective.</summary>
    public static Finding<bool> Of(AnalysedFunction function)
    {
        if (function.Shape is not { } shape) return new(default, Certainty.NotDecided, $"Not decided: {function.WhyNoShape}.");
        var course = Course.Of(shape, 0);
        if (course.Stays) return new(false, Certainty.Proved, "It is constant on an interval.");
        if (course.IsStrict && (course.GoesOnly(1) || course.GoesOnly(-1)))
            return new(true, Certainty.Proved, "It is strictly monotone.");
        for (var i = 1; i < course.Runs.Count; i++)
            if (Turns(course.Runs[i - 1], course.Runs[i]) && course.Joints[i - 1].Steps.Count == 0)
                return new(false, Certainty.Proved, "It turns where it is continuous, so that it takes values twice.");
        if (IsContinuous(shape) && course.Goes(1) && course.Goes(-1))
            return new(false, Certainty.Proved, "It is continuous and not monotone.");
        if (course.IsStrict && course.Runs.Count == shape.Function.Pieces.Count && AreRangesApart(shape))
            return new(true, Certainty.Proved, "It is strictly monotone on each piece, and no two pieces share a value.");
        if (SymmetryProperty.Of(function).Value is { Kind: SymmetryKind.Even })
            return new(false, Certainty.Proved, "It is even: f(x) = f(−x).");
        return new(default, Certainty.NotDecided, "Not decided: it is not shown to be monotone, nor to take a value twice.");
    }

    private static bool Turns(Run before, Run after) =>
        before.IsStrict && after.IsStrict && before.Direction * after.Direction == -1;

    // Between its ends a strictly monotone piece takes neither of its limits, so that two pieces may share one.
    private static bool AreRangesApart(Shape shape)
    {
        if (shape.Function.Seams.Any(seam => !seam.Value.IsEmpty)) return false;
        var ranges = shape.Function.Pieces.Select(RangeOf).OrderBy(range => range?.Lower).ToList();
        return !ranges.Contains(null) && ranges.Zip(ranges.Skip(1)).All(pair => pair.First!.Value.Upper <= pair.Second!.Value.Lower);
    }

    private static Interval? RangeOf(SmoothPiece piece) =>
        piece.Limit(0, right: false) is { } left && piece.Limit(0, right: true) is { } right
            ? new Interval(Math.Min(left.Lower, right.Lower), Math.Max(left.Upper, right.Upper))
            : null;

    private static bool IsContinuous(Shape shape) =>
        shape.Function.IsDefinedEverywhere && shape.Function.Seams.All(seam => seam.IsContinuous == true);
}
