using Hillock.Analysis.Pieces;

namespace Hillock.Analysis.Properties;

/// <summary>Whether an activation is monotone, from the signs of f′ and the steps at its seams.</summary>
internal static class MonotonicityProperty
{
    /// <summary>What f is on its whole domain.</summary>
    public static Finding<Monotonicity> Of(AnalysedFunction function)
    {
        if (function.Shape is not { } shape) return ByComposition(function, function.WhyNoShape);
        var course = Course.Of(shape, 0);
        if (course.Goes(1) && course.Goes(-1))
            return new(Monotonicity.NotMonotone, Certainty.Proved, "It rises somewhere and falls somewhere.");
        if (course.GoesOnly(1) && course.GoesOnly(-1))
            return new(Monotonicity.Constant, Certainty.Proved, "Its derivative is 0 and it does not jump.");
        foreach (var direction in (int[])[1, -1])
            if (course.GoesOnly(direction))
                return new(
                    In(direction, course.IsStrict), Certainty.Proved,
                    $"f′ {(direction > 0 ? "≥" : "≤")} 0 wherever it exists, {(course.IsStrict ? "but 0 on no interval, " : "")}"
                    + "and no jump goes the other way.");
        return ByComposition(function, "the sign of f′ or a step at a seam is not decided everywhere");
    }

    /// <summary>The word for a direction.</summary>
    internal static Monotonicity In(int direction, bool isStrict) => (direction, isStrict) switch
    {
        (0, _) => Monotonicity.Constant,
        ( > 0, true) => Monotonicity.Increasing,
        ( > 0, false) => Monotonicity.NonDecreasing,
        (_, true) => Monotonicity.Decreasing,
        _ => Monotonicity.NonIncreasing,
    };

    private static Finding<Monotonicity> ByComposition(AnalysedFunction function, string whyNot) =>
        MonotoneComposition.DirectionOf(function.ExactFormula) is { } direction and not 0
            ? new(In(direction, isStrict: false), Certainty.Proved, "It is composed of monotone functions.")
            : new(default, Certainty.NotDecided, $"Not decided: {whyNot}.");
}
