namespace Hillock.Analysis.Properties;

/// <summary>Where an activation is undefined.</summary>
/// <param name="UndefinedIntervals">Open intervals where a kernel gives NaN.</param>
/// <param name="UndefinedPoints">Single points where the formula has no value: a kernel gives NaN or ±∞.</param>
public sealed record FunctionDomain(IReadOnlyList<Enclosure> UndefinedIntervals, IReadOnlyList<double> UndefinedPoints)
{
    /// <summary>Whether it has a value for every real x.</summary>
    public bool IsEverywhere => UndefinedIntervals.Count == 0 && UndefinedPoints.Count == 0;
}
