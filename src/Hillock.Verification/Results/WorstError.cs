namespace Hillock.Verification;

/// <summary>The largest error that was found.</summary>
/// <param name="Error">In units in the last place; see <see cref="UlpMeasure"/>.</param>
/// <param name="X">The input.</param>
/// <param name="Got">What the kernel gave.</param>
/// <param name="Expected">The true result, rounded to double precision.</param>
public sealed record WorstError(double Error, double X, double Got, double Expected);
