using System.CommandLine;
using Hillock.Analysis.Queries;
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
        var where = new Option<string?>("--where")
        {
            Description = "Show only those with these properties: smooth and bounded_below and not monotone, lipschitz <= 1.",
            HelpName = "condition",
        };
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command("list", "List the activations of the catalogue, or search it by properties.")
        {
            filter, framework, family, where, definitions, json,
        };
        command.SetAction(result =>
        {
            var condition = result.GetValue(where) is { } text ? PropertyQuery.Parse(text) : null;
            if (result.GetValue(framework) is { } library)
            {
                if (condition is not null)
                    throw new UsageException("--where searches the catalogue; give it without --framework.");
                FrameworkList.Write(terminal, library, result.GetValue(filter), result.GetValue(json));
                return CommandLine.Success;
            }

            var families = Members(Known(definitions, result), result.GetValue(family), result.GetValue(filter));
            if (condition is null) Write(terminal, families, result.GetValue(json));
            else WriteFound(terminal, PropertySearch.Of(condition, families), result.GetValue(json));
            return CommandLine.Success;
        });
        return command;
    }

    // The JSON is a list like that of the whole catalogue; what is open is said beside it.
    private static void WriteFound(Terminal terminal, PropertySearch search, bool json)
    {
        Write(terminal, search.Found, json);
        if (search.Open.Length == 0) return;
        if (json) terminal.Error.WriteLine(search.Open);
        else terminal.WriteLine(search.Open);
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

    private static void Write(Terminal terminal, IReadOnlyList<ListedFamily> families, bool json)
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
