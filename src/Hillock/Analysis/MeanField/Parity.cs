using Hillock.Expressions;

namespace Hillock.Analysis.MeanField;

/// <summary>Whether an expression is odd, by the parities of its parts.</summary>
internal static class Parity
{
    private enum Kind
    {
        Neither,
        Even,
        Odd,
    }

    /// <summary>Whether e(−x) = −e(x) follows, at all but single points; false where it does not follow.</summary>
    public static bool IsOdd(Expression e) => e.IsZero || Of(e) == Kind.Odd;

    private static Kind Of(Expression e)
    {
        if (e is Variable) return Kind.Odd;
        if (e is not Operation o) return Kind.Even;
        if (!o.DependsOnX) return Kind.Even;
        var parts = o.Operands.Select(Of).ToArray();
        if (parts.All(part => part == Kind.Even)) return Kind.Even;
        return o.Primitive switch
        {
            Primitive.Add or Primitive.Subtract => parts[0] == parts[1] ? parts[0] : Kind.Neither,
            Primitive.Multiply or Primitive.Divide => Product(parts[0], parts[1]),
            Primitive.Power when parts[0] == Kind.Odd && o[1] is Constant c => OfPower(c.Value),
            Primitive.Negate or Primitive.Sign or Primitive.Sin or Primitive.Tan or Primitive.Atan or Primitive.Sinh
                or Primitive.Tanh or Primitive.Asinh or Primitive.Erf => parts[0],
            Primitive.Abs or Primitive.Cos or Primitive.Cosh or Primitive.NormalDensity when parts[0] != Kind.Neither =>
                Kind.Even,
            Primitive.Clamp when parts[0] == Kind.Odd && IsNegative(o[1], o[2]) => Kind.Odd,
            Primitive.Where => OfWhere(o, parts),
            _ => Kind.Neither,
        };
    }

    private static Kind Product(Kind a, Kind b) =>
        a == Kind.Neither || b == Kind.Neither ? Kind.Neither : a == b ? Kind.Even : Kind.Odd;

    private static Kind OfPower(double exponent) =>
        exponent % 2 == 0 ? Kind.Even : Math.Abs(exponent % 2) == 1 ? Kind.Odd : Kind.Neither;

    // A condition on |x| between like branches, or one on the side of 0 between branches that mirror each other.
    private static Kind OfWhere(Operation o, Kind[] parts)
    {
        if (parts[0] == Kind.Even) return parts[1] == parts[2] ? parts[1] : Kind.Neither;
        var isSideOfZero = o[0] is Operation c && c[0] is Variable && c[1].IsZero;
        if (!isSideOfZero) return Kind.Neither;
        var mirrored = Simplifier.Simplify(o[2].Substitute(-Expression.X));
        return IsNegative(mirrored, o[1]) ? Kind.Odd : mirrored.Equals(Simplifier.Simplify(o[1])) ? Kind.Even : Kind.Neither;
    }

    private static bool IsNegative(Expression a, Expression b) => Simplifier.Simplify(a + b).IsZero;
}
