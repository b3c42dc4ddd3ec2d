using System.Numerics;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.ComplexPlane;

/// <summary>An expression in doubles along a path through the complex plane that begins at 0: logarithms and roots are
/// followed from point to point, so that no cut of a principal branch is met.</summary>
internal static class Continuation
{
    private const int StepsOfRay = 64;

    private static readonly Complex I = Complex.ImaginaryOne;

    /// <summary>The values at the points of a path; null where the expression is not among those that are known here.
    /// </summary>
    /// <param name="e">It is analytic all along the path.</param>
    /// <param name="path">Steps small beside the distance to the nearest singularity.</param>
    public static Complex[]? Along(Expression e, Complex[] path) => e switch
    {
        Variable => path,
        Operation o when o.DependsOnX => Along(o, path),
        _ => [.. Enumerable.Repeat(new Complex(ValueOf(e), 0), path.Length)],
    };

    /// <summary>The value at one point, by the straight way from 0; null where it is not known.</summary>
    public static Complex? At(Expression e, Complex z) => Along(e, Ray(z))?[^1];

    /// <summary>The straight way from 0.</summary>
    public static Complex[] Ray(Complex z) =>
        [.. Enumerable.Range(0, StepsOfRay + 1).Select(k => z * ((double)k / StepsOfRay))];

    private static double ValueOf(Expression constant) => Expansion.At(constant, Number.Zero).Bounds.Middle;

    private static Complex[]? Along(Operation o, Complex[] path)
    {
        if (Along(o[0], path) is not { } u) return null;
        if (o.Operands.Length == 1) return Along(o.Primitive, u);
        return o.Operands.Length == 2 && Along(o[1], path) is { } v ? Along(o.Primitive, u, v) : null;
    }

    private static Complex[]? Along(Primitive primitive, Complex[] u, Complex[] v) => primitive switch
    {
        Primitive.Add => [.. u.Zip(v, (a, b) => a + b)],
        Primitive.Subtract => [.. u.Zip(v, (a, b) => a - b)],
        Primitive.Multiply => [.. u.Zip(v, (a, b) => a * b)],
        Primitive.Divide => [.. u.Zip(v, (a, b) => a / b)],
        Primitive.Power => Power(u, v),
        _ => null,
    };

    private static Complex[]? Along(Primitive primitive, Complex[] u) => primitive switch
    {
        Primitive.Negate => Each(u, z => -z),
        Primitive.Exp => Each(u, Complex.Exp),
        Primitive.Expm1 => Each(u, z => Complex.Exp(z) - 1),
        Primitive.Sin => Each(u, Complex.Sin),
        Primitive.Cos => Each(u, Complex.Cos),
        Primitive.Tan => Each(u, Complex.Tan),
        Primitive.Sinh => Each(u, Complex.Sinh),
        Primitive.Cosh => Each(u, Complex.Cosh),
        Primitive.Tanh => Each(u, z => 1 - (2 / (Complex.Exp(2 * z) + 1))),
        Primitive.Sigmoid => Each(u, z => 1 / (1 + Complex.Exp(-z))),
        Primitive.NormalDensity => Each(u, z => Complex.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)),
        Primitive.Erf => Each(u, ErrorFunction.Of),
        Primitive.Erfc => Each(u, z => 1 - ErrorFunction.Of(z)),
        Primitive.NormalDistribution => Each(u, z => (1 + ErrorFunction.Of(z / Math.Sqrt(2))) / 2),
        Primitive.Log => Logarithm(u),
        Primitive.Log1p => Logarithm(Each(u, z => 1 + z)),
        Primitive.Softplus => Logarithm(Each(u, z => 1 + Complex.Exp(z))),
        Primitive.Sqrt => Power(u, 0.5),
        Primitive.Atan => [.. Logarithm(Each(u, z => 1 + (I * z))).Zip(
            Logarithm(Each(u, z => 1 - (I * z))), (a, b) => (a - b) / (2 * I))],
        Primitive.Asinh => Logarithm([.. u.Zip(Power(Each(u, z => 1 + (z * z)), 0.5), (a, b) => a + b)]),
        _ => null,
    };

    private static Complex[] Each(Complex[] u, Func<Complex, Complex> function) => [.. u.Select(function)];

    private static Complex[]? Power(Complex[] u, Complex[] exponents)
    {
        if (Array.Exists(exponents, each => each != exponents[0])) return null;
        var exponent = exponents[0].Real;
        return double.IsInteger(exponent) ? Each(u, z => WholePower(z, (int)exponent)) : Power(u, exponent);
    }

    private static Complex[] Power(Complex[] u, double exponent) => Each(Logarithm(u), log => Complex.Exp(exponent * log));

    private static Complex WholePower(Complex z, int exponent)
    {
        var power = Complex.One;
        for (var i = 0; i < Math.Abs(exponent); i++) power *= z;
        return exponent < 0 ? 1 / power : power;
    }

    private static Complex[] Logarithm(Complex[] u)
    {
        var logarithm = new Complex[u.Length];
        logarithm[0] = Complex.Log(u[0]);
        for (var k = 1; k < u.Length; k++) logarithm[k] = logarithm[k - 1] + Complex.Log(u[k] / u[k - 1]);
        return logarithm;
    }
}
