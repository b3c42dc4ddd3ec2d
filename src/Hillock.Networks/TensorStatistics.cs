namespace Hillock.Networks;

/// <summary>Mean and standard deviation of the elements of one tensor.</summary>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="StandardDeviation">The population standard deviation.</param>
public readonly record struct TensorStatistics(double Mean, double StandardDeviation);
