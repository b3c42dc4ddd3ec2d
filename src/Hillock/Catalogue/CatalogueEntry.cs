using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>One entry of the catalogue: a published activation, or one that a user has defined, by its formula.</summary>
public sealed class CatalogueEntry
{
    private readonly Func<IReadOnlyList<ActivationParameter>, Definition> _define;
    private readonly Lazy<Definition> _definition;

    internal CatalogueEntry(string id, string formula, params ActivationParameter[] parameters)
    {
        Id = id;
        FormulaText = formula;
        Parameters = parameters;
        _define = Define;
        // Read on first use: listing the catalogue parses nothing.
        _definition = new Lazy<Definition>(() => _define(Parameters));
    }

    /// <summary>A definition by a user: its kinks are found, the slopes there derived.</summary>
    internal CatalogueEntry(string id, ParsedFormula formula)
    {
        Id = id;
        FormulaText = formula.Expression.ToString();
        Parameters = formula.Parameters;
        _define = parameters => new Definition(id, formula.Expression, parameters);
        _definition = new Lazy<Definition>(() => _define(Parameters));
    }

    /// <summary>The id, in snake_case.</summary>
    public string Id { get; }

    /// <summary>f in the grammar of formulas, with the parameters free.</summary>
    public string FormulaText { get; }

    /// <summary>The parameters with their defaults.</summary>
    public IReadOnlyList<ActivationParameter> Parameters { get; }

    /// <summary>The year of the publication that introduced it, or null for folklore.</summary>
    public int? Year { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Citation { get; init; } = Sources.Folklore;

    /// <summary>What a reader must know of the definition: a jump, a default of our own, a misprint; or null.</summary>
    public string? Remark { get; init; }

    /// <summary>Where a user has defined it, as in <c>my.hillock, line 3</c>; null for an entry of ours.</summary>
    public string? DefinedIn { get; init; }

    /// <summary>Its other published names.</summary>
    public IReadOnlyList<Synonym> AlsoKnownAs { get; init; } = [];

    /// <summary>The id of the entry that it coincides with at its default parameters, such as <c>silu</c> for
    /// <c>swish</c>; or null.</summary>
    public string? StartsAs { get; init; }

    /// <summary>The slopes at the kinks, PyTorch's unless the source says otherwise; place and slope as
    /// formulas.</summary>
    public IReadOnlyList<(string At, string Slope)> Slopes { get; init; } = [];

    /// <summary>The definition with the default parameters.</summary>
    public Definition Definition => _definition.Value;

    /// <summary>The definition with other values of the parameters.</summary>
    internal Definition With(IReadOnlyDictionary<string, double> values) =>
        _define([.. Parameters.Select(p => values.TryGetValue(p.Name, out var v) ? p with { Default = v } : p)]);

    private Definition Define(IReadOnlyList<ActivationParameter> parameters)
    {
        var kinks = Slopes.Select(slope => new Kink(Read(slope.At), Read(slope.Slope))).ToList();
        return new Definition(Id, Read(FormulaText), parameters, kinks);
    }

    // The grammar wants every parameter bound; the values themselves come from the entry.
    private static Expression Read(string formula)
    {
        var free = FormulaParser.FreeNames(formula);
        var bindings = string.Join(", ", free.Select(name => name + "=1"));
        var bound = free.Count == 0 ? formula : $"{formula} where {bindings}";
        return FormulaParser.Parse(bound).Expression;
    }
}
