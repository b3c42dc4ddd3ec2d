using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Tests.Analysis.ComplexPlane;

/// <summary>Power series at 0 in doubles, of an order that shows where they converge: f is followed through its
/// differential equations, so that no point of the complex plane is ever named.</summary>
internal static class PowerSeries
{
    /// <summary>The coefficients of f(scale·x).</summary>
    public static double[] Of(Expression f, double scale, int count) => f switch
    {
        Variable => [0, scale, .. new double[count - 2]],
        Operation o when o.DependsOnX => Of(o, scale, count),
        _ => Constant(Expansion.At(f, Number.Zero).Bounds.Middle, count),
    };

    private static double[] Of(Operation o, double scale, int count)
    {
        var u = o.Operands.Select(operand => Of(operand, scale, count)).ToArray();
        return o.Primitive switch
        {
            Primitive.Add => Sum(u[0], u[1]),
            Primitive.Subtract => Sum(u[0], Times(u[1], -1)),
            Primitive.Multiply => Product(u[0], u[1]),
            Primitive.Divide => Quotient(u[0], u[1]),
            Primitive.Negate => Times(u[0], -1),
            Primitive.Power => Power(u[0], u[1][0]),
            Primitive.Sqrt => Power(u[0], 0.5),
            Primitive.Exp => Exp(u[0]),
            Primitive.Expm1 => Sum(Exp(u[0]), Constant(-1, count)),
            Primitive.Sinh => Times(Sum(Exp(u[0]), Times(Exp(Times(u[0], -1)), -1)), 0.5),
            Primitive.Cosh => Cosh(u[0]),
            Primitive.Tanh => Quotient(Sum(Exp(Times(u[0], 2)), Constant(-1, count)), Sum(Exp(Times(u[0], 2)), Constant(1, count))),
            Primitive.Sigmoid => Sigmoid(u[0]),
            Primitive.Sin => Waves(u[0]).Sine,
            Primitive.Cos => Waves(u[0]).Cosine,
            Primitive.Tan => Quotient(Waves(u[0]).Sine, Waves(u[0]).Cosine),
            Primitive.NormalDensity => Density(u[0]),
            Primitive.Log => Integral(Math.Log(u[0][0]), u[0], Quotient(Constant(1, count), u[0])),
            Primitive.Log1p => Integral(Math.Log(1 + u[0][0]), u[0], Quotient(Constant(1, count), Sum(u[0], Constant(1, count)))),
            Primitive.Softplus => Integral(Math.Log(1 + Math.Exp(u[0][0])), u[0], Sigmoid(u[0])),
            Primitive.Atan => Integral(Math.Atan(u[0][0]), u[0], Power(OnePlusSquare(u[0]), -1)),
            Primitive.Asinh => Integral(Math.Asinh(u[0][0]), u[0], Power(OnePlusSquare(u[0]), -0.5)),
            // Their values at 0 do not matter for the radius.
            Primitive.Erf => Integral(0, u[0], Density(Times(u[0], Math.Sqrt(2)))),
            Primitive.Erfc => Integral(1, u[0], Times(Density(Times(u[0], Math.Sqrt(2))), -1)),
            Primitive.NormalDistribution => Integral(0.5, u[0], Density(u[0])),
            _ => throw new NotSupportedException(o.Primitive.ToString()),
        };
    }

    private static double[] Constant(double value, int count) => [value, .. new double[count - 1]];

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (p, q) => p + q)];

    private static double[] Times(double[] a, double factor) => [.. a.Select(p => p * factor)];

    private static double[] Product(double[] a, double[] b) =>
        [.. Enumerable.Range(0, a.Length).Select(n => Enumerable.Range(0, n + 1).Sum(k => a[k] * b[n - k]))];

    private static double[] Quotient(double[] a, double[] b)
    {
        var q = new double[a.Length];
        for (var n = 0; n < q.Length; n++)
            q[n] = (a[n] - Enumerable.Range(0, n).Sum(k => q[k] * b[n - k])) / b[0];
        return q;
    }

    // h = eᵘ: h′ = h·u′.
    private static double[] Exp(double[] u)
    {
        var h = new double[u.Length];
        h[0] = Math.Exp(u[0]);
        for (var n = 1; n < h.Length; n++) h[n] = Enumerable.Range(1, n).Sum(k => k * u[k] * h[n - k]) / n;
        return h;
    }

    // h = uᵖ: u·h′ = p·u′·h. Whole powers are products: u may be 0 at 0.
    private static double[] Power(double[] u, double p)
    {
        if (double.IsInteger(p) && p >= 0)
            return Enumerable.Range(0, (int)p).Aggregate(Constant(1, u.Length), (product, _) => Product(product, u));
        var h = new double[u.Length];
        h[0] = Math.Pow(u[0], p);
        for (var n = 1; n < h.Length; n++)
            h[n] = Enumerable.Range(1, n).Sum(k => ((p * k) - (n - k)) * u[k] * h[n - k]) / (n * u[0]);
        return h;
    }

    private static double[] Cosh(double[] u) => Times(Sum(Exp(u), Exp(Times(u, -1))), 0.5);

    private static double[] Sigmoid(double[] u) =>
        Quotient(Constant(1, u.Length), Sum(Constant(1, u.Length), Exp(Times(u, -1))));

    private static double[] OnePlusSquare(double[] u) => Sum(Constant(1, u.Length), Product(u, u));

    private static double[] Density(double[] u) => Times(Exp(Times(Product(u, u), -0.5)), 1 / Math.Sqrt(2 * Math.PI));

    private static (double[] Sine, double[] Cosine) Waves(double[] u)
    {
        var (sine, cosine) = (new double[u.Length], new double[u.Length]);
        (sine[0], cosine[0]) = Math.SinCos(u[0]);
        for (var n = 1; n < u.Length; n++)
        {
            sine[n] = Enumerable.Range(1, n).Sum(k => k * u[k] * cosine[n - k]) / n;
            cosine[n] = -Enumerable.Range(1, n).Sum(k => k * u[k] * sine[n - k]) / n;
        }

        return (sine, cosine);
    }

    // h with h(0) = start and h′ = slope·u′.
    private static double[] Integral(double start, double[] u, double[] slope)
    {
        var derivative = Product(slope, [.. Enumerable.Range(1, u.Length - 1).Select(k => k * u[k]), 0]);
        return [start, .. Enumerable.Range(1, u.Length - 1).Select(n => derivative[n - 1] / n)];
    }
}
