using System.Numerics;

namespace Hillock.Precision;

/// <summary>Elementary functions of <see cref="BigReal"/>, to a relative accuracy of 2⁻²⁰⁰ or better for every argument
/// that comes from a double, near 0 and in the tails as well.</summary>
public static class BigMath
{
    // Series stop where a term no longer counts.
    private static int SeriesBits => BigReal.Precision + 8;

    /// <summary>π</summary>
    public static BigReal Pi => BigReal.Exact(BigConstants.Pi(BigReal.Precision + 64), -(BigReal.Precision + 64));

    // Powers of e beyond leave room in 64-bit exponents for products of a few of them.
    private const int LargestExponent = 58;

    private static BigReal Ln2 => BigReal.Exact(BigConstants.Ln2(BigReal.Precision + 64), -(BigReal.Precision + 64));

    private static BigReal RootOfTwo => BigReal.Sqrt(2);

    private static BigReal RootOfPi => BigReal.Sqrt(Pi);

    /// <summary>eˣ. Below x = −2^58 it stays what it is there, far smaller than any type can hold.</summary>
    /// <exception cref="OverflowException">x is above 2^58: the exponent has no room for the result.</exception>
    public static BigReal Exp(BigReal x)
    {
        if (x.Magnitude > LargestExponent)
            x = x.Sign < 0 ? -BigReal.Scale(BigReal.One, LargestExponent) : throw new OverflowException("eˣ is too large.");
        var n = BigReal.Round(x / Ln2);
        // (e^(r/2^k))^(2^k): a short series, squared k times.
        const int halvings = 16;
        var r = BigReal.Scale(x - (BigReal.FromInteger(n) * Ln2), -halvings);
        var power = BigReal.One + Expm1Series(r);
        for (var i = 0; i < halvings; i++) power *= power;
        return BigReal.Scale(power, (long)n);
    }

    /// <summary>eˣ − 1</summary>
    public static BigReal Expm1(BigReal x) => x.Magnitude < -8 || x.Sign == 0 ? Expm1Series(x) : Exp(x) - BigReal.One;

    /// <summary>log x, x &gt; 0</summary>
    public static BigReal Log(BigReal x)
    {
        if (x.Sign <= 0) throw new ArgumentException("The logarithm needs a number above 0.", nameof(x));
        var exponent = x.Magnitude;
        var mantissa = BigReal.Scale(x, -exponent);
        if (mantissa * RootOfTwo < BigReal.One)
        {
            mantissa = BigReal.Scale(mantissa, 1);
            exponent--;
        }

        // y + 2 (m − e^y) / (m + e^y) triples the correct digits (Halley).
        BigReal y = Math.Log(mantissa.ToDouble());
        for (var digits = 50; digits < BigReal.Precision; digits *= 3)
        {
            var power = Exp(y);
            y += BigReal.Scale((mantissa - power) / (mantissa + power), 1);
        }

        return y + (BigReal.FromInteger(exponent) * Ln2);
    }

    /// <summary>log(1 + x), x &gt; −1</summary>
    public static BigReal Log1p(BigReal x) =>
        x.Magnitude < -8 || x.Sign == 0 ? BigReal.Scale(InverseTangentSeries(x / (x + 2), false), 1) : Log(BigReal.One + x);

    /// <summary>sin x</summary>
    public static BigReal Sin(BigReal x)
    {
        var (sin, cos, quadrant) = SinCos(x);
        return quadrant switch { 0 => sin, 1 => cos, 2 => -sin, _ => -cos };
    }

    /// <summary>cos x</summary>
    public static BigReal Cos(BigReal x)
    {
        var (sin, cos, quadrant) = SinCos(x);
        return quadrant switch { 0 => cos, 1 => -sin, 2 => -cos, _ => sin };
    }

    /// <summary>tan x</summary>
    public static BigReal Tan(BigReal x) => Sin(x) / Cos(x);

    /// <summary>arctan x</summary>
    public static BigReal Atan(BigReal x)
    {
        // arctan x = 2 arctan(x / (1 + √(1 + x²)))
        const int halvings = 8;
        for (var i = 0; i < halvings; i++) x /= BigReal.One + BigReal.Sqrt(BigReal.One + (x * x));
        return BigReal.Scale(InverseTangentSeries(x, true), halvings);
    }

    /// <summary>sinh x</summary>
    public static BigReal Sinh(BigReal x)
    {
        if (x.Sign < 0) return -Sinh(-x);
        var m = Expm1(x);
        return BigReal.Scale(m + (m / (m + BigReal.One)), -1);
    }

    /// <summary>cosh x</summary>
    public static BigReal Cosh(BigReal x)
    {
        var power = Exp(BigReal.Abs(x));
        return BigReal.Scale(power + (BigReal.One / power), -1);
    }

    /// <summary>tanh x</summary>
    public static BigReal Tanh(BigReal x)
    {
        if (x.Sign > 0) return -Tanh(-x);
        var m = Expm1(BigReal.Scale(x, 1));
        return m / (m + 2);
    }

    /// <summary>arsinh x</summary>
    public static BigReal Asinh(BigReal x)
    {
        if (x.Sign < 0) return -Asinh(-x);
        var square = x * x;
        return Log1p(x + (square / (BigReal.One + BigReal.Sqrt(BigReal.One + square))));
    }

