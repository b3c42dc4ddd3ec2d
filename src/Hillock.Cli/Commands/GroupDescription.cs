using Hillock.Catalogue.Groups;
using Hillock.Expressions;
using Hillock.Expressions.Groups;

namespace Hillock.Cli.Commands;

/// <summary>A function of several elements as people and as programs read it.</summary>
internal static class GroupDescription
{
    /// <summary>An entry for programs.</summary>
    public static object Of(GroupEntry entry, GroupFamily family) => new
    {
        entry.Id,
        Family = family.Name,
        Elements = "several",
        Formula = entry.FormulaText,
        Shape = entry.Definition.ShapeRule,
        entry.Backward,
        SpecialLines = entry.SpecialLines,
        Parameters = entry.Parameters.Select(ParameterText.Describe),
        entry.Year,
        entry.Citation,
        entry.Remark,
        AlsoKnownAs = entry.AlsoKnownAs.Select(synonym => new { synonym.Name, synonym.Year, synonym.Citation }),
        Elsewhere = GroupNames.Elsewhere(entry).Select(DescribeName),
    };

    /// <summary>A typed function for programs.</summary>
    public static object Of(GroupFunction function) => new
    {
        function.Id,
        Elements = "several",
        Formula = Formula(function),
        Shape = function.ShapeRule,
        Derivatives = Derivatives(function.Definition).ToDictionary(row => row.Label, row => row.Text),
    };

    /// <summary>A library's name of it.</summary>
    public static object DescribeName(NamedGroup named) => new
    {
        Framework = named.Framework!.Id,
        named.FrameworkName!.Name,
        Ours = named.Entry.Id,
        named.FrameworkName.Remark,
    };

    /// <summary>The formula with the values of its parameters put in.</summary>
    public static string Formula(GroupFunction function) => function.Definition switch
    {
        ReducedDefinition reduced => $"{reduced.Formula} where {string.Join(", ", reduced.Reductions)}",
        GatedDefinition gated => $"v(b)*g(a), g(x) = {gated.Gate.Formula}, v(x) = {gated.Value.Formula}, "
            + $"a the {(gated.GateFirst ? "first" : "second")} half, b the other",
        JoinedDefinition joined => string.Join(" ; ", joined.Parts.Select(part => part.Formula)),
        _ => function.Entry?.FormulaText ?? function.Id,
    };

    /// <summary>What the backward pass is made of, derived from the formula.</summary>
    public static IEnumerable<(string Label, string Text)> Derivatives(GroupDefinition definition)
    {
        switch (definition)
        {
            case ReducedDefinition reduced:
                yield return ("∂f/∂x", Derivative.WithRespectToX(reduced.Formula).ToString());
                foreach (var reduction in reduced.Reductions.Where(r => r.Kind != ReductionKind.Anchor))
                {
                    var derivative = Derivative.WithRespectTo(reduced.Formula, reduction.Name);
                    yield return ($"∂f/∂{reduction.Name}", derivative.ToString());
                    if (reduction.Of.DependsOnX && reduction.Of is not Variable)
                        yield return ($"in {reduction.Name}: ∂/∂x", Derivative.WithRespectToX(reduction.Of).ToString());
                }

                break;
            case GatedDefinition gated:
                yield return ("g′(x)", gated.Gate.TextbookDerivative(1).ToString());
                yield return ("v′(x)", gated.Value.TextbookDerivative(1).ToString());
                break;
            case JoinedDefinition joined:
                foreach (var part in joined.Parts) yield return ("f′(x)", part.TextbookDerivative(1).ToString());
                break;
        }
    }
}
