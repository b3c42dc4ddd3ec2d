using System.Globalization;
using Hillock.Catalogue.Groups;
using Hillock.Cli.Output;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>What <c>show</c> says of a function of several elements.</summary>
internal static class GroupReport
{
    public static void Write(Terminal terminal, string asked, GroupFunction function, bool json)
    {
        if (json)
        {
            terminal.WriteJson(function.Entry is { } entry
                ? GroupDescription.Of(entry, GroupCatalogue.Families.First(f => f.Entries.Any(e => e.Id == entry.Id)))
                : GroupDescription.Of(function));
            return;
        }

        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        foreach (var (label, text) in Rows(asked, function)) facts.AddRow(new Text(label), new Text(text));
        terminal.Console.MarkupLine($"[bold]{Markup.Escape(function.Id)}[/]");
        terminal.Console.Write(facts);
    }

    private static IEnumerable<(string Label, string Text)> Rows(string asked, GroupFunction function)
    {
        yield return ("y", GroupDescription.Formula(function));
        yield return ("shape", $"{function.ShapeRule} along the axis");
        foreach (var row in GroupDescription.Derivatives(function.Definition)) yield return row;
        if (function.Entry is not { } entry) yield break;
        yield return ("backward", entry.Backward);
        yield return ("lines", entry.SpecialLines);
        foreach (var p in entry.Parameters) yield return (p.Name, $"{ParameterText.Of(p)}, {p.Domain}");
        var named = GroupNames.Find(asked.Split('(', ' ')[0].Trim());
        if (named?.Framework is { } framework)
            yield return ("asked", $"{named.FrameworkName!.Name} of {framework.Title} is {entry.Id}");
        if (named?.FrameworkName?.Remark is { } theirs) yield return ("", theirs);
        yield return ("from", entry.Year is { } year && !entry.Citation.Contains(Text(year), StringComparison.Ordinal)
            ? $"{entry.Citation} ({Text(year)})"
            : entry.Citation);
        if (entry.Remark is { } remark) yield return ("note", remark);
        if (entry.AlsoKnownAs.Count > 0)
            yield return ("also called", string.Join(", ", entry.AlsoKnownAs.Select(synonym => synonym.Name)));
        var elsewhere = GroupNames.Elsewhere(entry).Select(n => $"{n.Framework!.Id}:{n.FrameworkName!.Name}").ToList();
        if (elsewhere.Count > 0) yield return ("elsewhere", string.Join(", ", elsewhere));
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
