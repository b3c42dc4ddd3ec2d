using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>Functions a·floor(b·x + c) + d·x + e with a, b ≠ 0, which jump at infinitely many points.</summary>
internal static class Staircase
{
    /// <summary>The argument, as the end of a sentence.</summary>
    public const string Because = "it is a linear function of floor of a linear function";

    /// <summary>Whether a formula in x alone is one.</summary>
    public static bool IsOne(Expression f)
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
