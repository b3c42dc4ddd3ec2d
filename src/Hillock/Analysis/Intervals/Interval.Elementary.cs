namespace Hillock.Analysis.Intervals;

/// <summary>Elementary functions of intervals.</summary>
/// <remarks>
/// Assumed of <see cref="Math"/> on every platform: Exp, Log, Pow, Sin, Cos, Tan, Atan, Sinh, Cosh, Tanh and Asinh are
/// within 4 units in the last place of the real value. The C libraries beneath them promise 1 to 3; a test compares
/// each with 320 bits. Each end is moved outwards by that, and no farther than the function itself can reach.
/// </remarks>
internal readonly partial record struct Interval
{
    /// <summary>Units in the last place by which a function of <see cref="Math"/> may be wrong.</summary>
    internal const int AssumedUlps = 4;

    // Kahan's corrected formulas for expm1 and log1p multiply and divide three such values.
    private const int CorrectedUlps = 16;

    // Beyond, an angle is known so badly beside π that nothing is said of its sine.
    private const double LargestAngle = 1e15;

    /// <summary>eᵃ</summary>
    public static Interval Exp(Interval a) => Increasing(a, static x => x switch
    {
        0 => One,
        double.NegativeInfinity => Zero,
        _ => Widened(Math.Exp(x), AssumedUlps, x < 0 ? 0 : 1, x < 0 ? 1 : double.PositiveInfinity),
    });

    /// <summary>eᵃ − 1</summary>
    public static Interval Expm1(Interval a) => Increasing(a, static x => x switch
    {
        0 => Zero,
        double.NegativeInfinity => -1,
        double.PositiveInfinity => Beyond,
        _ => Widened(CorrectedExpm1(x), CorrectedUlps, x < 0 ? -1 : x, x < 0 ? 0 : double.PositiveInfinity),
    });

    /// <summary>log a for a &gt; 0</summary>
    public static Interval Log(Interval a)
    {
        if (a.IsEmpty || a.Upper <= 0) return Empty;
        var domain = a.Lower > 0 ? a : new Interval(0, a.Upper, Decoration.Unknown);
        return Increasing(domain, static x => x switch
        {
            0 => Below,
            1 => Zero,
            double.PositiveInfinity => Beyond,
            _ => Widened(Math.Log(x), AssumedUlps),
        });
    }

    /// <summary>log(1 + a) for a &gt; −1</summary>
    public static Interval Log1p(Interval a)
    {
        if (a.IsEmpty || a.Upper <= -1) return Empty;
        var domain = a.Lower > -1 ? a : new Interval(-1, a.Upper, Decoration.Unknown);
        return Increasing(domain, static x => x switch
        {
            -1 => Below,
            0 => Zero,
            double.PositiveInfinity => Beyond,
            _ => Widened(
                CorrectedLog1p(x), CorrectedUlps, x < 0 ? double.NegativeInfinity : 0, x < 0 ? x : Math.Max(x, 0)),
        });
    }

    /// <summary>arctan a</summary>
    public static Interval Atan(Interval a) => Increasing(a, static x => x switch
    {
        0 => Zero,
        double.NegativeInfinity => -Pi / 2,
        double.PositiveInfinity => Pi / 2,
        _ => Widened(Math.Atan(x), AssumedUlps, -(Pi / 2).Upper, (Pi / 2).Upper),
    });

    /// <summary>sinh a</summary>
    public static Interval Sinh(Interval a) => Increasing(a, static x => x switch
    {
        0 => Zero,
        double.NegativeInfinity => Below,
        double.PositiveInfinity => Beyond,
        _ => Widened(Math.Sinh(x), AssumedUlps),
    });

    /// <summary>cosh a</summary>
    public static Interval Cosh(Interval a) => Increasing(Abs(a), static x => x switch
    {
        0 => One,
        double.PositiveInfinity => Beyond,
        _ => Widened(Math.Cosh(x), AssumedUlps, 1),
    });

    /// <summary>tanh a</summary>
    public static Interval Tanh(Interval a) => Increasing(a, static x => x switch
    {
        0 => Zero,
        _ => Widened(Math.Tanh(x), AssumedUlps, -1, 1),
    });

    /// <summary>arsinh a</summary>
    public static Interval Asinh(Interval a) => Increasing(a, static x => x switch
    {
        0 => Zero,
        double.NegativeInfinity => Below,
        double.PositiveInfinity => Beyond,
        _ => Widened(Math.Asinh(x), AssumedUlps),
    });

    /// <summary>1 / (1 + e⁻ᵃ)</summary>
    public static Interval Sigmoid(Interval a) => Increasing(a, SigmoidAt);

    /// <summary>log(1 + eᵃ)</summary>
    public static Interval Softplus(Interval a) => Increasing(a, static x =>
        double.IsPositiveInfinity(x) ? Beyond : Math.Max(x, 0) + Log1p(Exp(-Math.Abs(x))));

    /// <summary>sin a</summary>
    public static Interval Sin(Interval a) => Wave(a, Math.Sin, quarter: 1);

    /// <summary>cos a</summary>
    public static Interval Cos(Interval a) => Wave(a, Math.Cos, quarter: 0);

    /// <summary>tan a, undefined at its poles</summary>
    public static Interval Tan(Interval a)
    {
        if (a.IsEmpty) return Empty;
        var turns = QuarterTurns(a);
        // Poles are the odd quarter turns.
        var first = Math.Floor((turns.Lower + 1) / 2);
        if (a.Magnitude > LargestAngle || Math.Floor((turns.Upper + 1) / 2) != first) return Entire.With(Decoration.Unknown);
        return Increasing(a, static x => x == 0 ? Zero : Widened(Math.Tan(x), AssumedUlps));
    }

    /// <summary>aᵇ: for integers b everywhere but at 0⁻ⁿ, else for a &gt; 0, and 0 where b &gt; 0.</summary>
    public static Interval Pow(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty) return Empty;
        if (b.IsPoint && b.Lower == Math.Floor(b.Lower)) return IntegerPower(a, b.Lower).With(b.Decoration);
        if (a.Upper < 0) return Empty;
        var domain = a.Lower >= 0 ? a : new Interval(0, a.Upper, Decoration.Unknown);
        if (b.IsPoint && b.Lower < 0) return One / Pow(a, -b);
        if (b.IsPoint) return Increasing(domain, x => PowerOf(x, b.Lower)).With(b.Decoration);
        // a^b = e^(b log a); for a = 0 and b ≤ 0 it is not defined, for a = 0 and b > 0 it is 0.
        if (domain.Upper == 0) return b.Lower > 0 ? Zero.With(b.Decoration) : Empty;
        var power = Exp(b * Log(domain));
        return domain.Lower == 0 ? Hull(power, Zero).With(Decoration.Unknown) : power;
    }

    private static Interval IntegerPower(Interval a, double n)
    {
        if (n == 0) return One.With(a.Decoration);
        if (n < 0) return One / IntegerPower(a, -n);
        if (n == 2) return Square(a);
        return Math.Abs(n % 2) == 1
            ? Increasing(a, x => x < 0 ? -PowerOf(-x, n) : PowerOf(x, n))
            : Increasing(Abs(a), x => PowerOf(x, n));
    }

    // x ≥ 0, p > 0
    private static Interval PowerOf(double x, double p) =>
        p == 1 ? (double.IsPositiveInfinity(x) ? Beyond : x) : x switch
        {
            0 => Zero,
            1 => One,
            double.PositiveInfinity => Beyond,
            _ => Widened(Math.Pow(x, p), AssumedUlps, x < 1 ? 0 : 1, x < 1 ? 1 : double.PositiveInfinity),
        };

    // No overflow on either side.
    private static Interval SigmoidAt(double x)
    {
        var power = Exp(-Math.Abs(x));
        return x < 0 ? power / (One + power) : One / (One + power);
    }

    // Values above every double, and below: the ends of functions that grow without bound.
    private static Interval Beyond => new(double.MaxValue, double.PositiveInfinity);

    private static Interval Below => -Beyond;

    /// <summary>Encloses an increasing function, continuous where it is defined, by enclosures of its values at the ends.
    /// </summary>
    internal static Interval Increasing(Interval a, Func<double, Interval> at) =>
        a.IsEmpty ? Empty : new(at(a.Lower).Lower, at(a.Upper).Upper, a.Decoration);

    private static Interval Widened(
        double value, int ulps, double lowest = double.NegativeInfinity, double highest = double.PositiveInfinity) =>
        new(Math.Max(lowest, Rounding.Below(value, ulps)), Math.Min(highest, Rounding.Above(value, ulps)));

    // (u − 1) · x / log u with u = e^x corrects the rounding of u (Kahan).
    private static double CorrectedExpm1(double x)
    {
        var u = Math.Exp(x);
        if (u == 1) return x;
        return u - 1 == -1 || double.IsInfinity(u) ? u - 1 : (u - 1) * x / Math.Log(u);
    }

    private static double CorrectedLog1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) || u - 1 == x ? Math.Log(u) : Math.Log(u) * x / (u - 1);
    }

    // A wave of period four quarter turns with its maxima at the quarter turns ≡ quarter.
    private static Interval Wave(Interval a, Func<double, double> function, int quarter)
    {
        if (a.IsEmpty) return Empty;
        if (!(a.Magnitude <= LargestAngle)) return new(-1, 1, a.Decoration);
        if (a.IsZero) return new(1 - quarter, 1 - quarter, a.Decoration);
        var turns = QuarterTurns(a);
        var ends = Hull(
            Widened(function(a.Lower), AssumedUlps, -1, 1), Widened(function(a.Upper), AssumedUlps, -1, 1));
        return new(
            HoldsTurn(turns, quarter + 2) ? -1 : ends.Lower, HoldsTurn(turns, quarter) ? 1 : ends.Upper, a.Decoration);
    }

    private static Interval QuarterTurns(Interval a) => a / (Pi / 2);

    // Whether an interval of quarter turns may hold one that is ≡ quarter modulo 4.
    private static bool HoldsTurn(Interval turns, int quarter) =>
        Math.Floor((turns.Upper - quarter) / 4) >= Math.Ceiling((turns.Lower - quarter) / 4);
}
