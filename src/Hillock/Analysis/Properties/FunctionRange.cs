namespace Hillock.Analysis.Properties;

/// <summary>The range of an activation.</summary>
/// <param name="Infimum">The greatest lower bound.</param>
/// <param name="Supremum">The least upper bound.</param>
/// <param name="LimitAtMinusInfinity">Encloses the limit for x → −∞, both ends ±∞ for an infinite one; null where none is
/// known.</param>
/// <param name="LimitAtPlusInfinity">Encloses the limit for x → ∞; null where none is known.</param>
public sealed record FunctionRange(
    Bound Infimum, Bound Supremum, Enclosure? LimitAtMinusInfinity, Enclosure? LimitAtPlusInfinity)
{
    /// <summary>Whether some number is below all values; null where undecided.</summary>
    public bool? IsBoundedBelow => Infimum.IsFinite;

    /// <summary>Whether some number is above all values; null where undecided.</summary>
    public bool? IsBoundedAbove => Supremum.IsFinite;

    /// <summary>Whether it is bounded on both sides; null where undecided.</summary>
    public bool? IsBounded =>
        IsBoundedBelow == false || IsBoundedAbove == false ? false
        : IsBoundedBelow == true && IsBoundedAbove == true ? true
        : null;
}
