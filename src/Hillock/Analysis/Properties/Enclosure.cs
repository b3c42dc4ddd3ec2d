using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Properties;

/// <summary>Bounds between which a real number lies.</summary>
/// <param name="Lower">A number that is not greater; may be −∞.</param>
/// <param name="Upper">A number that is not less; may be +∞.</param>
public readonly record struct Enclosure(double Lower, double Upper)
{
    // What is wider encloses a piece of a function rather than one of its points.
    private const double WidestPoint = 1e-6;

    /// <summary>Whether it is too wide to stand for one place.</summary>
    internal bool IsPiece => Upper - Lower > WidestPoint * (1 + Math.Min(Math.Abs(Lower), Math.Abs(Upper)));

    internal static Enclosure Of(Interval value) => new(value.Lower, value.Upper);

    /// <summary>Whether the number compares so with another; null where the bounds do not decide it.</summary>
    /// <param name="comparison">One of &lt;, &lt;=, &gt;, &gt;=.</param>
    /// <param name="other">The number on the right.</param>
    internal bool? Compares(string comparison, double other) => comparison switch
    {
        "<" => Upper < other ? true : Lower >= other ? false : null,
        "<=" => Upper <= other ? true : Lower > other ? false : null,
        ">" => Lower > other ? true : Upper <= other ? false : null,
        ">=" => Lower >= other ? true : Upper < other ? false : null,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "No such comparison."),
    };
}
