using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Properties;

/// <summary>Bounds between which a real number lies.</summary>
/// <param name="Lower">A number that is not greater; may be −∞.</param>
/// <param name="Upper">A number that is not less; may be +∞.</param>
public readonly record struct Enclosure(double Lower, double Upper)
{
    internal static Enclosure Of(Interval value) => new(value.Lower, value.Upper);
}
