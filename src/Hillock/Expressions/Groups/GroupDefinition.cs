using Hillock.Expressions.Noise;

namespace Hillock.Expressions.Groups;

/// <summary>The definition of a function of several elements: it takes the n elements of a line along an axis to m.</summary>
/// <param name="Id">The name by which messages speak of it.</param>
public abstract record GroupDefinition(string Id)
{
    /// <summary>How m follows from n, as in <c>2n → n</c>.</summary>
    public abstract string ShapeRule { get; }
}

/// <summary>yᵢ = f(xᵢ; R₁, R₂, …), where each R is a reduction of the line.</summary>
/// <param name="Id">The name by which messages speak of it.</param>
/// <param name="Formula">f, an expression in x and in the names of the reductions.</param>
/// <param name="Reductions">The reductions, each in terms of those before it.</param>
/// <param name="Masked">What all elements of a line become whose elements are all masked, if the function has such a
/// switch: 0 for softmax, −∞ for its logarithm.</param>
public sealed record ReducedDefinition(
    string Id, Expression Formula, IReadOnlyList<Reduction> Reductions, double? Masked = null) : GroupDefinition(Id)
{
    /// <inheritdoc/>
    public override string ShapeRule => "n → n";

    /// <summary>The definition that a formula with reductions is, its parameters put in as numbers.</summary>
    public static ReducedDefinition Of(string id, ParsedFormula parsed, double? masked = null)
    {
        var values = parsed.Parameters.ToDictionary(p => p.Name, p => (Expression)p.Default, StringComparer.Ordinal);
        return new ReducedDefinition(
            id, Put(parsed.Expression), [.. parsed.Reductions.Select(r => r with { Of = Put(r.Of) })], masked);

        Expression Put(Expression e) => values.Count == 0 ? e : e.Substitute(values).Transform(WithoutNeutral);
    }

    // (x − m)/1 is x − m. Anything deeper would change how the formula rounds.
    private static Expression WithoutNeutral(Expression e) => e is not Operation o ? e : o.Primitive switch
    {
        Primitive.Add => o[0] + o[1],
        Primitive.Subtract => o[0] - o[1],
        Primitive.Multiply => o[0] * o[1],
        Primitive.Divide => o[0] / o[1],
        _ => e,
    };

    /// <summary>Whether it is w(x)/Σ w(x) with weights that depend on no other reduction than anchors.</summary>
    public bool IsNormalisation =>
        Reductions.Count > 0
        && Reductions[^1] is { Kind: ReductionKind.Sum } total
        && Reductions.SkipLast(1).All(reduction => reduction.Kind == ReductionKind.Anchor)
        && Formula.Equals(total.Of / new Parameter(total.Name));
}

/// <summary>yᵢ = v(bᵢ) · g(aᵢ), where a and b are the halves of the line.</summary>
/// <param name="Id">The name by which messages speak of it.</param>
/// <param name="Gate">g.</param>
/// <param name="Value">v.</param>
/// <param name="GateFirst">Whether a is the first half.</param>
public sealed record GatedDefinition(string Id, Definition Gate, Definition Value, bool GateFirst) : GroupDefinition(Id)
{
    /// <inheritdoc/>
    public override string ShapeRule => "2n → n";
}

/// <summary>y = (f₁(x), f₂(x), …), the results one behind the other.</summary>
/// <param name="Id">The name by which messages speak of it.</param>
/// <param name="Parts">f₁, f₂, …</param>
public sealed record JoinedDefinition(string Id, IReadOnlyList<Definition> Parts) : GroupDefinition(Id)
{
    /// <inheritdoc/>
    public override string ShapeRule => $"n → {Parts.Count}n";
}

/// <summary>yᵢ = the largest of the k neighbours x₍ₖᵢ₎ … x₍ₖᵢ₊ₖ₋₁₎.</summary>
/// <param name="Id">The name by which messages speak of it.</param>
/// <param name="Size">k.</param>
public sealed record MaxoutDefinition(string Id, int Size) : GroupDefinition(Id)
{
    /// <inheritdoc/>
    public override string ShapeRule => $"{Size}n → n";
}

/// <summary>yᵢ = 1 at the first position of the maximum, 0 elsewhere.</summary>
/// <param name="Id">The name by which messages speak of it.</param>
public sealed record HardmaxDefinition(string Id) : GroupDefinition(Id)
{
    /// <inheritdoc/>
    public override string ShapeRule => "n → n";
}

/// <summary>y = F(z), where each z is an activation with noise of x: with noise in training, at the mean otherwise.</summary>
/// <param name="Id">The name by which messages speak of it.</param>
/// <param name="Before">z.</param>
/// <param name="Then">F.</param>
/// <param name="IsHard">Whether forward gives 1 at the maximum and 0 elsewhere, and backward the gradient of F all the
/// same (straight through).</param>
public sealed record PerturbedDefinition(string Id, NoisyDefinition Before, GroupDefinition Then, bool IsHard)
    : GroupDefinition(Id)
{
    /// <inheritdoc/>
    public override string ShapeRule => Then.ShapeRule;
}
