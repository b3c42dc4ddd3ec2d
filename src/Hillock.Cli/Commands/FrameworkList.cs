using Hillock.Catalogue;
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
        var names = framework.Names
            .Select(name => ActivationNames.Of(framework, name))
            .Where(named => filter is null
                || named.FrameworkName!.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (names.Count == 0)
            throw new UsageException($"{framework.Title} has no activation whose name contains '{filter}'.");
        if (json)
        {
            terminal.WriteJson(names.Select(EntryDescription.DescribeName));
            return;
        }

        foreach (var named in names) terminal.WriteLine(Line(named));
        terminal.WriteLine();
        terminal.WriteLine($"{names.Count} names in {framework.Title}. "
            + $"'hillock show {framework.Id}:{names[0].FrameworkName!.Name}' tells more of one.");
    }

    private static string Line(NamedActivation named)
    {
        var name = named.FrameworkName!;
        var line = $"  {name.Name,-30} {named.Text,-34} {named.Entry.FormulaText}";
        return name.Remark is null ? line : $"{line}\n  {"",-30} {name.Remark}";
    }
}
