using Hillock.Analysis.Limits;
using Hillock.Analysis.Pieces;

namespace Hillock.Analysis.Properties;

/// <summary>Whether an activation is convex or concave, from the signs of f″ and of the steps of f′ at the seams.</summary>
internal static class ConvexityProperty
{
    /// <summary>What f is on its domain; neither where the domain has gaps.</summary>
    public static Finding<Curvature> Of(AnalysedFunction function)
    {
        if (Anatomy.Of(function).IsStaircase)
            return new(Curvature.Neither, Certainty.Proved, $"It jumps: {Staircase.Because}.");
        if (function.Shape is not { } shape) return new(default, Certainty.NotDecided, $"Not decided: {function.WhyNoShape}.");
        if (GapOf(shape.Function) is { } gap)
            return new(
                Curvature.Neither, Certainty.Proved,
                gap.Value.IsEmpty || gap.Left is null || gap.Right is null
                    ? "Its domain is not an interval."
                    : FormattableString.Invariant($"It jumps at {gap.At.Midpoint:R}, inside its domain."));
        if (shape.Function.Seams.Any(seam => seam.IsContinuous is null || MayJumpAtEdge(shape.Function, seam)))
            return new(default, Certainty.NotDecided, "Not decided: whether it jumps at a seam is unknown.");
        var slopes = Course.Of(shape, 1);
        if (slopes.Goes(1) && slopes.Goes(-1))
            return new(Curvature.Neither, Certainty.Proved, "Its slope rises somewhere and falls somewhere.");
        return (slopes.GoesOnly(1), slopes.GoesOnly(-1)) switch
        {
            (true, true) => new(Curvature.Affine, Certainty.Proved, "Its slope is the same everywhere."),
            (true, _) => new(Curvature.Convex, Certainty.Proved, "Its slope never falls."),
            (_, true) => new(Curvature.Concave, Certainty.Proved, "Its slope never rises."),
            _ => new(default, Certainty.NotDecided, "Not decided: the sign of f″ is not known everywhere."),
        };
    }

    private static bool MayJumpAtEdge(PiecewiseFunction function, Seam seam) =>
        (seam.Left is null || seam.Right is null) && !seam.Value.IsEmpty && Switches.MayJump(function.Formula);

    // A convex function on an interval is continuous but at its ends.
    private static Seam? GapOf(PiecewiseFunction function)
    {
        var (first, last) = (function.Pieces[0], function.Pieces[^1]);
        return function.Seams.FirstOrDefault(seam =>
            seam.IsContinuous == false && seam.At.Lower > first.Hull.Lower && seam.At.Upper < last.Hull.Upper);
    }
}
