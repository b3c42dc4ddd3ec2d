namespace Hillock.Analysis.Queries;

/// <summary>Kleene's logic of three values, where null is "not decided".</summary>
internal static class Kleene
{
    /// <summary>False as soon as one side is false, whatever the other one may turn out to be.</summary>
    public static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    /// <summary>True as soon as one side is true.</summary>
    public static bool? Or(bool? a, bool? b) => Not(And(Not(a), Not(b)));

    /// <summary>What is not decided is not decided the other way round either.</summary>
    public static bool? Not(bool? a) => !a;
}
