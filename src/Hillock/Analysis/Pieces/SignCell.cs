namespace Hillock.Analysis.Pieces;

/// <summary>What is known of the sign of a function on a closed interval.</summary>
internal enum SignKind
{
    /// <summary>Above 0, below 0, or 0 everywhere.</summary>
    Strict,

    /// <summary>Nowhere on the other side; it may be 0 at some points.</summary>
    Weak,

    /// <summary>It is 0 at exactly one point.</summary>
    Zero,

    /// <summary>Nothing.</summary>
    Undecided,
}

/// <summary>A closed interval on which the sign of a function is known, or is not. Strict cells next to a zero or an end
/// of the piece may be 0 at that very point.</summary>
/// <param name="Left">Where it begins; −∞ for the first of all.</param>
/// <param name="Right">Where it ends; ∞ for the last of all.</param>
/// <param name="Kind">What is known.</param>
/// <param name="Sign">−1, 0 or 1 for the kinds that have a sign.</param>
internal readonly record struct SignCell(double Left, double Right, SignKind Kind, int Sign)
{
    /// <summary>Whether the sign is known, but for single points.</summary>
    public bool HasSign => Kind is SignKind.Strict or SignKind.Weak;
}
