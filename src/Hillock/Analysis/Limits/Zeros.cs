using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>Points among which are all zeros of an expression in x: by inverting it step by step, with exact numbers;
/// where that fails, by intervals.</summary>
/// <remarks>Where an expression is 0 on a whole interval, the ends of that interval are switch points of a part of it
/// and need not be among the points.</remarks>
internal static class Zeros
{
    // A sum of several switching parts is solved for each combination of their branches.
    private const int MostBranches = 64;

    /// <exception cref="NotDecidedException">They are infinitely many, or cannot be found.</exception>
    public static IEnumerable<Breakpoint> Of(Expression e) => Where(e, Number.Zero, MostBranches);

    // Where e = c.
    private static IEnumerable<Breakpoint> Where(Expression e, Number c, int branches)
    {
        if (!e.DependsOnX) return [];
        if (e is Variable) return [new Breakpoint(c)];
        if (Polynomial.TryOf(e) is { } polynomial)
        {
            if (polynomial.Degree <= 2) return polynomial.RootsOf(c).Select(root => new Breakpoint(root));
            if (polynomial.IsNever(c)) return [];
        }

        return e is Operation o ? Inverted(o, c, branches) ?? General(o, c, branches) : [];
    }

    private static IEnumerable<Breakpoint>? Inverted(Operation o, Number c, int branches) => o.Primitive switch
    {
        Primitive.Negate => Where(o[0], -c, branches),
        Primitive.Add when !o[1].DependsOnX => Where(o[0], c - Value(o[1]), branches),
        Primitive.Add when !o[0].DependsOnX => Where(o[1], c - Value(o[0]), branches),
        Primitive.Subtract when !o[1].DependsOnX => Where(o[0], c + Value(o[1]), branches),
        Primitive.Subtract when !o[0].DependsOnX => Where(o[1], Value(o[0]) - c, branches),
        Primitive.Multiply when c.IsZero => Where(o[0], c, branches).Concat(Where(o[1], c, branches)),
        Primitive.Multiply when !o[0].DependsOnX => Scaled(o[1], Value(o[0]), c, branches),
        Primitive.Multiply when !o[1].DependsOnX => Scaled(o[0], Value(o[1]), c, branches),
        Primitive.Divide when c.IsZero => Where(o[0], c, branches),
        Primitive.Divide when !o[1].DependsOnX => Where(o[0], c * Value(o[1]), branches),
        Primitive.Divide when !o[0].DependsOnX => Where(o[1], Value(o[0]) / c, branches),
        Primitive.Power when !o[1].DependsOnX && Value(o[1]).AsRational is { } p => Powered(o[0], p, c, branches),
        Primitive.Min or Primitive.Max => Where(o[0], c, branches).Concat(Where(o[1], c, branches)),
        Primitive.Clamp => o.Operands.SelectMany(operand => Where(operand, c, branches)),
        Primitive.Where => Where(o[1], c, branches).Concat(Where(o[2], c, branches)),
        Primitive.Sign => Where(o[0], Number.Zero, branches),
        Primitive.Abs => c.Sign() < 0 ? [] : Where(o[0], c, branches).Concat(Where(o[0], -c, branches)),
        Primitive.Cosh => c.Sign() <= 0
            ? []
            : CoshInverse(c) is { } size ? Where(o[0], size, branches).Concat(Where(o[0], -size, branches)) : [],
        _ => InverseFunctions.Covers(o.Primitive)
            ? InverseFunctions.Of(o.Primitive, c) is { } argument ? Where(o[0], argument, branches) : []
            : null,
    };

    private static Number Value(Expression constant) => Expansion.At(constant, Number.Zero);

    private static IEnumerable<Breakpoint> Scaled(Expression e, Number factor, Number c, int branches) =>
        factor.IsZero ? [] : Where(e, c / factor, branches);

    private static IEnumerable<Breakpoint> Powered(Expression e, Rational p, Number c, int branches)
    {
        if (c.IsZero) return p.Sign > 0 ? Where(e, c, branches) : [];
        var isEven = p.IsInteger && !p.IsOddInteger;
        if (c.Sign() < 0) return p.IsOddInteger ? Where(e, -(-c).Power(1 / p), branches) : [];
        var root = c.Power(1 / p);
        return isEven ? Where(e, root, branches).Concat(Where(e, -root, branches)) : Where(e, root, branches);
    }

    private static Number? CoshInverse(Number c) => (c - 1).Sign() < 0
        ? null
        : NumberFunctions.Apply(Primitive.Log, c + ((c * c) - 1).Power(Rational.Half));

    private static IEnumerable<Breakpoint> General(Operation o, Number c, int branches)
    {
        if (branches > 0 && FirstSwitch(o) is { } node)
            return Alternatives(node).SelectMany(branch => Where(
                o.Transform(e => e.Equals(node) ? branch : e), c, branches / 2)).ToList();
        if (c.IsZero) return IsolatedZeros.Of(o);
        return c.AsRational?.ToBounds() is { } bounds && bounds.Low == bounds.High
            ? IsolatedZeros.Of(o - bounds.Low)
            : throw new NotDecidedException($"the points where {o} equals {c} are not separated");
    }

    private static Operation? FirstSwitch(Expression e)
    {
        Operation? found = null;
        e.Any(node => node is Operation o && Alternatives(o).Count > 0 && o.DependsOnX && (found = o) is not null);
        return found;
    }

    private static IReadOnlyList<Expression> Alternatives(Operation o) => o.Primitive switch
    {
        Primitive.Abs => [o[0], -o[0]],
        Primitive.Sign => [-1, 1],
        Primitive.Min or Primitive.Max => [o[0], o[1]],
        Primitive.Clamp => [o[0], o[1], o[2]],
        Primitive.Where => [o[1], o[2]],
        _ => [],
    };
}
