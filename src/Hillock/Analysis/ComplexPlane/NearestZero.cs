using System.Numerics;
using Hillock.Expressions;

namespace Hillock.Analysis.ComplexPlane;

/// <summary>The zero nearest to 0 of an expression that is analytic around 0, found by the argument principle: on a
/// circle around 0 the expression turns once for each zero inside.</summary>
/// <param name="At">A zero of that distance; the conjugate is another one.</param>
/// <param name="Multiplicity">How often the expression turns around it.</param>
internal sealed record NearestZero(Complex At, int Multiplicity)
{
    // Circles are narrowed down until no other zero is likely between them, then Newton's method takes over.
    private const double Narrow = 1e-3;
    private const double Near = 1e-2;
    private const double Smallest = 1e-12;
    private const int MostSteps = 60;
    private const double Settled = 1e-14;

    /// <summary>The nearest zero within a distance.</summary>
    /// <param name="e">It is analytic there.</param>
    /// <param name="distance">+∞ where e is entire.</param>
    /// <param name="zero">What was found; null where there is none.</param>
    /// <returns>Whether the search came to an end.</returns>
    public static bool TryFind(Expression e, double distance, out NearestZero? zero)
    {
        zero = null;
        if (e is Operation { Primitive: Primitive.Exp } or { DependsOnX: false }) return true;
        if (Winding.Around(e, 0, Smallest) != 0) return false;
        if (Bracket(e, distance) is not { } bracket) return false;
        if (double.IsInfinity(bracket.Outer)) return true;
        var (inner, outer) = bracket;
        while (outer > inner * (1 + Narrow))
        {
            var middle = Math.Sqrt(inner * outer);
            if (Winding.Around(e, 0, middle) is not { } turns) return false;
            if (turns == 0) inner = middle;
            else outer = middle;
        }

        zero = Polished(e, inner, outer);
        return zero is not null;
    }

    // A circle without a zero inside and one with; the outer one is infinite where none lies within the distance.
    private static (double Inner, double Outer)? Bracket(Expression e, double distance)
    {
        for (double inner = Smallest, outer; ; inner = outer)
        {
            outer = 2 * inner;
            if (outer >= distance)
            {
                // The singularity itself is no place to look at.
                var edge = distance * (1 - Narrow);
                return Winding.Around(e, 0, edge) switch
                {
                    null => null,
                    0 => (edge, double.PositiveInfinity),
                    _ => (inner, edge),
                };
            }

            if (Winding.Around(e, 0, outer) is not { } turns) return null;
            if (turns != 0) return (inner, outer);
        }
    }

    // By Newton's step times the multiplicity.
    private static NearestZero? Polished(Expression e, double inner, double outer)
    {
        var z = Winding.LeastOn(e, outer);
        if (Winding.Around(e, z, Near * Complex.Abs(z)) is not ({ } multiplicity and > 0)) return null;
        for (var step = 0; step < MostSteps; step++)
        {
            var h = 1e-5 * Complex.Abs(z);
            if (Continuation.At(e, z) is not { } value || Continuation.At(e, z + h) is not { } next
                || Continuation.At(e, z - h) is not { } last)
                return null;
            var change = multiplicity * value / ((next - last) / (2 * h));
            if (!Complex.IsFinite(change)) break;
            z -= change;
            if (Complex.Abs(change) < Settled * Complex.Abs(z)) break;
        }

        var isBetween = Complex.Abs(z) >= inner * (1 - Narrow) && Complex.Abs(z) <= outer * (1 + Narrow);
        return isBetween && Winding.Around(e, z, Narrow * Complex.Abs(z)) == multiplicity ? new(z, multiplicity) : null;
    }
}
