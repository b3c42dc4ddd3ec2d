using Hillock.Analysis.Intervals;
using Hillock.Expressions;

namespace Hillock.Analysis.Ends;

/// <summary>Functions of expansions.</summary>
/// <remarks>
/// Each is exact in its leading constants and encloses the rest: where the argument is a constant a plus a vanishing z,
/// F(a + z) = F(a) + z · F′(ξ) with F′(ξ) enclosed; where it grows, an identity leads back to e^(−u), whose exponent is
/// kept as a scale.
/// </remarks>
internal static class EndFunctions
{
    // e^(−y) and e^y beside a power of y: enough to see that they win over every power that occurs.
    private const int PowerBesideExp = 8;

    private static readonly Coefficient DensityAtZero = Coefficient.Constant(
        Interval.One / Interval.Sqrt(2 * Interval.Pi));

    private static readonly Dictionary<Primitive, EnclosedFunction> Slopes = Enum.GetValues<Primitive>()
        .Where(p => PrimitiveTable.Syntax(p) is { Arity: 1, IsCondition: false })
        .ToDictionary(p => p, p => new EnclosedFunction(Derivative.WithRespectToX(new Operation(p, Expression.X))));

    /// <summary>A constant, for the same t as another expansion.</summary>
    public static EndExpansion Constant(Interval value, EndExpansion like) =>
        EndExpansion.Of(like.Start, Scale.Unit, Coefficient.Constant(value));

    /// <summary>What intervals alone say.</summary>
    /// <exception cref="ArithmeticException">The primitive may be undefined.</exception>
    public static EndExpansion ByIntervals(Primitive primitive, EndExpansion a, EndExpansion? b = null) =>
        EndExpansion.Within(a.Start, Defined(IntervalTable.Apply(primitive, a.Range, b?.Range ?? default, default)));

    /// <summary>F(a + z) = F(a) + z · F′(ξ) where a is constant and z vanishes, else by another rule; by intervals where
    /// that fails too.</summary>
    public static EndExpansion Smooth(Primitive primitive, EndExpansion u, Func<EndExpansion> otherwise)
    {
        if (AroundConstant(primitive, u) is { } near) return near;
        return u.Leading is { Scale.Growth: 1, Bracket.Sign: 1 or -1 } ? otherwise() : ByIntervals(primitive, u);
    }

    /// <summary>1 / u</summary>
    /// <exception cref="ArithmeticException">u may be 0.</exception>
    public static EndExpansion Reciprocal(EndExpansion u)
    {
        if (u.Leading is not { Bracket.Sign: 1 or -1 } lead || lead.Coefficient.Range.Contains(0))
            return EndExpansion.Within(u.Start, Defined(Interval.One / u.Range));
        // 1 / (s·c·(1 + z)) = 1/(s·c) · (1 − z / (1 + z))
        var inverse = Inverse(lead.Coefficient);
        var front = EndExpansion.Of(u.Start, lead.Scale.Reciprocal, inverse);
        if (lead.Others.IsZero) return front;
        var z = lead.Others * EndExpansion.Of(u.Start, Scale.Unit, inverse);
        return front - (front * z.Times(Interval.One / OnePlus(z, lead)));
    }

    /// <summary>uᵖ</summary>
    /// <exception cref="ArithmeticException">It may be undefined.</exception>
    public static EndExpansion Power(EndExpansion u, EndExpansion exponent)
    {
        if (exponent.Terms is not [({ Growth: 0 }, { ExactValue: { } p })]) return GeneralPower(u, exponent);
        if (p == Math.Floor(p) && Math.Abs(p) <= 16) return IntegerPower(u, (int)p);
        if (u.Leading is not { Bracket.Sign: 1 } lead || lead.Scale.ToThe(p) is not { } scale
            || !(lead.Coefficient.Range.Lower > 0))
            return ByIntervals(Primitive.Power, u, exponent);
        // (s·c·(1 + z))^p = (s·c)^p · (1 + z · p(1 + ξ)^(p − 1)), ξ between 0 and z
        var front = EndExpansion.Of(u.Start, scale, PowerOf(lead.Coefficient, p));
        if (lead.Others.IsZero) return front;
        var z = lead.Others * EndExpansion.Of(u.Start, Scale.Unit, Inverse(lead.Coefficient));
        var slope = p * Interval.Pow(Interval.Hull(Interval.One, OnePlus(z, lead)), Interval.One * p - Interval.One);
        return front + (front * z.Times(Defined(slope)));
    }