    /// <summary>erf x</summary>
    public static BigReal Erf(BigReal x) =>
        BigReal.Abs(x) < 6 ? ErfSeries(x) : x.Sign < 0 ? Erfc(-x) - BigReal.One : BigReal.One - Erfc(x);

    /// <summary>erfc x = 1 − erf x</summary>
    public static BigReal Erfc(BigReal x) => x < 6 ? x < -6 ? 2 - Erfc(-x) : BigReal.One - ErfSeries(x) : ErfcFraction(x);

    /// <summary>Φ(x), the standard normal distribution function</summary>
    public static BigReal NormalDistribution(BigReal x) => BigReal.Scale(Erfc(-x / RootOfTwo), -1);

    /// <summary>φ(x), the standard normal density</summary>
    public static BigReal NormalDensity(BigReal x) => Exp(BigReal.Scale(-(x * x), -1)) / (RootOfTwo * RootOfPi);

    /// <summary>1 / (1 + e⁻ˣ)</summary>
    public static BigReal Sigmoid(BigReal x) => BigReal.One / (BigReal.One + Exp(-x));

    /// <summary>log(1 + eˣ)</summary>
    public static BigReal Softplus(BigReal x) => x.Sign > 0 ? x + Log1p(Exp(-x)) : Log1p(Exp(x));

    /// <summary>aᵇ; for negative a only with integral b</summary>
    public static BigReal Pow(BigReal a, BigReal b)
    {
        var n = BigReal.Floor(b);
        var isIntegral = BigReal.FromInteger(n) == b;
        if (isIntegral && BigInteger.Abs(n) <= 64) return IntegerPower(a, (int)n);
        if (a.Sign == 0) return BigReal.Zero;
        var power = Exp(b * Log(BigReal.Abs(a)));
        return a.Sign < 0 && !n.IsEven ? -power : power;
    }

    private static BigReal IntegerPower(BigReal a, int n)
    {
        var power = BigReal.One;
        for (var i = 0; i < Math.Abs(n); i++) power *= a;
        return n < 0 ? BigReal.One / power : power;
    }

    // x + x²/2! + x³/3! + …
    private static BigReal Expm1Series(BigReal x)
    {
        var (term, sum) = (x, x);
        for (var k = 2; Counts(term, sum); k++)
        {
            term = term * x / k;
            sum += term;
        }

        return sum;
    }

    // x ∓ x³/3 + x⁵/5 ∓ …: arctan x, or artanh x.
    private static BigReal InverseTangentSeries(BigReal x, bool alternating)
    {
        var square = alternating ? -(x * x) : x * x;
        var (power, sum) = (x, x);
        for (var k = 3; Counts(power, sum); k += 2)
        {
            power *= square;
            sum += power / k;
        }

        return sum;
    }

    // sin and cos of the angle less a multiple of π/2, and that multiple modulo 4.
    private static (BigReal Sin, BigReal Cos, int Quadrant) SinCos(BigReal x)
    {
        // A large angle needs as many more bits of π as its multiple of π/2 has.
        var bits = BigReal.Precision + 64 + (int)Math.Max(0, x.Magnitude);
        var (r, n) = BigReal.WithPrecision(bits, () =>
        {
            var halfPi = BigReal.Scale(Pi, -1);
            var multiple = BigReal.Round(x / halfPi);
            return (x - (BigReal.FromInteger(multiple) * halfPi), multiple);
        });
        r *= BigReal.One;
        return (AlternatingSeries(r, r, 1), AlternatingSeries(r, BigReal.One, 0), (int)(((n % 4) + 4) % 4));
    }

    // first − first·x²/((k+1)(k+2)) + …
    private static BigReal AlternatingSeries(BigReal x, BigReal first, int k)
    {
        var square = -(x * x);
        var (term, sum) = (first, first);
        while (Counts(term, sum))
        {
            term = term * square / ((k + 1) * (k + 2));
            sum += term;
            k += 2;
        }

        return sum;
    }

    // 2/√π · e^(−x²) · (x + 2x³/3 + 4x⁵/15 + …): all terms have one sign.
    private static BigReal ErfSeries(BigReal x)
    {
        var square = BigReal.Scale(x * x, 1);
        var (term, sum) = (x, x);
        for (var k = 3; Counts(term, sum); k += 2)
        {
            term = term * square / k;
            sum += term;
        }

        return BigReal.Scale(sum * Exp(-(x * x)) / RootOfPi, 1);
    }

    // e^(−x²) / √π / (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))), from far enough below.
    private static BigReal ErfcFraction(BigReal x)
    {
        // It converges the more slowly, the more digits are wanted.
        var terms = 500L * BigReal.Precision * BigReal.Precision / (320 * 320);
        var fraction = BigReal.Zero;
        for (var k = terms; k > 0; k--) fraction = BigReal.Scale(k, -1) / (x + fraction);
        return Exp(-(x * x)) / (RootOfPi * (x + fraction));
    }

    private static bool Counts(BigReal term, BigReal sum) =>
        term.Sign != 0 && term.Magnitude > sum.Magnitude - SeriesBits;
}
