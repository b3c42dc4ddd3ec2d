namespace Hillock.Expressions.Asymptotics;

/// <summary>Doubles between which a real number lies: what decides the sign of a constant such as 1 − log 2.</summary>
/// <remarks>Arithmetic is rounded outwards. <see cref="Math"/> and <see cref="PlainEvaluation"/> are trusted to within
/// 2⁻⁴⁰ of the value (their errors are near 2⁻⁵⁰), so a sign that depends on less is not decided.</remarks>
internal readonly record struct Bounds(double Low, double High)
{
    private const double Trust = 1.0 / (1L << 40);

    public static Bounds All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>1 or −1; 0 where the bounds do not tell.</summary>
    public int Sign => Low > 0 ? 1 : High < 0 ? -1 : 0;

    public double Middle => Low == High ? Low : (Low / 2) + (High / 2);

    public bool Overlaps(Bounds other) => Low <= other.High && other.Low <= High;

    public static Bounds operator +(Bounds a, Bounds b) => Outwards(a.Low + b.Low, a.High + b.High);

    public static Bounds operator -(Bounds a) => new(-a.High, -a.Low);

    public static Bounds operator *(Bounds a, Bounds b)
    {
        Span<double> products =
            [Times(a.Low, b.Low), Times(a.Low, b.High), Times(a.High, b.Low), Times(a.High, b.High)];
        var (low, high) = (products[0], products[0]);
        foreach (var product in products) (low, high) = (Math.Min(low, product), Math.Max(high, product));
        return Outwards(low, high);
    }

    /// <summary>aᵖ for a ≥ 0, or for an integer p; everything where a may be 0 and p &lt; 0.</summary>
    public static Bounds Power(Bounds a, double p)
    {
        if (p < 0 && a.Sign == 0) return All;
        var (low, high) = (Math.Pow(a.Low, p), Math.Pow(a.High, p));
        if (double.IsNaN(low) || double.IsNaN(high)) return All;
        var hull = new Bounds(Math.Min(low, high), Math.Max(low, high));
        // An even power turns at 0.
        return Widened(a.Low < 0 && a.High > 0 && p % 2 == 0 ? hull with { Low = 0 } : hull);
    }

    /// <summary>The bounds of a function of one operand; everything where no rule is known.</summary>
    public static Bounds Apply(Primitive primitive, Bounds a) => primitive switch
    {
        Primitive.Negate => -a,
        Primitive.Exp or Primitive.Expm1 or Primitive.Log or Primitive.Log1p or Primitive.Sqrt or Primitive.Atan
            or Primitive.Sinh or Primitive.Tanh or Primitive.Asinh or Primitive.Sigmoid or Primitive.Softplus
            or Primitive.NormalDistribution => Widened(new Bounds(At(primitive, a.Low), At(primitive, a.High))),
        // Computed as 1 − erfc: near 0 only its absolute error is small.
        Primitive.Erf => Widened(new Bounds(At(primitive, a.Low) - Trust, At(primitive, a.High) + Trust)),
        Primitive.Erfc => Widened(new Bounds(At(primitive, a.High), At(primitive, a.Low))),
        Primitive.Abs => Size(a),
        Primitive.Cosh => Widened(new Bounds(Math.Cosh(Size(a).Low), Math.Cosh(Size(a).High))),
        Primitive.NormalDensity => Widened(new Bounds(At(primitive, Size(a).High), At(primitive, Size(a).Low))),
        Primitive.Sin or Primitive.Cos => Wave(primitive, a),
        Primitive.Sign => new Bounds(Math.Sign(a.Low), Math.Sign(a.High)),
        _ => All,
    };

    private static Bounds Size(Bounds a) => a.Sign > 0 ? a
        : a.Sign < 0 ? -a
        : new Bounds(0, Math.Max(-a.Low, a.High));

    // Slopes are at most 1.
    private static Bounds Wave(Primitive primitive, Bounds a)
    {
        if (!double.IsFinite(a.Low) || !double.IsFinite(a.High)) return new Bounds(-1, 1);
        var (middle, radius) = (At(primitive, a.Middle),
            ((a.High - a.Low) / 2) + Math.BitIncrement(Math.Abs(a.Middle)) - Math.Abs(a.Middle));
        var wide = Outwards(middle - radius - Trust, middle + radius + Trust);
        return new Bounds(Math.Max(-1, wide.Low), Math.Min(1, wide.High));
    }

    private static double At(Primitive primitive, double a) =>
        PlainEvaluation.Evaluate(new Operation(primitive, Expression.X), a, NoParameters);

    private static readonly Dictionary<string, double> NoParameters = [];

    // 0 · ∞ is 0 here: 0 is a number, ∞ only says that there is no bound.
    private static double Times(double a, double b) => a == 0 || b == 0 ? 0 : a * b;

    private static Bounds Outwards(double low, double high) =>
        new(double.IsNaN(low) ? double.NegativeInfinity : Math.BitDecrement(low),
            double.IsNaN(high) ? double.PositiveInfinity : Math.BitIncrement(high));

    private static Bounds Widened(Bounds a) =>
        Outwards(a.Low - (Trust * Math.Abs(a.Low)), a.High + (Trust * Math.Abs(a.High)));
}