    /// <summary>eᵘ</summary>
    public static EndExpansion Exp(EndExpansion u)
    {
        if (AroundConstant(Primitive.Exp, u) is { } near) return near;
        var growing = u.Where((scale, _) => scale.Growth != 0 && scale.Growth != -1);
        if (growing.IsZero) return ByIntervals(Primitive.Exp, u);
        if (AsScale(growing) is not { } front) return ExpOfFast(u);
        return EndExpansion.Of(u.Start, front, Coefficient.Exact(1)) * Exp(u - growing);
    }

    /// <summary>log u</summary>
    /// <exception cref="ArithmeticException">u may be 0 or below.</exception>
    public static EndExpansion Log(EndExpansion u)
    {
        if (AroundConstant(Primitive.Log, u) is { } near) return near;
        if (u.Leading is not { Bracket.Sign: 1, Scale.LogPower: 0 } lead || !(lead.Coefficient.Range.Lower > 0))
            return ByIntervals(Primitive.Log, u);
        // log(s·c·(1 + z)) = log s + log c + log(1 + z)
        var sum = EndExpansion.Of(u.Start, Scale.Log, Coefficient.Exact(lead.Scale.Power));
        foreach (var (power, factor) in lead.Scale.Exponent)
            sum += EndExpansion.Of(u.Start, Scale.OfPower(power), factor);
        sum += EndExpansion.Of(u.Start, Scale.Unit, Function(Interval.Log, lead.Coefficient));
        if (lead.Others.IsZero) return sum;
        var z = lead.Others * EndExpansion.Of(u.Start, Scale.Unit, Inverse(lead.Coefficient));
        return sum + z.Times(Interval.One / Interval.Hull(Interval.One, OnePlus(z, lead)));
    }

    /// <summary>log(1 + u)</summary>
    /// <exception cref="ArithmeticException">u may be −1 or below.</exception>
    public static EndExpansion Log1p(EndExpansion u) => AroundConstant(Primitive.Log1p, u) ?? Log(Constant(1, u) + u);

    /// <summary>1 / (1 + e⁻ᵘ), |u| → ∞</summary>
    public static EndExpansion Sigmoid(EndExpansion u)
    {
        if (IsPositive(u)) return Reciprocal(Constant(1, u) + Exp(-u));
        var power = Exp(u);
        return power * Reciprocal(Constant(1, u) + power);
    }

    /// <summary>tanh u = ±(1 − 2σ(∓2u)), |u| → ∞</summary>
    public static EndExpansion Tanh(EndExpansion u) => IsPositive(u)
        ? Constant(1, u) - (Constant(2, u) * Sigmoid(Constant(-2, u) * u))
        : -Tanh(-u);

    /// <summary>log(1 + eᵘ) = max(u, 0) + log(1 + e^(−|u|)), |u| → ∞</summary>
    public static EndExpansion Softplus(EndExpansion u) => IsPositive(u) ? u + Log1p(Exp(-u)) : Log1p(Exp(u));

    /// <summary>arctan u = ±π/2 − arctan(1/u), |u| → ∞</summary>
    public static EndExpansion Atan(EndExpansion u)
    {
        var reciprocal = Reciprocal(u);
        return Constant(IsPositive(u) ? Interval.Pi / 2 : -Interval.Pi / 2, u)
            - (AroundConstant(Primitive.Atan, reciprocal) ?? ByIntervals(Primitive.Atan, reciprocal));
    }

    /// <summary>arsinh u = ±log(|u| + √(u² + 1)), |u| → ∞</summary>
    public static EndExpansion Asinh(EndExpansion u) => IsPositive(u)
        ? Log(u + Power((u * u) + Constant(1, u), Constant(0.5, u)))
        : -Asinh(-u);

    /// <summary>erfc u = e^(−u²)/(√π·u) · (1 − κ/(2u²)), 0 ≤ κ ≤ 1, for u → ∞ (Abramowitz and Stegun 7.1.23)</summary>
    public static EndExpansion Erfc(EndExpansion u)
    {
        if (!IsPositive(u)) return Constant(2, u) - Erfc(-u);
        var reciprocal = Reciprocal(u);
        var correction = (reciprocal * reciprocal).Times(new(0, 0.5));
        return Exp(-(u * u)) * reciprocal * Constant(Interval.One / Interval.Sqrt(Interval.Pi), u)
            * (Constant(1, u) - correction);
    }

    /// <summary>Φ(u) = φ(u)/|u| · (1 − κ/u²), 0 ≤ κ ≤ 1, for u → −∞ (Mills' ratio)</summary>
    public static EndExpansion NormalDistribution(EndExpansion u)
    {
        if (IsPositive(u)) return Constant(1, u) - NormalDistribution(-u);
        var reciprocal = Reciprocal(-u);
        var correction = (reciprocal * reciprocal).Times(new(0, 1));
        return NormalDensity(u) * reciprocal * (Constant(1, u) - correction);
    }

