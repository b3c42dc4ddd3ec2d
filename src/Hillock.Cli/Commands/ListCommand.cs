using System.CommandLine;
using Hillock.Catalogue;
using Hillock.Cli.Output;
using Hillock.Expressions;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock list</c>: what the catalogue holds.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal)
    {
        var filter = new Argument<string?>("text")
        {
            Description = "Show only entries whose id, formula or citation contains this text.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = CommonOptions.Json();
        var command = new Command("list", "List the activations of the catalogue.") { filter, json };
        command.SetAction(result => Run(terminal, result.GetValue(filter), result.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string? filter, bool json)
    {
        var entries = ActivationCatalogue.All.Where(entry => Matches(entry, filter)).ToList();
        if (json)
        {
            terminal.WriteJson(entries.Select(Describe));
            return CommandLine.Success;
        }

        if (entries.Count == 0)
            throw new UsageException(
                $"No entry of the catalogue contains '{filter}'.{NearestName.Suggestion(filter ?? "", ActivationCatalogue.Ids)}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("id", "formula", "parameters", "year");
        foreach (var entry in entries)
            table.AddRow(
                Markup.Escape(entry.Id),
                Markup.Escape(entry.FormulaText),
                Markup.Escape(string.Join(", ", entry.Parameters.Select(ParameterText.Of))),
                entry.Year is { } year ? Numbers.Short(year) : "");
        terminal.Console.Write(table);
        terminal.WriteLine($"{entries.Count} activations. 'hillock show ID' tells more of one.");
        return CommandLine.Success;
    }

    private static bool Matches(CatalogueEntry entry, string? filter) =>
        filter is null
        || new[] { entry.Id, entry.FormulaText, entry.Citation }
            .Any(text => text.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private static object Describe(CatalogueEntry entry) => new
    {
        entry.Id,
        Formula = entry.FormulaText,
        Parameters = entry.Parameters.Select(ParameterText.Describe),
        entry.Year,
        entry.Citation,
    };
}
