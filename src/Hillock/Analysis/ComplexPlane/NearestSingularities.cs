using System.Numerics;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.ComplexPlane;

/// <summary>Finds the nearest singularities of an expression that is analytic at 0, operation by operation.</summary>
/// <remarks>An operation is singular where an operand is, and where its divisor, or what stands for one, is 0. Where two
/// operands are singular at the same points, or a factor vanishes at a singular point of another, these might cancel, and
/// the answer is null.</remarks>
internal static class NearestSingularities
{
    // Values at singular points are computed in doubles: less than this may be 0.
    private const double MayBeZero = 1e-9;

    // Entire functions that have no imaginary period.
    private static readonly Primitive[] WithoutPeriod =
    [
        Primitive.Sin, Primitive.Cos, Primitive.Erf, Primitive.Erfc, Primitive.NormalDistribution,
        Primitive.NormalDensity,
    ];

    private static readonly Primitive[] Periodic = [Primitive.Exp, Primitive.Expm1, Primitive.Sinh, Primitive.Cosh];

    /// <summary>The nearest singularities; null where they are not known.</summary>
    public static Singularities? Of(Expression e) => e is Operation o && o.DependsOnX ? Of(o) : Singularities.None;

    private static Singularities? Of(Operation o)
    {
        if (Of(o[0]) is not { } first) return null;
        if (o.Primitive == Primitive.Negate) return first;
        if (o.Operands.Length == 1) return OfFunction(o.Primitive, o[0], first);
        if (o.Operands.Length != 2 || Of(o[1]) is not { } second) return null;
        return o.Primitive switch
        {
            Primitive.Add or Primitive.Subtract => OfSum(first, second),
            Primitive.Multiply => OfProduct((o[0], first), (o[1], second)),
            Primitive.Divide => OfQuotient((o[0], first), (o[1], second)),
            Primitive.Power when !o[1].DependsOnX => OfPower(o[0], first, o[1]),
            _ => null,
        };
    }

    private static Singularities? OfSum(Singularities a, Singularities b)
    {
        if (a.AreNearerThan(b)) return a;
        if (b.AreNearerThan(a)) return b;
        if (a.Points.Count == 0) return Singularities.None;
        if (a.Without(b) is { Count: > 0 } ofOne) return a with { Points = ofOne };
        if (b.Without(a) is { Count: > 0 } ofOther) return b with { Points = ofOther };
        return a.Kind != b.Kind ? a with { Kind = SingularityKind.Other } : null;
    }

    private static Singularities? OfProduct((Expression Of, Singularities At) a, (Expression Of, Singularities At) b)
    {
        if (a.At.AreNearerThan(b.At)) return Unless(a.At, b.Of);
        if (b.At.AreNearerThan(a.At)) return Unless(b.At, a.Of);
        if (a.At.Points.Count == 0) return Singularities.None;
        if (a.At.Without(b.At) is { Count: > 0 } points) return Unless(a.At with { Points = points }, b.Of);
        if (a.At.Kind != b.At.Kind) return a.At with { Kind = SingularityKind.Other };
        return a.At.Kind == SingularityKind.Pole ? a.At : null;
    }

    // Where b is analytic, a/b is analytic only if a = b·(a/b) is; where a is and is not 0, only if 1/b is.
    private static Singularities? OfQuotient((Expression Of, Singularities At) a, (Expression Of, Singularities At) b)
    {
        if (!b.Of.DependsOnX) return a.At;
        if (!NearestZero.TryFind(b.Of, b.At.Distance, out var zero)) return null;
        var poles = zero is null ? Singularities.None : Singularities.Pair(SingularityKind.Pole, zero.At);
        if (a.At.AreNearerThan(b.At) && !poles.AreNearerThan(a.At)) return a.At;
        if (poles.AreNearerThan(a.At) && poles.AreNearerThan(b.At)) return Unless(poles, a.Of);
        // At a pole of b, 1/b is 0.
        if (b.At.AreNearerThan(a.At) && b.At.Kind != SingularityKind.Pole) return Unless(b.At, a.Of);
        return a.At.Points.Count + b.At.Points.Count == 0 ? Singularities.None : null;
    }

