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
        ArgumentList.TryRead(text) is { } call
            ? call.Suffix.Length > 0 || IsName(call.Name)
            : GatedText().IsMatch(text) || ReductionText().IsMatch(text);

    // A name of an activation comes first: Encog's and our own.
    private static bool IsName(string name) =>
        GroupCatalogue.Find(name) is not null || (GroupNames.Find(name) is not null && !IsActivation(name));

    private static bool IsActivation(string name) => ActivationCatalogue.Find(name) is not null;

    /// <summary>The definition, and the entry where the text names one.</summary>
    /// <exception cref="FormulaException">The text is no function of several elements; the message says why.</exception>
    public static (GroupEntry? Entry, GroupDefinition Definition) Read(string text, DefinitionSet definitions)
    {
        if (GatedText().Match(text) is { Success: true } gated) return (null, Gated(text, gated, definitions));
        if (ArgumentList.TryRead(text) is { } call) return Entry(call);
        var parsed = FormulaParser.Parse(text, new KnownFunctions(definitions));
        if (parsed.Reductions.Count == 0)
            throw new FormulaException(
                text, 0, text.Length, "this is a function of one element; a formula of a line binds a reduction, as in "
                    + "x - m where m = mean(x)");
        if (parsed.Parameters.FirstOrDefault(p => p.Learned) is { } learned)
            throw new FormulaException(
                text, 0, text.Length,
                $"'{learned.Name}' cannot be learned: parameters of functions of several elements stay as given");
        return (null, ReducedDefinition.Of(text.Trim(), parsed));
    }

    private static GatedDefinition Gated(string text, Match match, DefinitionSet definitions)
    {
        if (!match.Groups["place"].Success)
            throw new FormulaException(
                text, 0, text.Length, "say which half is the gate: 'gate first' or 'gate last' behind it");
        var gate = EntryReader.Read(match.Groups["gate"].Value, definitions).Definition;
        return new GatedDefinition(
            text.Trim(), gate, EntryReader.Read("x", DefinitionSet.Empty).Definition, GateFirst: match.Groups["place"].Value == "first");
    }

    private static (GroupEntry, GroupDefinition) Entry(ArgumentList call)
    {
        if (GroupNames.Find(call.Name)?.Entry is not { } entry)
            throw call.Mistake(call.Name, $"unknown function of several elements '{call.Name}'."
                + NearestName.Suggestion(call.Name, GroupCatalogue.Names));
        if (call.Suffix.Length > 0 && !entry.HasGate) throw call.Mistake(call.Suffix, $"{entry.Id} has no gate");
        bool? gateFirst = call.Suffix.Length == 0 ? null : call.Suffix.EndsWith("first", StringComparison.Ordinal);
        return (entry, entry.Define(call.Values(entry.Id, entry.Parameters), gateFirst));
    }

    [GeneratedRegex(
        @"^\s*gated\((?<gate>.*)\)(\s+gate\s+(?<place>first|last))?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GatedText();

    [GeneratedRegex(
        @"\bwhere\b.*=\s*(sum|mean|norm|max|anchor|threshold)\s*\(",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ReductionText();
}
