using System.Globalization;
using System.Text.RegularExpressions;
using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>Reads <c>gelu</c>, <c>leaky_relu(negative_slope=0.2)</c> and <c>keras:hard_sigmoid</c>.</summary>
internal static partial class EntryReader
{
    /// <summary>The entry and its definition with the given parameters, or null where the text is a formula.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="definitions">A user's definitions, whose names none of ours is.</param>
    /// <exception cref="FormulaException">The text has the form of an entry but names none, or an unknown parameter, or
    /// a name that libraries use for different functions.</exception>
    public static (CatalogueEntry Entry, Definition Definition)? TryRead(string text, DefinitionSet definitions)
    {
        var match = EntryForm().Match(text);
        if (!match.Success) return null;
        var name = match.Groups["id"];
        if (Find(text, name, definitions) is not { } named)
            return IsFormula(match) ? null : throw Unknown(text, name, definitions);
        if (match.Groups["name"].Captures.Count == 0) return (named.Entry, named.Definition);
        return (named.Entry, named.Entry.With(Values(text, named, match)));
    }

    private static NamedActivation? Find(string text, Group name, DefinitionSet definitions)
    {
        // The variable is no name, and "x-1" is a difference.
        if (name.Value is "x" or "pi" or "e" || name.Value.StartsWith("x-", StringComparison.Ordinal)) return null;
        if (definitions.Find(name.Value) is { } defined) return new NamedActivation(defined, NameList.NoValues);
        try
        {
            return ActivationNames.Find(name.Value);
        }
        catch (AmbiguousNameException e)
        {
            throw new FormulaException(text, name.Index, name.Length, e.Message);
        }
    }

    // "x" and "exp(x)" are formulas, "gelo" is a mistyped name.
    private static bool IsFormula(Match match)
    {
        var name = match.Groups["id"].Value;
        return name is "x" or "pi" or "e"
            || name.StartsWith("x-", StringComparison.Ordinal)
            || match.Groups["given"].Success;
    }

    private static Dictionary<string, double> Values(string text, NamedActivation named, Match match)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var names = match.Groups["name"].Captures;
        var numbers = match.Groups["value"].Captures;
        for (var i = 0; i < names.Count; i++)
        {
            var parameter = Parameter(text, named, names[i]);
            if (!double.TryParse(numbers[i].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw Mistake(text, numbers[i], $"'{numbers[i].Value}' is not a number; write 0.5 with a point");
            if (!parameter.Admits(value)) throw Mistake(text, numbers[i], parameter.Refusal(value));
            if (!values.TryAdd(parameter.Name, value))
                throw Mistake(text, names[i], $"'{parameter.Name}' is given twice");
        }

        foreach (var (name, value) in named.Values) values.TryAdd(name, value);
        return values;
    }

    private static ActivationParameter Parameter(string text, NamedActivation named, Capture name)
    {
        var ours = named.OurName(name.Value);
        return named.Entry.Parameters.FirstOrDefault(p => p.Name == ours)
            ?? throw Mistake(text, name, FormulaParser.UnknownParameter(
                named.Entry.Id, name.Value, named.Entry.Parameters.Select(p => p.Name)));
    }

    private static FormulaException Unknown(string text, Group name, DefinitionSet definitions)
    {
        var known = definitions.Entries.Select(entry => entry.Id)
            .Concat(ActivationCatalogue.Ids)
            .Concat(ActivationCatalogue.Synonyms);
        return Mistake(text, name, $"unknown activation '{name.Value}'.{NearestName.Suggestion(name.Value, known)} "
            + "A formula is written in x, as in x*sigmoid(x)");
    }

    private static FormulaException Mistake(string text, Capture place, string problem) =>
        new(text, place.Index, place.Length, problem);

    [GeneratedRegex(
        @"^\s*(?<id>[A-Za-z_][A-Za-z0-9_.:-]*)\s*"
        + @"(?<given>\(\s*((?<name>[A-Za-z_]\w*)\s*=\s*(?<value>[^,()=]*?)\s*(,\s*|(?=\))))+\))?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EntryForm();
}
