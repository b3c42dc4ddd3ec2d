using System.Collections.Immutable;
using static Hillock.Expressions.Asymptotics.SeriesArithmetic;

namespace Hillock.Expressions.Asymptotics;

/// <summary>The table of expansions: one row a primitive.</summary>
/// <remarks>Operands are expanded when a row asks for them, so that the branch of <c>where</c> that is not taken may be
/// undefined.</remarks>
internal static class ExpansionRules
{
    /// <summary>From the operands, which are expanded on demand, to the expansion of the result.</summary>
    private delegate Series Row(Func<int, Series> a, int order);

    private static readonly Dictionary<Primitive, Row> Rows = new()
    {
        [Primitive.Add] = (a, _) => Sum(a(0), a(1)),
        [Primitive.Subtract] = (a, _) => Difference(a(0), a(1)),
        [Primitive.Multiply] = (a, n) => Product(a(0), a(1), n),
        [Primitive.Divide] = (a, n) => Product(a(0), SeriesFunctions.Inverse(a(1), n), n),
        [Primitive.Power] = (a, n) => Raised(a(0), a(1), n),
        [Primitive.Negate] = (a, _) => Negative(a(0)),
        [Primitive.Abs] = (a, _) => Abs(a(0)),
        [Primitive.Sign] = (a, _) => Series.Of(a(0).Sign()),
        [Primitive.Min] = (a, _) => Smaller(a(0), a(1)),
        [Primitive.Max] = (a, _) => Negative(Smaller(Negative(a(0)), Negative(a(1)))),
        [Primitive.Clamp] = (a, _) => Smaller(Negative(Smaller(Negative(a(0)), Negative(a(1)))), a(2)),
        [Primitive.Floor] = (a, _) => SeriesFunctions.Floor(a(0)),
        [Primitive.Exp] = (a, n) => SeriesFunctions.Exp(a(0), n),
        [Primitive.Expm1] = (a, n) => Difference(SeriesFunctions.Exp(a(0), n), Series.Of(1)),
        [Primitive.Log] = (a, n) => SeriesFunctions.Log(a(0), n),
        [Primitive.Log1p] = (a, n) => SeriesFunctions.Log(Sum(a(0), Series.Of(1)), n),
        [Primitive.Sqrt] = (a, n) => Power(a(0), Rational.Half, n),
        [Primitive.Sin] = (a, n) => SeriesFunctions.Wavy(Primitive.Sin, a(0), n),
        [Primitive.Cos] = (a, n) => SeriesFunctions.Wavy(Primitive.Cos, a(0), n),
        [Primitive.Tan] = (a, n) => Tan(a(0), n),
        [Primitive.Atan] = (a, n) => SeriesFunctions.Atan(a(0), n),
        [Primitive.Sinh] = (a, n) => Hyperbolic(a(0), -1, n),
        [Primitive.Cosh] = (a, n) => Hyperbolic(a(0), 1, n),
        [Primitive.Tanh] = (a, n) => SeriesFunctions.Tanh(a(0), n),
        [Primitive.Asinh] = (a, n) => SeriesFunctions.Asinh(a(0), n),
        [Primitive.Erf] = (a, n) => SeriesFunctions.Erf(a(0), n),
        [Primitive.Erfc] = (a, n) => SeriesFunctions.Erfc(a(0), n),
        [Primitive.Sigmoid] = (a, n) => SeriesFunctions.Sigmoid(a(0), n),
        [Primitive.Softplus] = (a, n) => SeriesFunctions.Softplus(a(0), n),
        [Primitive.NormalDistribution] = (a, n) => SeriesFunctions.NormalDistribution(a(0), n),
        [Primitive.NormalDensity] = (a, n) => SeriesFunctions.NormalDensity(a(0), n),
        [Primitive.Less] = (a, _) => Truth(Difference(a(0), a(1)).Sign() < 0),
        [Primitive.LessOrEqual] = (a, _) => Truth(Difference(a(0), a(1)).Sign() <= 0),
        [Primitive.Greater] = (a, _) => Truth(Difference(a(0), a(1)).Sign() > 0),
        [Primitive.GreaterOrEqual] = (a, _) => Truth(Difference(a(0), a(1)).Sign() >= 0),
        [Primitive.Where] = (a, _) => a(a(0).IsExactlyZero ? 2 : 1),
    };

    public static bool Covers(Primitive primitive) => Rows.ContainsKey(primitive);

    /// <summary>The expansion of an operation.</summary>
    public static Series Apply(Primitive primitive, Func<int, Series> operands, int order) =>
        Rows[primitive](operands, order);

    private static Series Truth(bool holds) => holds ? Series.Of(1) : Series.Zero;

    private static Series Raised(Series a, Series b, int order)
    {
        if (b.AsNumber is { } exponent)
        {
            if (exponent.AsRational is { } p) return Power(a, p, order);
            if (a.AsNumber is { } c) return Series.Of(NumberFunctions.Power(c, exponent));
        }

        return SeriesFunctions.Exp(Product(b, SeriesFunctions.Log(a, order), order), order);
    }

    private static Series Abs(Series a)
    {
        if (a is { IsExact: true, Terms: [{ Wave: { Bounds.Sign: 0 } wave } only] })
            return new Series([new Term(Number.One, Wave.Apply(Primitive.Abs, only.Factor, wave), only.Monomial)]);
        return a.Sign() < 0 ? Negative(a) : a;
    }

    private static Series Smaller(Series a, Series b) => Difference(a, b).Sign() <= 0 ? a : b;

    private static Series Tan(Series a, int order) =>
        Product(SeriesFunctions.Wavy(Primitive.Sin, a, order),
            SeriesFunctions.Inverse(SeriesFunctions.Wavy(Primitive.Cos, a, order), order), order);

    private static Series Hyperbolic(Series a, int sign, int order) => Times(
        Sum(SeriesFunctions.Exp(a, order), Times(SeriesFunctions.Exp(Negative(a), order), sign)),
            new Number(Rational.Half));
}
