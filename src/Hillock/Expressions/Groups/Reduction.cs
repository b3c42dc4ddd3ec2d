namespace Hillock.Expressions.Groups;

/// <summary>How a reduction makes one number R of the n values h(x₁) … h(xₙ) of a line.</summary>
public enum ReductionKind
{
    /// <summary>R = Σ h</summary>
    Sum,

    /// <summary>R = Σ h / n</summary>
    Mean,

    /// <summary>R = √Σ h²; its derivative is 0 where it is 0.</summary>
    Norm,

    /// <summary>R = max h; the derivative belongs to the first element that has it.</summary>
    Max,

    /// <summary>R = max h, of which the function does not depend: it keeps the others in range, and has no
    /// derivative.</summary>
    Anchor,

    /// <summary>The R with Σ max(h − R, 0) = 1, by which a line is projected onto the simplex.</summary>
    Threshold,
}

/// <summary>A number that a function of several elements takes from the whole line, as <c>s = sum(exp(x))</c>.</summary>
/// <param name="Name">Its name in the formula.</param>
/// <param name="Kind">How it is made.</param>
/// <param name="Of">h, an expression in x, in parameters and in the reductions before it.</param>
public sealed record Reduction(string Name, ReductionKind Kind, Expression Of)
{
    /// <summary>The words by which formulas name the kinds.</summary>
    public static IReadOnlyDictionary<string, ReductionKind> Kinds { get; } =
        Enum.GetValues<ReductionKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The binding as formulas write it.</summary>
    public override string ToString() => $"{Name} = {Kind.ToString().ToLowerInvariant()}({Of})";
}
