using Hillock.Precision;

namespace Hillock.Fitting;

/// <summary>Every polynomial of the kernels: function, interval and degree for float, for floats that are computed as
/// doubles (relative error 2⁻²⁷ or less), and for double.</summary>
internal static class Fits
{
    // A little more than half of log 2, for the rounding of the reduction.
    private const double HalfLn2 = 0.34661;

    public static IEnumerable<Fit> All() =>
    [
        .. Three("Expm1Tail", Expm1Tail, -HalfLn2, HalfLn2, 5, 5, 11, "expm1(r) = r + r² P(r)"),
        new("ExpTailSingle", Expm1Tail, -HalfLn2, HalfLn2, 4, true, "e^r = 1 + r + r² P(r)"),
        new("ExpTailWidened", Expm1Tail, -HalfLn2, HalfLn2, 4, false, "e^r = 1 + r + r² P(r)"),
        .. Three("LogTail", InverseTanhTail, 0, 0.0295, 3, 3, 8, "2 artanh(s) = 2 s + s³ P(s²), |s| ≤ (√2 − 1)/(√2 + 1)"),
        .. Three("Log1pTail", InverseTanhTail, 0, 0.1112, 5, 5, 13, "2 artanh(s) = 2 s + s³ P(s²), |s| ≤ 1/3"),
        .. Three("SinTail", SinTail, 0, 0.6169, 3, 3, 6, "sin r = r + r³ P(r²), |r| ≤ π/4"),
        .. Three("CosTail", CosTail, 0, 0.6169, 3, 3, 6, "cos r = 1 − r²/2 + r⁴ P(r²), |r| ≤ π/4"),
        .. Three("AtanTail", AtanTail, 0, 0.1717, 5, 5, 12, "arctan t = t + t³ P(t²), |t| ≤ tan(π/8)"),
        .. Three("ErfSmall", ErfSmall, 0, 0.5001, 5, 5, 11, "erf u = u P(u²), |u| ≤ √½"),
        new("BellWidened", z => BigMath.Exp(-z / 2), -2 * HalfLn2, 2 * HalfLn2, 6, false, "e^(−z/2), |z| ≤ log 2", IsMonic: true),
        new("Log1pUnitWidened", Log1pUnit, 0, 1, 9, false, "log1p(y) = y P(y), 0 ≤ y ≤ 1"),
        new("TanhShrinkWidened", TanhShrink, 0, 0.5626, 6, false, "u − tanh u = u³ P(u²), |u| ≤ 3/4"),
        Mills("MillsSingle", 4, 0, 14.5, 9, true),
        Mills("MillsDouble0", 4, 0, 8, 18, false),
        Mills("MillsDouble1", 4, 8, 40, 14, false),
    ];

    public static IEnumerable<RationalFit> Rational() =>
    [
        new("MillsWidened", MillsRatio, 14.6, 3, 4, 5, "Φ(−t) e^(t²/2) = P(t)/Q(t), t from 0 to 14.6"),
    ];

    private static Fit[] Three(
        string name, Func<BigReal, BigReal> f, double from, double to, int single, int widened, int wide, string meaning) =>
    [
        new(name + "Single", f, from, to, single, true, meaning),
        new(name + "Widened", f, from, to, widened, false, meaning),
        new(name + "Double", f, from, to, wide, false, meaning),
    ];

    // In w = (t − k)/(t + k), which maps t in [0, ∞) to [−1, 1).
    private static Fit Mills(string name, double k, double from, double to, int degree, bool isSingle) => new(
        name, w => ShiftedMillsRatio(k, w), (from - k) / (from + k), (to - k) / (to + k), degree, isSingle,
        $"Φ(−t) e^(t²/2) = P(w)/(t + {k}), w = (t − {k})/(t + {k}), t from {from} to {to}");

    private static BigReal ShiftedMillsRatio(double k, BigReal w)
    {
        var t = k * (BigReal.One + w) / (BigReal.One - w);
        return (t + k) * MillsRatio(t);
    }

    private static BigReal MillsRatio(BigReal t) => BigMath.NormalDistribution(-t) * BigMath.Exp(t * t / 2);

    // The middle node of an even degree is 0 but for rounding.
    private static BigReal Expm1Tail(BigReal r) =>
        r.Sign == 0 || r.Magnitude < -100 ? BigReal.One / 2 : (BigMath.Expm1(r) - r) / (r * r);

    private static BigReal InverseTanhTail(BigReal z)
    {
        var s = BigReal.Sqrt(z);
        return (BigMath.Log1p(s) - BigMath.Log1p(-s) - (2 * s)) / (s * z);
    }

    private static BigReal Log1pUnit(BigReal y) => BigMath.Log1p(y) / y;

    private static BigReal TanhShrink(BigReal z)
    {
        var u = BigReal.Sqrt(z);
        return (u - BigMath.Tanh(u)) / (u * z);
    }

    private static BigReal SinTail(BigReal z)
    {
        var r = BigReal.Sqrt(z);
        return (BigMath.Sin(r) - r) / (r * z);
    }

    private static BigReal CosTail(BigReal z) => (BigMath.Cos(BigReal.Sqrt(z)) - BigReal.One + (z / 2)) / (z * z);

    private static BigReal AtanTail(BigReal z)
    {
        var t = BigReal.Sqrt(z);
        return (BigMath.Atan(t) - t) / (t * z);
    }

    private static BigReal ErfSmall(BigReal z)
    {
        var u = BigReal.Sqrt(z);
        return BigMath.Erf(u) / u;
    }
}
