namespace Hillock.Verification;

/// <summary>What a verification says.</summary>
public enum Outcome
{
    /// <summary>There is no bound to hold.</summary>
    Measured,

    /// <summary>The bound holds.</summary>
    Pass,

    /// <summary>The bound is broken.</summary>
    Fail,

    /// <summary>The screen is too far from the witness to say that the bound holds everywhere.</summary>
    Unproven,
}
