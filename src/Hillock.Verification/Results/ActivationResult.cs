using Hillock.Kernels;

namespace Hillock.Verification;

/// <summary>The errors of all kernels of one activation for one type and precision.</summary>
public sealed record ActivationResult
{
    /// <summary>The catalogue id, or the formula.</summary>
    public required string Function { get; init; }

    /// <summary>The name of the type.</summary>
    public required string Type { get; init; }

    /// <summary>The precision of the kernels.</summary>
    public required KernelPrecision Precision { get; init; }

    /// <summary>Whether all inputs there are were tried, or a sample.</summary>
    public required bool Exhaustive { get; init; }

    /// <summary>What was found.</summary>
    public required IReadOnlyList<QuantityResult> Quantities { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether no bound is broken or left open.</summary>
    public bool Passed => Quantities.All(q => q.Outcome is Outcome.Pass or Outcome.Measured);
}
