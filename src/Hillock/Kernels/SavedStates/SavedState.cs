using Hillock.Expressions;

namespace Hillock.Kernels.SavedStates;

/// <summary>What the backward pass of an activation needs, derived from its formula for given values of its
/// parameters.</summary>
/// <remarks>
/// <para>That the output suffices is proved piece by piece: on each piece between two kinks the formula is solved for x
/// by inverse functions, so it is strictly monotone there, or constant; the pieces have no output in common, so the
/// output tells the piece; and the slope at each kink is that of its output. Where the output does not suffice, two
/// inputs with the same output and different slopes are named, unless no closed form was found.</para>
/// </remarks>
public sealed class SavedState
{
    private readonly string?[] _refusals;
    private readonly string[] _proofs;

    /// <param name="proofs">Why each kind suffices.</param>
    /// <param name="refusals">Why it does not, or null where it does.</param>
    /// <param name="slopeFromOutput">The slope as an expression in the output.</param>
    /// <param name="inputsOfSlopes">For each slope of a piecewise linear function, smallest first, an input that has
    /// it.</param>
    internal SavedState(
        string[] proofs, string?[] refusals, Expression? slopeFromOutput, IReadOnlyList<double> inputsOfSlopes)
    {
        (_proofs, _refusals) = (proofs, refusals);
        (SlopeFromOutput, InputsOfSlopes) = (slopeFromOutput, inputsOfSlopes);
        Kind = (SavedStateKind)Array.FindIndex(refusals, refusal => refusal is null);
    }

    /// <summary>The cheapest that suffices.</summary>
    public SavedStateKind Kind { get; }

    /// <summary>f′ as an expression in which x stands for the output y = f(x), or null where the output does not
    /// suffice.</summary>
    public Expression? SlopeFromOutput { get; }

    internal IReadOnlyList<double> InputsOfSlopes { get; }

    /// <summary>Whether the input may be overwritten by the output before the backward pass.</summary>
    public bool IsInPlaceSafe => SlopeFromOutput is not null;

    /// <summary>Why the cheapest suffices, in one sentence.</summary>
    public string Reason => ReasonFor(Kind);

    /// <summary>Whether keeping this is enough.</summary>
    public bool Suffices(SavedStateKind kind) => _refusals[(int)kind] is null;

    /// <summary>Why this suffices, or why not, in one sentence.</summary>
    public string ReasonFor(SavedStateKind kind) => _refusals[(int)kind] ?? _proofs[(int)kind];
}
