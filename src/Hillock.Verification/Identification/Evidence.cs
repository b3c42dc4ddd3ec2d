namespace Hillock.Verification.Identification;

/// <summary>How it was decided that two formulas are one function.</summary>
public enum Evidence
{
    /// <summary>They have the same simplified form.</summary>
    Identical,

    /// <summary>Values and slopes agree to 40 digits and more at every point that was tried.</summary>
    Indistinguishable,

    /// <summary>Values and slopes agree to 11 digits and more: all that numbers fitted in double precision can
    /// show.</summary>
    EqualInDoublePrecision,
}
