using System.CommandLine;
using Hillock.Catalogue;
using Hillock.Catalogue.Groups;
using Hillock.Cli.Output;
using Hillock.Expressions;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock list</c>: what the catalogue holds, or what a library calls it.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal)
    {
        var filter = new Argument<string?>("text")
        {
            Description = "Show only entries whose names, formula or citation contain this text.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var framework = new Option<string?>("--framework")
        {
            Description = "List what a library calls them, such as pytorch, jax, keras, onnx, caffe.",
            HelpName = "library",
        };
        var family = new Option<string?>("--family")
        {
            Description = "Show one family, such as gated_units.",
            HelpName = "name",
        };
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command("list", "List the activations of the catalogue.") 
        {
            filter, framework, family, definitions, json,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(framework) is { } library)
                FrameworkList.Write(terminal, library, result.GetValue(filter), result.GetValue(json));
            else
                Write(
                    terminal,
                    Members(Known(definitions, result), result.GetValue(family), result.GetValue(filter)),
                    result.GetValue(json));
            return CommandLine.Success;
        });
        return command;
    }

    // The families of functions of one element, then those of several; a user's own come last, where they are seen.
    private static List<ListedFamily> Known(DefinitionsOption option, ParseResult parsed)
    {
        var definitions = option.Of(parsed);
        List<ListedFamily> families =
        [
            .. ActivationCatalogue.Families.Select(family => ListedFamily.Of(family)),
            .. GroupCatalogue.Families.Select(family => ListedFamily.Of(family)),
        ];
        if (definitions.Entries.Count > 0)
            families.Add(ListedFamily.Of(
                new Family("definitions", $"Your own, of {parsed.GetValue(option)}.", definitions.Entries)));
        return families;
    }

    private static List<ListedFamily> Members(List<ListedFamily> all, string? name, string? filter)
    {
        var families = all.Where(family => name is null || family.Name == name).ToList();
        if (families.Count == 0)
            throw new UsageException($"No family '{name}'; there are {string.Join(", ", all.Select(family => family.Name))}.");

        var found = families
            .Select(family => family with { Entries = [.. family.Entries.Where(entry => entry.Matches(filter))] })
            .Where(family => family.Entries.Count > 0)
            .ToList();
        if (found.Count == 0)
        {
            var ids = ActivationCatalogue.Ids.Concat(GroupCatalogue.Names);
            throw new UsageException(
                $"No entry of the catalogue contains '{filter}'.{NearestName.Suggestion(filter ?? "", ids)}");
        }

        return found;
    }

    private static void Write(Terminal terminal, List<ListedFamily> families, bool json)
    {
        if (json)
        {
            terminal.WriteJson(families.SelectMany(family => family.Entries.Select(entry => entry.Describe())));
            return;
        }

        foreach (var family in families)
        {
            terminal.WriteLine($"{family.Name}: {family.Description}");
            foreach (var entry in family.Entries) terminal.WriteLine(terminal.Cut(entry.Line));
            terminal.WriteLine();
        }

        terminal.WriteLine($"{families.Sum(f => f.Entries.Count)} functions. 'hillock show ID' tells more of one.");
    }
}
