namespace Hillock.Analysis.Properties;

/// <summary>A real number that was computed, and bounds between which it lies.</summary>
/// <param name="Value">The number in double precision.</param>
/// <param name="Bounds">Bounds of its exact value; proved where the finding says so, else an estimate of the error.</param>
public sealed record BoundedValue(double Value, Enclosure Bounds)
{
    /// <summary>The bounds, and within them the number.</summary>
    internal static BoundedValue Within(double value, double lower, double upper) =>
        new(Math.Clamp(value, lower, upper), new(lower, upper));
}
