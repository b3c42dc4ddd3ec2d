using Hillock.Expressions;
using Hillock.Expressions.Noise;

namespace Hillock.Catalogue.Noise;

/// <summary>Reads <c>rrelu(lower=0.1, upper=0.3)</c> and <c>max(x + s*n, 0) where n ~ normal, s=0.75</c>.</summary>
internal static class NoisyReader
{
    /// <summary>The definition, and the entry where the text names one.</summary>
    /// <exception cref="FormulaException">The text is no activation with noise; the message says why.</exception>
    public static (NoisyEntry? Entry, NoisyDefinition Definition) Read(string text, DefinitionSet definitions)
    {
        if (ArgumentList.TryRead(text) is not { } call) return (null, ReadFormula(text, definitions));
        var entry = NoisyCatalogue.Find(call.Name)
            ?? throw call.Mistake(call.Name, $"no activation with noise is called '{call.Name}'."
                + NearestName.Suggestion(call.Name, NoisyCatalogue.All.Select(e => e.Id)));
        var values = call.Values(entry.Id, entry.Parameters);
        if (entry.Ordered is var (lower, upper) && ValueOf(lower) > ValueOf(upper))
            throw call.Mistake(call.Name, $"{lower} must not be above {upper}");
        return (entry, entry.Define(values));

        double ValueOf(string name) => values.GetValueOrDefault(name, entry.Parameters.First(p => p.Name == name).Default);
    }

    private static NoisyDefinition ReadFormula(string text, DefinitionSet definitions)
    {
        var parsed = FormulaParser.Parse(text, new KnownFunctions(definitions));
        if (parsed.Noise is null || parsed.Reductions.Count > 0)
            throw new FormulaException(
                text, 0, text.Length, "this has no noise; it is bound as in max(x + s*n, 0) where n ~ normal, s=0.75");
        return new NoisyDefinition(text.Trim(), parsed.Expression, parsed.Parameters, parsed.Noise);
    }
}
