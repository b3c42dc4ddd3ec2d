using Hillock.Expressions;
using Hillock.Expressions.Noise;

namespace Hillock.Catalogue.Noise;

/// <summary>One entry of the catalogue with noise in training.</summary>
public sealed class NoisyEntry
{
    private readonly Lazy<NoisyDefinition> _definition;

    internal NoisyEntry(string id, string formula, params ActivationParameter[] parameters)
    {
        Id = id;
        FormulaText = formula;
        Parameters = parameters;
        _definition = new Lazy<NoisyDefinition>(() => Define(NameList.NoValues));
    }

    /// <summary>The id, in snake_case.</summary>
    public string Id { get; }

    /// <summary>f(x, n) with the distribution of n, parameters free.</summary>
    public string FormulaText { get; }

    /// <summary>The parameters with their defaults.</summary>
    public IReadOnlyList<ActivationParameter> Parameters { get; }

    /// <summary>The activation that it is in evaluation, with the noise at its mean.</summary>
    public required string Evaluation { get; init; }

    /// <summary>Parameters that must not fall, as lower ≤ upper; empty where there are none.</summary>
    public (string Lower, string Upper)? Ordered { get; init; }

    /// <summary>The year of the publication that introduced it, or null for folklore.</summary>
    public int? Year { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Citation { get; init; } = Sources.Folklore;

    /// <summary>What a reader must know of the definition; or null.</summary>
    public string? Remark { get; init; }

    /// <summary>The definition with the default parameters.</summary>
    public NoisyDefinition Definition => _definition.Value;

    internal NoisyDefinition Define(IReadOnlyDictionary<string, double> values)
    {
        var bindings = Parameters.Select(p => $", {p.Name}=1");
        var parsed = FormulaParser.Parse(FormulaText + string.Concat(bindings), KnownFunctions.OfCatalogue);
        List<ActivationParameter> parameters =
            [.. Parameters.Select(p => values.TryGetValue(p.Name, out var v) ? p with { Default = v } : p)];
        return new NoisyDefinition(Id, parsed.Expression, parameters, parsed.Noise!);
    }
}
