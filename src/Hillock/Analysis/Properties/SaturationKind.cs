namespace Hillock.Analysis.Properties;

/// <summary>How an activation saturates on one side, by Gulcehre and others 2016.</summary>
public enum SaturationKind
{
    /// <summary>The derivative does not tend to 0.</summary>
    None,

    /// <summary>The derivative tends to 0 but is never 0 for good.</summary>
    Soft,

    /// <summary>The derivative is 0 beyond some point.</summary>
    Hard,
}
