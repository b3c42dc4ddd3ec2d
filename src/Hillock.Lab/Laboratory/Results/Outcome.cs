namespace Hillock.Lab.Laboratory.Results;

/// <summary>What came out of a test of a claim.</summary>
public enum Outcome
{
    /// <summary>It is as claimed.</summary>
    Held,

    /// <summary>It is not as claimed.</summary>
    DidNotHold,

    /// <summary>The run was too short, or chance too large, to tell.</summary>
    NotDecided,
}

/// <summary>Outcomes in words.</summary>
public static class Outcomes
{
    /// <summary>“held”, “did not hold” or “not decided at this length”.</summary>
    public static string Text(this Outcome outcome) => outcome switch
    {
        Outcome.Held => "held",
        Outcome.DidNotHold => "did not hold",
        _ => "not decided at this length",
    };

    /// <summary>The outcome of several: one that did not hold decides, then one that is open.</summary>
    public static Outcome Of(IEnumerable<Outcome> several)
    {
        var all = several.ToHashSet();
        return all.Contains(Outcome.DidNotHold) ? Outcome.DidNotHold
            : all.Contains(Outcome.NotDecided) || all.Count == 0 ? Outcome.NotDecided
            : Outcome.Held;
    }
}
