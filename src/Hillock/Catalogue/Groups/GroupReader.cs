using System.Globalization;
using System.Text.RegularExpressions;
using Hillock.Expressions;
using Hillock.Expressions.Groups;

namespace Hillock.Catalogue.Groups;

/// <summary>Reads <c>softmax(t=0.5)</c>, <c>swiglu gate last</c>, <c>gated(x*sigmoid(2*x)) gate first</c> and formulas
/// over a line such as <c>x - m where m = mean(x)</c>.</summary>
internal static partial class GroupReader
{
    /// <summary>Whether the text means a function of several elements, right or wrong, rather than one of one.</summary>
    public static bool IsGroup(string text) =>
        EntryForm().Match(text) is { Success: true } match
            ? match.Groups["place"].Success || IsName(match.Groups["id"].Value)
            : GatedFormat().IsMatch(text) || ReductionForm().IsMatch(text);

    // A name of an activation comes first: Encog's and our own.
    private static bool IsName(string name) =>
        GroupCatalogue.Find(name) is not null || (GroupNames.Find(name) is not null && !IsActivation(name));

    private static bool IsActivation(string name) => ActivationCatalogue.Find(name) is not null;

    /// <summary>The definition, and the entry where the text names one.</summary>
    /// <exception cref="FormulaException">The text is no function of several elements; the message says why.</exception>
    public static (GroupEntry? Entry, GroupDefinition Definition) Read(string text)
    {
        if (GatedFormat().Match(text) is { Success: true } gated) return (null, Gated(text, gated));
        if (EntryForm().Match(text) is { Success: true } match) return Entry(text, match);
        var parsed = FormulaParser.Parse(text, EntryReader.Functions);
        if (parsed.Reductions.Count == 0)
            throw new FormulaException(
                text, 0, text.Length, "this is a function of one element; a formula of a line binds a reduction, as in "
                    + "x - m where m = mean(x)");
        if (parsed.Parameters.FirstOrDefault(p => p.Learned) is { } learned)
            throw new FormulaException(
                text, 0, text.Length, $"'{learned.Name}' cannot be learned: parameters of functions of several elements stay as given");
        return (null, ReducedDefinition.Of(text.Trim(), parsed));
    }

    private static GatedDefinition Gated(string text, Match match)
    {
        if (!match.Groups["place"].Success)
            throw new FormulaException(
                text, 0, text.Length, "say which half is the gate: 'gate first' or 'gate last' behind it");
        var gate = EntryReader.Read(match.Groups["gate"].Value).Definition;
        return new GatedDefinition(
            text.Trim(), gate, EntryReader.Read("x").Definition, GateFirst: match.Groups["place"].Value == "first");
    }

    private static (GroupEntry, GroupDefinition) Entry(string text, Match match)
    {
        var name = match.Groups["id"];
        if (GroupNames.Find(name.Value)?.Entry is not { } entry)
            throw Mistake(text, name, $"unknown function of several elements '{name.Value}'."
                + NearestName.Suggestion(name.Value, GroupCatalogue.Names));
        if (match.Groups["place"] is { Success: true } place)
            entry = entry.WithGate(place.Value == "first")
                ?? throw Mistake(text, place, $"{entry.Id} has no gate");
        return (entry, entry.Define(Values(text, entry, match)));
    }

    private static Dictionary<string, double> Values(string text, GroupEntry entry, Match match)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var (names, numbers) = (match.Groups["name"].Captures, match.Groups["value"].Captures);
        for (var i = 0; i < names.Count; i++)
        {
            var parameter = entry.Parameters.FirstOrDefault(p => p.Name == names[i].Value)
                ?? throw Mistake(text, names[i], FormulaParser.UnknownParameter(
                    entry.Id, names[i].Value, entry.Parameters.Select(p => p.Name)));
            if (!double.TryParse(numbers[i].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw Mistake(text, numbers[i], $"'{numbers[i].Value}' is not a number; write 0.5 with a point");
            if (!parameter.Admits(value)) throw Mistake(text, numbers[i], parameter.Refusal(value));
            if (entry.Form is MaxoutForm && (value != Math.Floor(value) || value > int.MaxValue))
                throw Mistake(text, numbers[i], $"{parameter.Name} must be a whole number");
            if (!values.TryAdd(parameter.Name, value)) throw Mistake(text, names[i], $"'{parameter.Name}' is given twice");
        }

        return values;
    }

    private static FormulaException Mistake(string text, Capture place, string problem) =>
        new(text, place.Index, place.Length, problem);

    [GeneratedRegex(
        @"^\s*(?<id>[A-Za-z_][A-Za-z0-9_.:-]*)\s*"
        + @"(\(\s*((?<name>[A-Za-z_]\w*)\s*=\s*(?<value>[^,()=]*?)\s*(,\s*|(?=\))))+\))?"
        + @"(\s+gate\s+(?<place>first|last))?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EntryForm();

    [GeneratedRegex(
        @"^\s*gated\((?<gate>.*)\)(\s+gate\s+(?<place>first|last))?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GatedFormat();

    [GeneratedRegex(
        @"\bwhere\b.*=\s*(sum|mean|norm|max|anchor|threshold)\s*\(",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ReductionForm();
}
