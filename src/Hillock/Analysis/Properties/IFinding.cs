namespace Hillock.Analysis.Properties;

/// <summary>A finding whatever it is about, for those who list all of them.</summary>
public interface IFinding
{
    /// <summary>What is claimed; null where nothing is decided, or where there is no such thing.</summary>
    object? Value { get; }

    /// <summary>How far it can be trusted.</summary>
    Certainty Status { get; }

    /// <summary>The argument in one sentence, or the reason why nothing is decided.</summary>
    string Because { get; }
}
