using Hillock.Expressions;

namespace Hillock.Kernels.SavedStates;

/// <summary>(a·t + b) / (c·t + d), where t is the only part that depends on x.</summary>
internal sealed record Fraction(Expression A, Expression B, Expression C, Expression D)
{
    /// <summary>a·d − b·c, which is 0 where the fraction is constant.</summary>
    public Expression Determinant => Simplifier.Simplify((A * D) - (B * C));

    /// <summary>t, found from y.</summary>
    public Expression Solve(Expression y) => Simplifier.Simplify(((D * y) - B) / (A - (C * y)));

    /// <summary>∂y/∂t, from y.</summary>
    public Expression Slope(Expression y) => C.IsZero
        ? Simplifier.Simplify(A / D)
        : Simplifier.Simplify(Functions.Power(A - (C * y), 2) / Determinant);

    /// <summary>t · ∂y/∂t, from y, without dividing by what may vanish.</summary>
    public Expression Scaled(Expression y) => C.IsZero
        ? Simplifier.Simplify(y - (B / D))
        : Simplifier.Simplify((A - (C * y)) * ((D * y) - B) / Determinant);

    /// <summary>The expression as such a fraction of t, or null.</summary>
    public static Fraction? Of(Expression e, Expression t)
    {
        if (e.Equals(t)) return new Fraction(Expression.One, Expression.Zero, Expression.Zero, Expression.One);
        if (!e.DependsOnX) return new Fraction(Expression.Zero, e, Expression.Zero, Expression.One);
        if (e is not Operation o || Of(o[0], t) is not { } left) return null;
        if (o.Primitive == Primitive.Negate) return left.Negative();
        if (o.Operands.Length != 2 || Of(o[1], t) is not { } right) return null;
        return o.Primitive switch
        {
            Primitive.Add => Sum(left, right),
            Primitive.Subtract => Sum(left, right.Negative()),
            Primitive.Multiply => Product(left, right),
            Primitive.Divide => Product(left, new Fraction(right.C, right.D, right.A, right.B)),
            _ => null,
        };
    }

    /// <summary>The part of an expression that sums, products and quotients with what does not depend on x are made of;
    /// null where there are several.</summary>
    public static Expression? Core(Expression e)
    {
        if (e is not Operation o || !IsRational(o.Primitive)) return e;
        Expression? core = null;
        foreach (var operand in o.Operands.Where(operand => operand.DependsOnX))
        {
            if (Core(operand) is not { } part || (core is not null && !core.Equals(part))) return null;
            core = part;
        }

        return core;
    }

    private static bool IsRational(Primitive primitive) =>
        primitive is Primitive.Add or Primitive.Subtract or Primitive.Multiply or Primitive.Divide or Primitive.Negate;

    private Fraction Negative() => this with { A = -A, B = -B };

    private static Fraction? Sum(Fraction p, Fraction q)
    {
        if (p.C.Equals(q.C) && p.D.Equals(q.D)) return Simplified(p.A + q.A, p.B + q.B, p.C, p.D);
        return q.IsFree ? Plus(p, q) : p.IsFree ? Plus(q, p) : null;
    }

    // q does not depend on t.
    private static Fraction Plus(Fraction p, Fraction q)
    {
        var number = q.B / q.D;
        return Simplified(p.A + (number * p.C), p.B + (number * p.D), p.C, p.D);
    }

    private static Fraction? Product(Fraction p, Fraction q) =>
        q.IsFree ? Times(p, q) : p.IsFree ? Times(q, p)
        // (a·t + b)/d · d′/(c·t + d): numerators over denominators, of which each has one t at most.
        : p.C.IsZero && q.A.IsZero ? Simplified(p.A * q.B, p.B * q.B, q.C * p.D, q.D * p.D)
        : q.C.IsZero && p.A.IsZero ? Product(q, p)
        : null;

    private static Fraction Times(Fraction p, Fraction q) =>
        Simplified(p.A * q.B, p.B * q.B, p.C * q.D, p.D * q.D);

    private bool IsFree => A.IsZero && C.IsZero;

    private static Fraction Simplified(Expression a, Expression b, Expression c, Expression d) =>
        new(Simplifier.Simplify(a), Simplifier.Simplify(b), Simplifier.Simplify(c), Simplifier.Simplify(d));
}
