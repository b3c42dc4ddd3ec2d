using System.Globalization;
using System.Text.RegularExpressions;
using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>Reads <c>gelu</c> and <c>leaky_relu(negative_slope=0.2)</c>, and lends the entries to formulas.</summary>
internal static partial class EntryReader
{
    /// <summary>The catalogue as functions that formulas may apply: <c>x*relu(x + 1)</c>.</summary>
    public static INamedFunctions Functions { get; } = new CatalogueFunctions();

    /// <summary>The entry and its definition with the given parameters, or null where the text is a formula.</summary>
    /// <exception cref="FormulaException">The text has the form of an entry but names none, or an unknown parameter.</exception>
    public static (CatalogueEntry Entry, Definition Definition)? TryRead(string text)
    {
        var match = EntryForm().Match(text);
        if (!match.Success) return null;
        var id = match.Groups["id"];
        if (ActivationCatalogue.Find(id.Value) is not { } entry)
        {
            // "x" and "exp(x)" are formulas.
            return id.Value is "x" or "pi" or "e" || match.Groups["given"].Success ? null : throw Unknown(text, id);
        }

        if (match.Groups["name"].Captures.Count == 0) return (entry, entry.Definition);
        return (entry, entry.With(Values(text, entry, match)));
    }

    private static Dictionary<string, double> Values(string text, CatalogueEntry entry, Match match)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var names = match.Groups["name"].Captures;
        var numbers = match.Groups["value"].Captures;
        for (var i = 0; i < names.Count; i++)
        {
            var parameter = entry.Parameters.FirstOrDefault(p => p.Name == names[i].Value)
                ?? throw new FormulaException(text, names[i].Index, names[i].Length, FormulaParser.UnknownParameter(
                    entry.Id, names[i].Value, entry.Parameters.Select(p => p.Name)));
            if (!double.TryParse(numbers[i].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw new FormulaException(
                    text, numbers[i].Index, numbers[i].Length, $"'{numbers[i].Value}' is not a number; write 0.5 with a point");
            if (!parameter.Admits(value))
                throw new FormulaException(text, numbers[i].Index, numbers[i].Length, parameter.Refusal(value));
            if (!values.TryAdd(parameter.Name, value))
                throw new FormulaException(text, names[i].Index, names[i].Length, $"'{parameter.Name}' is given twice");
        }

        return values;
    }

    private static FormulaException Unknown(string text, Group id)
    {
        var nearest = NearestName.Suggestion(id.Value, ActivationCatalogue.Ids);
        return new FormulaException(
            text, id.Index, id.Length, $"unknown activation '{id.Value}'.{nearest} A formula is written in x, as in x*sigmoid(x)");
    }

    [GeneratedRegex(
        @"^\s*(?<id>[A-Za-z_][A-Za-z0-9_-]*)\s*(?<given>\(\s*((?<name>[A-Za-z_]\w*)\s*=\s*(?<value>[^,()=]*?)\s*(,\s*|(?=\))))+\))?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EntryForm();

    private sealed class CatalogueFunctions : INamedFunctions
    {
        public IEnumerable<string> Names => ActivationCatalogue.Ids;

        public NamedFunction? Find(string name) => ActivationCatalogue.Find(name) is { } entry
            ? new NamedFunction(entry.Definition.Formula, entry.Definition.Defaults())
            : null;
    }
}
