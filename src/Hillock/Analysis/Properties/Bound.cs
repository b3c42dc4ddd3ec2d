namespace Hillock.Analysis.Properties;

/// <summary>The least upper or the greatest lower bound of a function.</summary>
/// <param name="Value">Encloses it; ±∞ at both ends where the function is unbounded on that side.</param>
/// <param name="IsAttained">Whether the function takes this value; null where undecided.</param>
/// <param name="AttainedAt">Encloses a point where it does, where one is known; the piece where it does all along one.
/// </param>
public sealed record Bound(Enclosure Value, bool? IsAttained, Enclosure? AttainedAt)
{
    /// <summary>Whether the function is bounded on this side; null where undecided.</summary>
    public bool? IsFinite =>
        double.IsFinite(Value.Lower) && double.IsFinite(Value.Upper) ? true
        : double.IsInfinity(Value.Lower) && double.IsInfinity(Value.Upper) && Value.Lower == Value.Upper ? false
        : null;
}
