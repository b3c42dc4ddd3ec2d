using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>The inverses of the increasing primitives, as exact numbers.</summary>
internal static class InverseFunctions
{
    public static bool Covers(Primitive primitive) => primitive is Primitive.Exp or Primitive.Expm1 or Primitive.Log
        or Primitive.Log1p or Primitive.Sqrt or Primitive.Sigmoid or Primitive.Tanh or Primitive.Atan or Primitive.Sinh
        or Primitive.Asinh or Primitive.Softplus or Primitive.Erf or Primitive.NormalDistribution
        or Primitive.NormalDensity or Primitive.Erfc;

    /// <summary>u with f(u) = c, or null where there is none.</summary>
    /// <exception cref="NotDecidedException">There is one, without an exact form here.</exception>
    public static Number? Of(Primitive primitive, Number c) => primitive switch
    {
        Primitive.Exp => LogOf(c),
        Primitive.Expm1 => LogOf(c + 1),
        Primitive.Log => Apply(Primitive.Exp, c),
        Primitive.Log1p => Apply(Primitive.Exp, c) - 1,
        Primitive.Sqrt => c.Sign() < 0 ? null : c * c,
        Primitive.Sigmoid => IsBetween(c, 0, 1) ? LogOf(c / (1 - c)) : null,
        Primitive.Tanh => IsBetween(c, -1, 1)
            ? Apply(Primitive.Log, (1 + c) / (1 - c)) * new Number(Rational.Half)
            : null,
        Primitive.Atan => IsBetween(c, Number.Pi / -2, Number.Pi / 2) ? Apply(Primitive.Tan, c) : null,
        Primitive.Sinh => Apply(Primitive.Asinh, c),
        Primitive.Asinh => Apply(Primitive.Sinh, c),
        Primitive.Softplus => c.Sign() <= 0 ? null : LogOf(Apply(Primitive.Exp, c) - 1),
        Primitive.Erf => IsBetween(c, -1, 1) ? AtMiddle(c, 0) : null,
        Primitive.Erfc => IsBetween(c, 0, 2) ? AtMiddle(c, 1) : null,
        Primitive.NormalDistribution => IsBetween(c, 0, 1) ? AtMiddle(c, new Number(Rational.Half)) : null,
        Primitive.NormalDensity => c.Sign() <= 0 ? null : throw NoForm(c),
        _ => throw new ArgumentOutOfRangeException(nameof(primitive)),
    };

    private static Number Apply(Primitive primitive, Number c) => NumberFunctions.Apply(primitive, c);

    private static Number? LogOf(Number c) => c.Sign() <= 0 ? null : Apply(Primitive.Log, c);

    private static bool IsBetween(Number c, Number low, Number high) => (c - low).Sign() > 0 && (high - c).Sign() > 0;

    private static Number AtMiddle(Number c, Number middle) => (c - middle).IsZero ? 0 : throw NoForm(c);

    private static NotDecidedException NoForm(Number c) => new($"the point where a part equals {c} has no exact form");
}
