namespace Hillock.Benchmarks.Racing;

/// <summary>One way to compute one function, pass and size.</summary>
/// <param name="Name">The peer's name.</param>
/// <param name="Run">One call over the whole workload.</param>
/// <param name="Result">A copy of what one call computes (the slope, for both), or null where that is not f at
/// all (a copy).</param>
internal sealed record Contestant(string Name, Action Run, Func<float[]>? Result);