    /// <summary>φ(u)</summary>
    public static EndExpansion NormalDensity(EndExpansion u) =>
        Exp(u * u * Constant(-0.5, u)) * EndExpansion.Of(u.Start, Scale.Unit, DensityAtZero);

    /// <summary>The smaller of two, where it is always the same.</summary>
    public static EndExpansion Smaller(EndExpansion a, EndExpansion b) => (a - b).WeakSign switch
    {
        >= 0 => b,
        -1 => a,
        _ => EndExpansion.Within(a.Start, Interval.Min(a.Range, b.Range)),
    };

    private static bool IsPositive(EndExpansion u) => u.Sign == 1;

    private static EndExpansion? AroundConstant(Primitive primitive, EndExpansion u)
    {
        var constant = u.Where((scale, coefficient) => scale.Growth == 0 && coefficient.IsConstant);
        var z = u - constant;
        if (z.Terms.Any(term => term.Scale.Growth != -1)) return null;
        var at = constant.IsZero ? Coefficient.Exact(0) : constant.Terms[0].Coefficient;
        var value = IntervalTable.Apply(primitive, at.Range, default, default);
        if (value.Decoration == Decoration.Unknown) return null;
        var front = Constant(value, u);
        if (z.IsZero) return front;
        var slope = Slopes[primitive].Over(at.Range + Interval.Hull(Interval.Zero, z.Range));
        if (slope.Decoration == Decoration.Unknown || !slope.IsBounded) return null;
        return front + z.Times(slope);
    }

    // A sum of constants times powers of t and log t becomes the exponent of a scale.
    private static Scale? AsScale(EndExpansion growing)
    {
        var product = Scale.Unit;
        foreach (var (scale, coefficient) in growing.Terms)
        {
            if (!coefficient.IsConstant || scale.Exponent.Length > 0) return null;
            if (scale.Equals(Scale.Log) && coefficient.ExactValue is { } power) product *= Scale.OfPower(power);
            else if (scale is { LogPower: 0, Power: > 0 }) product *= Scale.Exponential(scale.Power, coefficient);
            else return null;
        }

        return product;
    }

    // For y > 0: e^y ≥ (e·y/k)^k, so that e^(−y) ≤ (k/(e·y))^k. With y ≥ b·s: a power of the scale of u times bounds.
    private static EndExpansion ExpOfFast(EndExpansion u)
    {
        if (u.Leading is not { Bracket.Sign: 1 or -1 } lead || lead.Scale.ToThe(PowerBesideExp) is not { } power)
            return ByIntervals(Primitive.Exp, u);
        var least = Math.Min(Math.Abs(lead.Bracket.Lower), Math.Abs(lead.Bracket.Upper));
        var bound = Interval.Pow(Interval.E * least / PowerBesideExp, PowerBesideExp);
        return lead.Bracket.Sign == 1
            ? EndExpansion.Of(u.Start, power, new Coefficient(new(bound.Lower, double.PositiveInfinity)))
            : EndExpansion.Of(u.Start, power.Reciprocal, new Coefficient(new(0, (Interval.One / bound).Upper)));
    }

    private static EndExpansion GeneralPower(EndExpansion u, EndExpansion exponent) => Exp(exponent * Log(u));

    private static EndExpansion IntegerPower(EndExpansion u, int n)
    {
        if (n < 0) return Reciprocal(IntegerPower(u, -n));
        var product = Constant(1, u);
        for (var i = 0; i < n; i++) product *= u;
        return product;
    }

    // 1 + z = (s·c + others)/(s·c) is also the bracket over c.
    private static Interval OnePlus(EndExpansion z, EndExpansion.Lead lead) => Interval.Intersection(
        Interval.One + z.Range, Defined(lead.Bracket / lead.Coefficient.Range));

    private static Coefficient Inverse(Coefficient c) => Function(static range => Interval.One / range, c);

    private static Coefficient PowerOf(Coefficient c, double p) => Function(range => Interval.Pow(range, p), c);

    private static Coefficient Function(Func<Interval, Interval> function, Coefficient c) =>
        c.IsConstant ? Coefficient.Constant(Defined(function(c.Range))) : new(Defined(function(c.Range)));

    private static Interval Defined(Interval value) => value.Decoration != Decoration.Unknown
        ? value
        : throw new ArithmeticException("An expansion may be undefined.");
}
