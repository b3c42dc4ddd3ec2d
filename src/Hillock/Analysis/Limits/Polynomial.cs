using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>A polynomial in x with exact coefficients.</summary>
/// <param name="Coefficients">Those of 1, x, x², …; the last one is not 0, and none stands for 0.</param>
internal sealed record Polynomial(IReadOnlyList<Number> Coefficients)
{
    private const int HighestDegree = 32;

    /// <summary>−1 for the polynomial 0.</summary>
    public int Degree => Coefficients.Count - 1;

    /// <summary>The polynomial that an expression is by its form, or null.</summary>
    public static Polynomial? TryOf(Expression e) => e switch
    {
        Variable => new Polynomial([0, 1]),
        _ when !e.DependsOnX => Constant(Expansion.At(e, Number.Zero)),
        Operation o => TryOf(o),
        _ => null,
    };

    private static Polynomial? TryOf(Operation o)
    {
        if (o.Primitive is not (Primitive.Add or Primitive.Subtract or Primitive.Multiply or Primitive.Divide
            or Primitive.Negate or Primitive.Power))
            return null;
        if (TryOf(o[0]) is not { } a) return null;
        if (o.Primitive == Primitive.Negate) return a.Times(-1);
        if (o.Primitive == Primitive.Power) return a.Power(o[1]);
        if (o.Primitive == Primitive.Divide && o[1].DependsOnX) return null;
        if (TryOf(o[1]) is not { } b) return null;
        return o.Primitive switch
        {
            Primitive.Add => a.Plus(b),
            Primitive.Subtract => a.Minus(b),
            Primitive.Multiply => a.Times(b),
            _ => b.Degree < 0 ? throw new UndefinedException("a division by 0") : a.Times(b.Coefficients[0].Power(-1)),
        };
    }

    /// <summary>The real x where it equals c; for degrees up to 2.</summary>
    public IEnumerable<Number> RootsOf(Number c)
    {
        var shifted = Plus(Constant(-c));
        if (shifted.Degree < 1) return [];
        var a = shifted.Coefficients;
        if (shifted.Degree == 1) return [-a[0] / a[1]];
        var discriminant = (a[1] * a[1]) - (4 * a[0] * a[2]);
        if (discriminant.Sign() < 0) return [];
        var root = discriminant.Power(Rational.Half);
        return new[] { (-a[1] - root) / (2 * a[2]), (-a[1] + root) / (2 * a[2]) }.DistinctBy(x => x.Key);
    }

    /// <summary>Whether it is shown to differ from c at every real x: after c is taken away it has even powers alone,
    /// all with one sign.</summary>
    public bool IsNever(Number c)
    {
        var shifted = Plus(Constant(-c)).Coefficients;
        return shifted.Count > 0 && !shifted[0].IsZero
            && shifted.Index().All(term => term.Item.IsZero
                || (term.Index % 2 == 0 && term.Item.Sign() == shifted[0].Sign()));
    }

    /// <summary>Its difference from another one where that is a number other than 0, else null.</summary>
    public Number? StepTo(Polynomial other) =>
        other.Minus(this) is { Degree: 0 } step ? step.Coefficients[0] : null;

    /// <summary>The difference.</summary>
    public Polynomial Minus(Polynomial other) => Plus(other.Times(-1));

    private static Polynomial Constant(Number c) => Trimmed([c]);

    private Polynomial Plus(Polynomial other) => Trimmed(
        [.. Enumerable.Range(0, Math.Max(Degree, other.Degree) + 1).Select(k => At(k) + other.At(k))]);

    private Number At(int power) => power < Coefficients.Count ? Coefficients[power] : 0;

    private Polynomial Times(Number factor) => Trimmed([.. Coefficients.Select(c => c * factor)]);

    private Polynomial? Times(Polynomial other)
    {
        if (Degree + other.Degree > HighestDegree) return null;
        if (Degree < 0 || other.Degree < 0) return new Polynomial([]);
        var product = Enumerable.Repeat(Number.Zero, Degree + other.Degree + 1).ToArray();
        for (var i = 0; i <= Degree; i++)
            for (var j = 0; j <= other.Degree; j++)
                product[i + j] += Coefficients[i] * other.Coefficients[j];
        return Trimmed(product);
    }

    private Polynomial? Power(Expression exponent)
    {
        if (exponent.DependsOnX
            || Expansion.At(exponent, Number.Zero).AsRational is not { IsInteger: true, Sign: >= 0 } n)
            return null;
        if (Degree * (double)n.Numerator > HighestDegree) return null;
        var power = Constant(1);
        for (var i = 0; i < (int)n.Numerator; i++) power = power?.Times(this);
        return power;
    }

    private static Polynomial Trimmed(Number[] coefficients)
    {
        var count = coefficients.Length;
        while (count > 0 && coefficients[count - 1].IsZero) count--;
        return new Polynomial(coefficients[..count]);
    }
}
