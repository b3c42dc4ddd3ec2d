using Hillock.Catalogue;
using Hillock.Catalogue.Groups;
using Hillock.Cli.Output;
using Hillock.Expressions;

namespace Hillock.Cli.Commands;

/// <summary>What a library calls the activations: <c>hillock list --framework caffe</c>.</summary>
internal static class FrameworkList
{
    public static void Write(Terminal terminal, string library, string? filter, bool json)
    {
        var framework = FrameworkNames.Find(library) ?? throw new UsageException(
            $"No library '{library}' is known.{NearestName.Suggestion(library, FrameworkNames.All.Select(f => f.Id))} "
            + $"There are {string.Join(", ", FrameworkNames.All.Select(f => f.Id))}.");
        var names = framework.Names.Where(IsWanted).Select(name => ActivationNames.Of(framework, name)).ToList();
        var groups = framework.Groups.Where(IsWanted).Select(name => GroupNames.Of(framework, name)).ToList();
        if (names.Count + groups.Count == 0)
            throw new UsageException($"{framework.Title} has no activation whose name contains '{filter}'.");
        if (json)
        {
            terminal.WriteJson(
                names.Select(EntryDescription.DescribeName).Concat(groups.Select(GroupDescription.DescribeName)));
            return;
        }

        foreach (var named in names)
            terminal.WriteLine(Line(named.FrameworkName!, named.Text, named.Entry.FormulaText));
        foreach (var named in groups)
            terminal.WriteLine(Line(named.FrameworkName!, named.Entry.Id, named.Entry.FormulaText));
        terminal.WriteLine();
        terminal.WriteLine($"{names.Count + groups.Count} names in {framework.Title}. "
            + $"'hillock show {framework.Id}:{(names.Count > 0 ? names[0].FrameworkName : groups[0].FrameworkName)!.Name}' "
            + "tells more of one.");

        bool IsWanted(FrameworkName name) =>
            filter is null || name.Name.Contains(filter, StringComparison.OrdinalIgnoreCase);
    }

    private static string Line(FrameworkName name, string ours, string formula)
    {
        var line = $"  {name.Name,-30} {ours,-34} {formula}";
        return name.Remark is null ? line : $"{line}\n  {"",-30} {name.Remark}";
    }
}
