namespace Hillock.Benchmarks.Racing;

/// <summary>Nanoseconds an element of one contestant over the quiet rounds.</summary>
internal sealed record Timing(string Name, double Minimum, double Median);
