namespace Hillock.Analysis.Intervals;

/// <summary>A truncated Taylor series with interval coefficients: c₀ + c₁h + … + cₙhⁿ, where cₖ encloses f⁽ᵏ⁾(x)/k! for
/// every x of the interval over which it was computed.</summary>
/// <remarks>
/// Over one point these are the Taylor coefficients at the point. Over an interval they bound derivatives, and thus the
/// remainder: f(x + h) ∈ c₀(x) + … + cₙ₋₁(x)hⁿ⁻¹ + cₙ(X)hⁿ for x, x + h ∈ X. Rules by recurrence as in Moore, Kearfott
/// and Cloud 2009, chapter 9.
/// </remarks>
internal readonly struct IntervalSeries
{
    private readonly Interval[] _coefficients;

    private IntervalSeries(Interval[] coefficients) => _coefficients = coefficients;

    /// <summary>n, the order up to which it goes.</summary>
    public int Order => _coefficients.Length - 1;

    /// <summary>cₖ, an enclosure of f⁽ᵏ⁾(x)/k!, 0 ≤ k ≤ <see cref="Order"/>; its decoration says whether f⁽ᵏ⁾ exists
    /// and is continuous.</summary>
    public Interval this[int k] => _coefficients[k];

    /// <summary>An enclosure of f⁽ᵏ⁾(x).</summary>
    public Interval Derivative(int k)
    {
        var derivative = _coefficients[k];
        for (var i = 2; i <= k; i++) derivative *= i;
        return derivative;
    }

    /// <summary>x itself: the values of an interval, the slope 1.</summary>
    public static IntervalSeries Variable(Interval values, int order) =>
        Build(order, (k, _) => k == 0 ? values : k == 1 ? Interval.One : Interval.Zero);

    /// <summary>A constant.</summary>
    public static IntervalSeries Constant(Interval value, int order) =>
        Build(order, (k, _) => k == 0 ? value : Interval.Zero);

    /// <summary>A series coefficient by coefficient, each from those before it.</summary>
    public static IntervalSeries Build(int order, Func<int, Interval[], Interval> coefficient)
    {
        var coefficients = new Interval[order + 1];
        for (var k = 0; k <= order; k++) coefficients[k] = coefficient(k, coefficients);
        return new(coefficients);
    }

    /// <summary>a + b</summary>
    public static IntervalSeries operator +(IntervalSeries a, IntervalSeries b) => Build(a.Order, (k, _) => a[k] + b[k]);

    /// <summary>−a</summary>
    public static IntervalSeries operator -(IntervalSeries a) => Build(a.Order, (k, _) => -a[k]);

    /// <summary>a − b</summary>
    public static IntervalSeries operator -(IntervalSeries a, IntervalSeries b) => Build(a.Order, (k, _) => a[k] - b[k]);

    /// <summary>a · b</summary>
    public static IntervalSeries operator *(IntervalSeries a, IntervalSeries b) =>
        Build(a.Order, (k, _) => Convolution(a._coefficients, b._coefficients, 0, k, k));

    /// <summary>a / b</summary>
    public static IntervalSeries operator /(IntervalSeries a, IntervalSeries b) =>
        Build(a.Order, (k, q) => (a[k] - Convolution(b._coefficients, q, 1, k, k)) / b[0]);

    /// <summary>The same series with a better enclosure of the values.</summary>
    public IntervalSeries WithValues(Interval values)
    {
        var old = this;
        return Build(Order, (k, _) => k == 0 ? values : old[k]);
    }

    /// <summary>F(u), from F(u₀) and the series of F′(u).</summary>
    public static IntervalSeries Integrate(Interval value, IntervalSeries u, IntervalSeries slope) => Build(
        u.Order, (k, _) => k == 0 ? value : Weighted(u, slope._coefficients, k));

    /// <summary>F(u) where F′ = a + bF + cF², as for exp, tanh, σ and tan; <paramref name="slope"/> encloses F′(u₀).</summary>
    public static IntervalSeries Riccati(Interval value, Interval slope, IntervalSeries u, double a, double b, double c)
    {
        var slopes = new Interval[u.Order + 1];
        return Build(u.Order, (k, f) =>
        {
            var next = k == 0 ? value : Weighted(u, slopes, k);
            f[k] = next;
            var atPoint = k == 0 ? (Interval)a : Interval.Zero;
            slopes[k] = k == 0 ? slope : atPoint + (b * next) + (c * Convolution(f, f, 0, k, k));
            return next;
        });
    }

    /// <summary>F(u) and G(u) where F′ = G and G′ = ±F, as for sine and cosine, sinh and cosh.</summary>
    public static (IntervalSeries First, IntervalSeries Second) Pair(
        Interval first, Interval second, double sign, IntervalSeries u)
    {
        var (f, g) = (new Interval[u.Order + 1], new Interval[u.Order + 1]);
        (f[0], g[0]) = (first, second);
        for (var k = 1; k <= u.Order; k++) (f[k], g[k]) = (Weighted(u, g, k), sign * Weighted(u, f, k));
        return (new(f), new(g));
    }

    /// <summary>√u</summary>
    public static IntervalSeries Sqrt(IntervalSeries u) => Build(u.Order, (k, s) => k == 0
        ? Interval.Sqrt(u[0])
        : (u[k] - Convolution(s, s, 1, k - 1, k)) / (2 * s[0]));

    /// <summary>uᵖ for a constant p and u ≠ 0.</summary>
    public static IntervalSeries Power(IntervalSeries u, Interval p) => Build(u.Order, (k, f) =>
    {
        if (k == 0) return Interval.Pow(u[0], p);
        var sum = Interval.Zero;
        for (var j = 1; j <= k; j++) sum += ((p * j) - (k - j)) * u[j] * f[k - j];
        return sum / (k * u[0]);
    });

    // Σ a_j b_(k−j) for j from first to last
    private static Interval Convolution(Interval[] a, Interval[] b, int first, int last, int k)
    {
        var sum = Interval.Zero;
        for (var j = first; j <= last; j++) sum += a[j] * b[k - j];
        return sum;
    }

    // The coefficient k of F(u): 1/k Σ j·u_j·s_(k−j), s the series of F′(u).
    private static Interval Weighted(IntervalSeries u, Interval[] slope, int k)
    {
        var sum = Interval.Zero;
        for (var j = 1; j <= k; j++) sum += j * u[j] * slope[k - j];
        return sum / k;
    }
}
