using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>The radius of convergence at 0: the distance of the nearest complex singularity.</summary>
internal static class ConvergenceRadius
{
    // Analytic on all of ℂ.
    private static readonly Primitive[] Entire =
    [
        Primitive.Add, Primitive.Subtract, Primitive.Multiply, Primitive.Negate, Primitive.Exp, Primitive.Expm1,
            Primitive.Sin,
        Primitive.Cos, Primitive.Sinh, Primitive.Cosh, Primitive.Erf, Primitive.Erfc, Primitive.NormalDistribution,
        Primitive.NormalDensity,
    ];

    /// <summary>The radius; +∞ for an entire function; null where it is not known.</summary>
    /// <remarks>Known where f is P·g + h with a polynomial P that has no zero off 0, h entire, and g one primitive of
    /// a·x; or 1/q with a quadratic q.</remarks>
    public static double? Of(Expression f)
    {
        var e = StableRules.Recognise(f);
        if (IsEntire(e)) return double.PositiveInfinity;
        return OfOperation(e);
    }

    private static double? OfOperation(Expression e) => e switch
    {
        Operation { Primitive: Primitive.Add or Primitive.Subtract } o =>
            IsEntire(o[0]) ? OfOperation(o[1]) : IsEntire(o[1]) ? OfOperation(o[0]) : null,
        Operation { Primitive: Primitive.Negate } o => OfOperation(o[0]),
        Operation { Primitive: Primitive.Multiply } o =>
            IsMonomial(o[0]) ? OfOperation(o[1]) : IsMonomial(o[1]) ? OfOperation(o[0]) : null,
        Operation { Primitive: Primitive.Divide } o when !o[1].DependsOnX => OfOperation(o[0]),
        Operation { Primitive: Primitive.Divide } o when IsMonomial(o[0]) => NearestZero(o[1]),
        Operation o when o.Operands.Length == 1 && Polynomial.TryOf(o[0]) is { Degree: 1 } line
            && line.Coefficients[0].IsZero =>
            NearestSingularity(o.Primitive) / Math.Abs(line.Coefficients[1].Bounds.Middle),
        _ => null,
    };

    private static double? NearestSingularity(Primitive primitive) => primitive switch
    {
        Primitive.Tanh or Primitive.Tan => Math.PI / 2,
        Primitive.Sigmoid or Primitive.Softplus => Math.PI,
        Primitive.Atan or Primitive.Asinh or Primitive.Log1p => 1,
        _ => null,
    };

    private static bool IsEntire(Expression e) =>
        !e.Any(node => node is Operation o && o.DependsOnX && !Entire.Contains(o.Primitive) && !IsEntire(o));

    private static bool IsEntire(Operation o) => o.Primitive switch
    {
        Primitive.Divide => !o[1].DependsOnX,
        Primitive.Power => !o[1].DependsOnX
            && Expansion.At(o[1], Number.Zero).AsRational is { IsInteger: true, Sign: >= 0 },
        _ => false,
    };

    private static bool IsMonomial(Expression e) =>
        Polynomial.TryOf(e) is { Degree: >= 0 } p && p.Coefficients.Take(p.Degree).All(c => c.IsZero);

    // Of a + b·x + c·x² without a real zero at 0.
    private static double? NearestZero(Expression e)
    {
        if (Polynomial.TryOf(e) is not { Degree: 1 or 2 } p || p.Coefficients[0].IsZero) return null;
        var (a, b) = (p.Coefficients[0].Bounds.Middle, p.Coefficients[1].Bounds.Middle);
        if (p.Degree == 1) return Math.Abs(a / b);
        var c = p.Coefficients[2].Bounds.Middle;
        var discriminant = (b * b) - (4 * a * c);
        return discriminant <= 0
            ? Math.Sqrt(a / c)
            : Math.Min(Math.Abs((-b + Math.Sqrt(discriminant)) / (2 * c)),
                Math.Abs((-b - Math.Sqrt(discriminant)) / (2 * c)));
    }
}
