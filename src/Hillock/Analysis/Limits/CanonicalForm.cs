using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>A formula multiplied out with x as one more constant: formulas of the same form are the same function.
/// </summary>
internal static class CanonicalForm
{
    private static readonly Number X = Number.Of(Atom.X, Rational.One);

    /// <summary>Whether two formulas without switches are proved to be the same function; false where that is not
    /// known.</summary>
    public static bool AreEqual(Expression a, Expression b)
    {
        if (a.Equals(b)) return true;
        try
        {
            return (Of(a) - Of(b)).IsZero || (Of(StableRules.Recognise(a)) - Of(StableRules.Recognise(b))).IsZero;
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return false;
        }
    }

    /// <summary>The form of a formula without switches.</summary>
    /// <exception cref="NotDecidedException">It depends on a sign.</exception>
    /// <exception cref="UndefinedException">It divides by 0.</exception>
    public static Number Of(Expression e) => e switch
    {
        Variable => X,
        Constant c => Expansion.Exact(c),
        Operation o => OfOperation(o),
        _ => throw new NotDecidedException($"the parameter {e} has no value"),
    };

    private static Number OfOperation(Operation o) => o.Primitive switch
    {
        Primitive.Add => Of(o[0]) + Of(o[1]),
        Primitive.Subtract => Of(o[0]) - Of(o[1]),
        Primitive.Multiply => Of(o[0]) * Of(o[1]),
        Primitive.Divide => Of(o[0]) / Of(o[1]),
        Primitive.Power => NumberFunctions.Power(Of(o[0]), Of(o[1])),
        _ when o.Operands.Length == 1 => NumberFunctions.Apply(o.Primitive, Of(o[0])),
        _ => throw new NotDecidedException($"{o} switches"),
    };

    /// <summary>Whether a formula without switches is built from analytic functions and quotients around a point, so
    /// that it is analytic there where it has a finite limit.</summary>
    public static bool IsMeromorphicAt(Expression e, Number point) =>
        !e.Any(node => node is Operation o && !IsMeromorphic(o, point));

    private static bool IsMeromorphic(Operation o, Number point)
    {
        if (o.Primitive is Primitive.Add or Primitive.Subtract or Primitive.Multiply or Primitive.Divide or Primitive.Negate)
            return true;
        if (!o.DependsOnX) return true;
        var argument = Limit.Beside(o[0], point, 1);
        if (o.Primitive == Primitive.Power)
        {
            if (o[1].DependsOnX || Expansion.At(o[1], point).AsRational is not { } p)
                return argument is { Kind: LimitKind.Finite } && argument.Exact!.Bounds.Sign > 0;
            return p.IsInteger || argument is { Kind: LimitKind.Finite } && argument.Exact!.Bounds.Sign > 0;
        }

        if (argument.Kind != LimitKind.Finite) return false;
        return o.Primitive switch
        {
            Primitive.Log or Primitive.Sqrt => argument.Exact!.Bounds.Sign > 0,
            Primitive.Log1p => (argument.Exact! + 1).Bounds.Sign > 0,
            _ => o.Operands.Length == 1
                && o.Primitive is not (Primitive.Abs or Primitive.Sign or Primitive.Floor or Primitive.Tan),
        };
    }
}
