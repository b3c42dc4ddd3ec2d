namespace Hillock.Expressions.Asymptotics;

/// <summary>The Taylor coefficients of the smooth functions at any constant c: f(c + δ) = Σ aₖ·δᵏ.</summary>
/// <remarks>Each satisfies a differential equation that gives one coefficient from those before, such as y′ = 1 − y²
/// for tanh; so all are exact numbers.</remarks>
internal static class LocalCoefficients
{
    /// <summary>a₀ to aₙ.</summary>
    public static Number[] Of(Primitive primitive, Number c, int n) => primitive switch
    {
        Primitive.Exp => Exponential(NumberFunctions.Apply(Primitive.Exp, c), n),
        Primitive.Log => Integral(NumberFunctions.Apply(Primitive.Log, c), PowerOfQuadratic(c, 1, 0, -1, n)),
        Primitive.Sin => Circular(NumberFunctions.Apply(Primitive.Sin, c), NumberFunctions.Apply(Primitive.Cos, c), n),
        Primitive.Cos => Circular(NumberFunctions.Apply(Primitive.Cos, c), -NumberFunctions.Apply(Primitive.Sin, c), n),
        Primitive.Tan => Riccati(NumberFunctions.Apply(primitive, c), 1, 0, 1, n),
        Primitive.Tanh => Riccati(NumberFunctions.Apply(primitive, c), 1, 0, -1, n),
        Primitive.Sigmoid => Riccati(NumberFunctions.Apply(primitive, c), 0, 1, -1, n),
        Primitive.Softplus => Integral(NumberFunctions.Apply(primitive, c), Of(Primitive.Sigmoid, c, n)),
        Primitive.Atan => Integral(NumberFunctions.Apply(primitive, c), PowerOfQuadratic((c * c) + 1, 2 * c, 1, -1, n)),
        Primitive.Asinh => Integral(
            NumberFunctions.Apply(primitive, c), PowerOfQuadratic((c * c) + 1, 2 * c, 1, -Rational.Half, n)),
        Primitive.Erf => Integral(
            NumberFunctions.Apply(primitive, c), Bell(c, 2, 2 / Number.Pi.Power(Rational.Half), n)),
        Primitive.NormalDensity => Bell(c, 1, (2 * Number.Pi).Power(-Rational.Half), n),
        Primitive.NormalDistribution => Integral(
            NumberFunctions.Apply(primitive, c), Of(Primitive.NormalDensity, c, n)),
        _ => throw new ArgumentOutOfRangeException(nameof(primitive), primitive, "It has no row."),
    };

    private static Number[] Exponential(Number atC, int n)
    {
        var a = new Number[n + 1];
        a[0] = atC;
        for (var k = 1; k <= n; k++) a[k] = a[k - 1] * Fraction(1, k);
        return a;
    }

    // y″ = −y
    private static Number[] Circular(Number atC, Number slope, int n)
    {
        var a = new Number[Math.Max(2, n + 1)];
        (a[0], a[1]) = (atC, slope);
        for (var k = 2; k <= n; k++) a[k] = a[k - 2] * Fraction(-1, k * (k - 1));
        return a[..(n + 1)];
    }

    // y′ = p + q·y + r·y²
    private static Number[] Riccati(Number atC, int p, int q, int r, int n)
    {
        var a = new Number[n + 1];
        a[0] = atC;
        for (var k = 0; k < n; k++)
        {
            var square = Number.Zero;
            for (var i = 0; i <= k; i++) square += a[i] * a[k - i];
            a[k + 1] = ((k == 0 ? p : 0) + (q * a[k]) + (r * square)) * Fraction(1, k + 1);
        }

        return a;
    }

    // y = (u + v·δ + w·δ²)ᵖ, from (u + v·δ + w·δ²)·y′ = p·(v + 2w·δ)·y
    private static Number[] PowerOfQuadratic(Number u, Number v, Number w, Rational p, int n)
    {
        var a = new Number[n + 1];
        a[0] = u.Power(p);
        var inverse = u.Power(-1);
        for (var k = 0; k < n; k++)
        {
            var sum = v * a[k] * new Number(p - k);
            if (k > 0) sum += w * a[k - 1] * new Number((2 * p) - (k - 1));
            a[k + 1] = sum * inverse * Fraction(1, k + 1);
        }

        return a;
    }

    // y = scale · e^(−twice·(c + δ)²/2), from y′ = −twice·(c + δ)·y
    private static Number[] Bell(Number c, int twice, Number scale, int n)
    {
        var a = new Number[n + 1];
        a[0] = scale * NumberFunctions.Apply(Primitive.Exp, c * c * Fraction(-twice, 2));
        for (var k = 0; k < n; k++)
        {
            var sum = c * a[k];
            if (k > 0) sum += a[k - 1];
            a[k + 1] = sum * Fraction(-twice, k + 1);
        }

        return a;
    }

    private static Number[] Integral(Number atC, Number[] derivative)
    {
        var a = new Number[derivative.Length];
        a[0] = atC;
        for (var k = 1; k < a.Length; k++) a[k] = derivative[k - 1] * Fraction(1, k);
        return a;
    }

    private static Number Fraction(int numerator, int denominator) => new(Rational.Of(numerator, denominator));
}
