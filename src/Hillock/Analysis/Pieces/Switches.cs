using Hillock.Expressions;

namespace Hillock.Analysis.Pieces;

/// <summary>Where an expression changes its form, and the form that it has between two such points.</summary>
internal static class Switches
{
    /// <summary>Whether the zeros of <see cref="Boundaries"/> are all the places where the expression may fail to be
    /// analytic.</summary>
    public static bool AreCovered(Expression formula) =>
        !formula.Any(node => node is Operation { Primitive: Primitive.Floor } o && o.DependsOnX);

    /// <summary>Whether a primitive that can jump occurs; all others are continuous where they are defined.</summary>
    public static bool MayJump(Expression formula) => formula.Any(
        node => node is Operation o && o.DependsOnX && o.Primitive switch
        {
            Primitive.Floor or Primitive.Sign or Primitive.Where => true,
            // 0⁰ is 1, but not the limit of every aᵇ.
            Primitive.Power => o[1].DependsOnX,
            _ => false,
        });

    /// <summary>The expressions at whose zeros a switching primitive changes sides or a primitive ceases to be defined or
    /// analytic, each once, inner ones first.</summary>
    public static IReadOnlyList<Expression> Boundaries(Expression formula)
    {
        var boundaries = new List<Expression>();
        Visit(formula);
        return boundaries;

        void Visit(Expression e)
        {
            if (e is not Operation o || !o.DependsOnX) return;
            foreach (var operand in o.Operands) Visit(operand);
            foreach (var boundary in Of(o))
                if (boundary.DependsOnX && !boundaries.Contains(boundary))
                    boundaries.Add(boundary);
        }
    }

    /// <summary>The form of the expression where each boundary has a known sign; null where it is undefined there.</summary>
    /// <param name="formula">An expression that <see cref="AreCovered"/>.</param>
    /// <param name="sign">The sign of each of the <see cref="Boundaries"/>, −1, 0 or 1.</param>
    public static Expression? Specialise(Expression formula, Func<Expression, int> sign)
    {
        if (formula is not Operation o || !o.DependsOnX) return formula;
        if (o.Primitive == Primitive.Where) return Specialise(o[Holds((Operation)o[0], sign) ? 1 : 2], sign);
        if (!IsDefined(o, sign)) return null;
        return o.Primitive switch
        {
            Primitive.Abs => sign(o[0]) >= 0 ? Specialise(o[0], sign) : Negative(Specialise(o[0], sign)),
            Primitive.Sign => sign(o[0]),
            Primitive.Min => Specialise(o[sign(Difference(o[0], o[1])) <= 0 ? 0 : 1], sign),
            Primitive.Max => Specialise(o[sign(Difference(o[0], o[1])) >= 0 ? 0 : 1], sign),
            Primitive.Clamp => Specialise(Clamped(o, sign), sign),
            _ => WithOperands(o, sign),
        };
    }

    private static IEnumerable<Expression> Of(Operation o) => o.Primitive switch
    {
        Primitive.Abs or Primitive.Sign or Primitive.Log or Primitive.Sqrt => [o[0]],
        Primitive.Log1p => [Expression.One + o[0]],
        Primitive.Min or Primitive.Max => [Difference(o[0], o[1])],
        Primitive.Clamp => [Difference(o[0], o[1]), Difference(o[0], o[2]), Difference(o[1], o[2])],
        Primitive.Where when o[0] is Operation c => [Difference(c[0], c[1])],
        Primitive.Divide => [o[1]],
        Primitive.Power when !IsNatural(o[1]) => [o[0]],
        Primitive.Tan => [Functions.Cos(o[0])],
        _ => [],
    };

    private static bool IsDefined(Operation o, Func<Expression, int> sign) => o.Primitive switch
    {
        Primitive.Log or Primitive.Sqrt => sign(o[0]) > 0,
        Primitive.Log1p => sign(Expression.One + o[0]) > 0,
        Primitive.Divide => sign(o[1]) != 0,
        Primitive.Power when IsWhole(o[1]) => IsNatural(o[1]) || sign(o[0]) != 0,
        Primitive.Power => sign(o[0]) > 0,
        _ => true,
    };

    // min(max(a, low), high)
    private static Expression Clamped(Operation o, Func<Expression, int> sign)
    {
        if (sign(Difference(o[0], o[1])) >= 0) return sign(Difference(o[0], o[2])) <= 0 ? o[0] : o[2];
        return sign(Difference(o[1], o[2])) <= 0 ? o[1] : o[2];
    }

    private static bool Holds(Operation condition, Func<Expression, int> sign)
    {
        var difference = sign(Difference(condition[0], condition[1]));
        return condition.Primitive switch
        {
            Primitive.Less => difference < 0,
            Primitive.LessOrEqual => difference <= 0,
            Primitive.Greater => difference > 0,
            _ => difference >= 0,
        };
    }

    private static Operation? WithOperands(Operation o, Func<Expression, int> sign)
    {
        var operands = o.Operands.Select(operand => Specialise(operand, sign)).ToList();
        return operands.Contains(null) ? null : new Operation(o.Primitive, [.. operands.Select(operand => operand!)]);
    }

    private static Expression? Negative(Expression? e) => e is null ? null : -e;

    private static Expression Difference(Expression a, Expression b) => a - b;

    private static bool IsWhole(Expression e) => e is Constant c && c.Value == Math.Floor(c.Value);

    private static bool IsNatural(Expression e) => e is Constant { Value: >= 0 } && IsWhole(e);
}
