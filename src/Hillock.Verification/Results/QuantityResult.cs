namespace Hillock.Verification;

/// <summary>The errors of one kernel, or of the part of its inputs near a sign change.</summary>
public sealed record QuantityResult
{
    /// <summary>A screen nearer to the witness than this many units decides nothing wrongly.</summary>
    public const double NegligibleDistance = 1e-3;

    /// <summary><c>value</c>, <c>derivative</c>, or <c>∂alpha</c>.</summary>
    public required string Quantity { get; init; }

    /// <summary>The sign change near which the inputs are, or null for all others.</summary>
    public double? Near { get; init; }

    /// <summary>How many inputs.</summary>
    public required long Inputs { get; init; }

    /// <summary>The worst of them, or null where every result is exact.</summary>
    public WorstError? Worst { get; init; }

    /// <summary>What is promised, or null where nothing is.</summary>
    public double? Bound { get; init; }

    /// <summary>Results that are zeros of the wrong sign, by the double kernel. They count as no error.</summary>
    public long WrongZeros { get; init; }

    /// <summary>An input that gives such a zero.</summary>
    public double? WrongZeroAt { get; init; }

    /// <summary>Inputs for which the witness was asked.</summary>
    public int Witnessed { get; init; }

    /// <summary>Inputs for which it was asked in vain: the formula, as written, is beyond all bounds there.</summary>
    public int Unwitnessed { get; init; }

    /// <summary>The largest distance between screen and witness, in units; 0 where there is no screen.</summary>
    public double ScreenDistance { get; init; }

    /// <summary>Whether the bound holds.</summary>
    public Outcome Outcome => Bound is not { } bound ? Outcome.Measured
        : Worst is { } worst && worst.Error > bound ? Outcome.Fail
        : ScreenDistance > NegligibleDistance && (Worst?.Error ?? 0) + ScreenDistance > bound ? Outcome.Unproven
        : Outcome.Pass;
}
