using Hillock.Expressions;
using Hillock.Expressions.Groups;

namespace Hillock.Catalogue.Groups;

/// <summary>One entry of the catalogue for several elements.</summary>
public sealed class GroupEntry
{
    private readonly Lazy<GroupDefinition> _definition;

    internal GroupEntry(string id, GroupForm form, params ActivationParameter[] parameters)
    {
        Id = id;
        Form = form;
        Parameters = parameters;
        _definition = new Lazy<GroupDefinition>(() => Define(NameList.NoValues));
    }

    /// <summary>The id, in snake_case.</summary>
    public string Id { get; }

    internal GroupForm Form { get; }

    /// <summary>The formula with the parameters free.</summary>
    public string FormulaText => Form.Text;

    /// <summary>The parameters with their defaults.</summary>
    public IReadOnlyList<ActivationParameter> Parameters { get; }

    /// <summary>The backward pass as the literature writes it: dx in terms of dy = ∂L/∂y.</summary>
    public required string Backward { get; init; }

    /// <summary>What lines with −∞, +∞ or without an own value give.</summary>
    public string SpecialLines { get; init; } = "NaN gives NaN in the results that it enters";

    /// <summary>The year of the publication that introduced it, or null for folklore.</summary>
    public int? Year { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Citation { get; init; } = Sources.Folklore;

    /// <summary>What a reader must know of the definition; or null.</summary>
    public string? Remark { get; init; }

    /// <summary>Its other published names.</summary>
    public IReadOnlyList<Synonym> AlsoKnownAs { get; init; } = [];

    /// <summary>The definition with the default parameters.</summary>
    public GroupDefinition Definition => _definition.Value;

    /// <summary>Whether it has a gate, whose place can be chosen.</summary>
    internal bool HasGate => Form is GatedForm;

    /// <summary>The definition with other values of the parameters, and the gate in the half that the source names or in
    /// another.</summary>
    internal GroupDefinition Define(IReadOnlyDictionary<string, double> values, bool? gateFirst = null)
    {
        var form = Form is GatedForm gated && gateFirst is { } first ? gated with { GateFirst = first } : Form;
        return form.Define(Id, Parameters.ToDictionary(p => p.Name, p => values.GetValueOrDefault(p.Name, p.Default)));
    }
}
