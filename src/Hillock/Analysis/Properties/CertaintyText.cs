namespace Hillock.Analysis.Properties;

/// <summary>The words for certainties, the same in all outputs.</summary>
public static class CertaintyText
{
    /// <summary><c>proved</c>, <c>bounded</c>, <c>measured</c> or <c>not decided</c>.</summary>
    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Proved => "proved",
        Certainty.Bounded => "bounded",
        Certainty.Measured => "measured",
        _ => "not decided",
    };
}
