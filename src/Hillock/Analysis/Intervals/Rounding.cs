namespace Hillock.Analysis.Intervals;

/// <summary>Arithmetic rounded down or up, from arithmetic rounded to nearest: the rounding error of a sum, product,
/// quotient or root has a sign that can be computed exactly, and only an inexact result is moved.</summary>
internal static class Rounding
{
    // Below, the rounding error of a product or quotient may itself underflow.
    private const double Tiny = 1e-280;

    /// <summary>The largest double ≤ a + b, or one below it.</summary>
    public static double AddDown(double a, double b) => Down(a + b, SumError(a, b));

    /// <summary>The smallest double ≥ a + b, or one above it.</summary>
    public static double AddUp(double a, double b) => -AddDown(-a, -b);

    /// <summary>≤ a · b; 0 where a factor is 0 and the other infinite.</summary>
    public static double MultiplyDown(double a, double b)
    {
        if (a == 0 || b == 0) return 0;
        var product = a * b;
        return Math.Abs(product) < Tiny ? Math.BitDecrement(product) : Down(product, Math.FusedMultiplyAdd(a, b, -product));
    }

    /// <summary>≥ a · b; 0 where a factor is 0 and the other infinite.</summary>
    public static double MultiplyUp(double a, double b) => -MultiplyDown(-a, b);

    /// <summary>≤ a / b, b ≠ 0.</summary>
    public static double DivideDown(double a, double b)
    {
        if (a == 0) return 0;
        var quotient = a / b;
        if (double.IsInfinity(a) || double.IsInfinity(b)) return quotient;
        if (Math.Abs(quotient) < Tiny || Math.Abs(a) < Tiny) return Math.BitDecrement(quotient);
        return Down(quotient, Math.FusedMultiplyAdd(-quotient, b, a) * Math.Sign(b));
    }

    /// <summary>≥ a / b, b ≠ 0.</summary>
    public static double DivideUp(double a, double b) => -DivideDown(-a, b);

    /// <summary>≤ √a, a ≥ 0.</summary>
    public static double SqrtDown(double a)
    {
        var root = Math.Sqrt(a);
        if (a == 0 || double.IsInfinity(a)) return root;
        return a < Tiny ? Math.BitDecrement(root) : Down(root, Math.FusedMultiplyAdd(-root, root, a));
    }

    /// <summary>≥ √a, a ≥ 0.</summary>
    public static double SqrtUp(double a)
    {
        var root = Math.Sqrt(a);
        if (a == 0 || double.IsInfinity(a)) return root;
        return a < Tiny ? Math.BitIncrement(root) : -Down(-root, -Math.FusedMultiplyAdd(-root, root, a));
    }

    /// <summary>The double so many places below.</summary>
    public static double Below(double value, int places)
    {
        for (var i = 0; i < places; i++) value = Math.BitDecrement(value);
        return value;
    }

    /// <summary>The double so many places above.</summary>
    public static double Above(double value, int places) => -Below(-value, places);

    // What was lost is known exactly, but for overflow, after which one step inwards is safe and NaN compares as false.
    private static double Down(double rounded, double lost) =>
        lost < 0 || (double.IsPositiveInfinity(rounded) && double.IsNegativeInfinity(lost))
            ? Math.BitDecrement(rounded)
            : rounded;

    // Knuth's two-sum.
    private static double SumError(double a, double b)
    {
        var sum = a + b;
        if (double.IsInfinity(sum)) return double.IsInfinity(a) || double.IsInfinity(b) ? 0 : -sum;
        var second = sum - a;
        return (a - (sum - second)) + (b - second);
    }
}