    // A whole power is a product or a quotient; another one has a branch point at a zero.
    private static Singularities? OfPower(Expression of, Singularities inner, Expression exponent)
    {
        if (Expansion.At(exponent, Number.Zero).AsRational is not { } p) return null;
        if (!p.IsInteger) return OfRoot(of, inner, multiplicity => !(Rational.Of(multiplicity, 1) * p).IsInteger);
        if (p.Sign < 0) return OfQuotient((Expression.One, Singularities.None), (of, inner));
        return inner.Points.Count == 0 || inner.Kind == SingularityKind.Pole ? inner : null;
    }

    private static Singularities? OfRoot(Expression under, Singularities inner, Func<int, bool> hasBranch)
    {
        if (!NearestZero.TryFind(under, inner.Distance, out var zero)) return null;
        if (zero is null) return inner.Points.Count == 0 ? Singularities.None : null;
        return hasBranch(zero.Multiplicity) ? Singularities.Pair(SingularityKind.Other, zero.At) : null;
    }

    private static Singularities? OfFunction(Primitive g, Expression u, Singularities inner)
    {
        if (WithoutPeriod.Contains(g) || Periodic.Contains(g)) return OfEntire(g, inner);
        return g switch
        {
            Primitive.Sqrt => OfRoot(u, inner, multiplicity => multiplicity % 2 == 1),
            Primitive.Asinh => OfRoot(1 + (u * u), inner, multiplicity => multiplicity % 2 == 1),
            Primitive.Log => OfLogarithm(u, inner),
            Primitive.Log1p => OfLogarithm(1 + u, inner),
            Primitive.Softplus => OfLogarithm(1 + Apply(Primitive.Exp, u), inner),
            Primitive.Atan => OfDivisor(SingularityKind.Logarithm, 1 + (u * u), inner),
            Primitive.Tan => OfDivisor(SingularityKind.Pole, Apply(Primitive.Cos, u), inner),
            Primitive.Tanh => OfDivisor(SingularityKind.Pole, Apply(Primitive.Cosh, u), inner),
            Primitive.Sigmoid => OfDivisor(SingularityKind.Pole, 1 + Apply(Primitive.Exp, -u), inner),
            _ => null,
        };
    }

    // Near a pole they take every value; and they do not come back where a logarithm goes round.
    private static Singularities? OfEntire(Primitive g, Singularities inner)
    {
        if (inner.Points.Count == 0) return Singularities.None;
        var isSingular = inner.Kind == SingularityKind.Pole
            || (inner.Kind == SingularityKind.Logarithm && WithoutPeriod.Contains(g));
        return isSingular ? inner with { Kind = SingularityKind.Other } : null;
    }

    // The logarithm of a pole goes round with it.
    private static Singularities? OfLogarithm(Expression of, Singularities inner) =>
        OfDivisor(SingularityKind.Logarithm, of, inner)
        ?? (inner.Kind == SingularityKind.Pole && NearestZero.TryFind(of, inner.Distance, out var zero) && zero is null
            ? inner with { Kind = SingularityKind.Logarithm }
            : null);

    // Of a function that is singular where an expression is 0, which is analytic where u is.
    private static Singularities? OfDivisor(SingularityKind kind, Expression divisor, Singularities inner)
    {
        if (!NearestZero.TryFind(divisor, inner.Distance, out var zero)) return null;
        if (zero is not null) return Singularities.Pair(kind, zero.At);
        return inner.Points.Count == 0 ? Singularities.None : null;
    }

    private static Singularities? Unless(Singularities singular, Expression factor)
    {
        var points = singular.Points
            .Where(z => Continuation.At(factor, z) is { } value && Complex.Abs(value) > MayBeZero).ToList();
        if (points.Count == 0) return null;
        return new(singular.Kind == SingularityKind.Logarithm ? SingularityKind.Other : singular.Kind, points);
    }

    private static Operation Apply(Primitive primitive, Expression u) => new(primitive, u);
}
