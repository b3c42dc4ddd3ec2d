using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Ends;

/// <summary>The limit of a function at an end of an interval: a number that is enclosed, or ±∞.</summary>
/// <param name="Lower">The least it can be.</param>
/// <param name="Upper">The most it can be; equal to the least for an infinite limit.</param>
internal readonly record struct EndLimit(double Lower, double Upper)
{
    /// <summary>A number.</summary>
    public static EndLimit Finite(Interval value) => new(value.Lower, value.Upper);

    /// <summary>∞ or −∞.</summary>
    public static EndLimit Infinite(int sign) => new(sign * double.PositiveInfinity, sign * double.PositiveInfinity);

    /// <summary>1 or −1 for an infinite limit, 0 for a finite one.</summary>
    public int Infinity => Lower == Upper && double.IsInfinity(Lower) ? Math.Sign(Lower) : 0;

    /// <summary>Both ends; two infinite ones for an infinite limit.</summary>
    public Interval Value => new(Lower, Upper);
}
