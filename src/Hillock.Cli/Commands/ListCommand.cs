using System.CommandLine;
using System.Globalization;
using Hillock.Analysis.Queries;
using Hillock.Catalogue;
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

            var families = Families(Known(definitions, result), result.GetValue(family), result.GetValue(filter));
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

    // A user's definitions come last, where they are seen.
    private static List<Family> Known(DefinitionsOption option, ParseResult parsed)
    {
        var definitions = option.Of(parsed);
        var yours = new Family("definitions", $"Your own, of {parsed.GetValue(option)}.", definitions.Entries);
        return [.. ActivationCatalogue.Families, .. definitions.Entries.Count == 0 ? [] : new[] { yours }];
    }

    private static List<Family> Families(List<Family> all, string? name, string? filter)
    {
        var families = all.Where(family => name is null || family.Name == name).ToList();
        if (families.Count == 0)
        {
            var known = string.Join(", ", all.Select(family => family.Name));
            throw new UsageException($"No family '{name}'; there are {known}.");
        }

        var found = families
            .Select(family => family with { Entries = [.. family.Entries.Where(entry => Matches(entry, filter))] })
            .Where(family => family.Entries.Count > 0)
            .ToList();
        if (found.Count == 0)
            throw new UsageException($"No entry of the catalogue contains '{filter}'."
                + NearestName.Suggestion(filter ?? "", all.SelectMany(f => f.Entries).Select(entry => entry.Id)));
        return found;
    }

    private static bool Matches(CatalogueEntry entry, string? filter) =>
        filter is null
        || entry.AlsoKnownAs.Select(synonym => synonym.Name)
            .Concat([entry.Id, entry.FormulaText, entry.Citation])
            .Any(text => text.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private static void Write(Terminal terminal, IReadOnlyList<Family> families, bool json)
    {
        if (json)
        {
            terminal.WriteJson(families.SelectMany(f => f.Entries.Select(entry => EntryDescription.Of(entry, f))));
            return;
        }

        foreach (var family in families)
        {
            terminal.WriteLine($"{family.Name}: {family.Description}");
            foreach (var entry in family.Entries) terminal.WriteLine(terminal.Cut(Line(entry)));
            terminal.WriteLine();
        }

        terminal.WriteLine($"{families.Sum(f => f.Entries.Count)} activations. 'hillock show ID' tells more of one.");
    }

    private static string Line(CatalogueEntry entry)
    {
        var parameters = string.Join(", ", entry.Parameters.Select(ParameterText.Of));
        return $"  {entry.Id,-29} {entry.Year?.ToString(CultureInfo.InvariantCulture) ?? "",-4}  "
            + entry.FormulaText + (parameters.Length == 0 ? "" : "   " + parameters);
    }
}
