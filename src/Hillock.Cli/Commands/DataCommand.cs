using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Lab.Data;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock data</c>: which data sets there are, and how to get those that are not.</summary>
internal static class DataCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("name")
        {
            Description = "A data set or a CSV file to look at.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = CommonOptions.Json();
        var command = new Command("data", "List the data sets, or look at one.") { name, json };
        command.SetAction(result =>
        {
            if (result.GetValue(name) is { } one) Show(terminal, DataSets.Find(one), result.GetValue(json));
            else List(terminal, result.GetValue(json));
            return CommandLine.Success;
        });
        return command;
    }

    private static void List(Terminal terminal, bool json)
    {
        if (json)
        {
            terminal.WriteJson(DataSets.All);
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("name", "rows", "features", "classes", "what", "here");
        foreach (var column in table.Columns.Skip(1).Take(3)) column.RightAligned();
        foreach (var set in DataSets.All)
            table.AddRow(
                new Text(set.Name),
                new Text(Numbers.Short(set.Rows)),
                new Text(Numbers.Short(set.Features)),
                new Text(Numbers.Short(set.Classes)),
                new Text($"{set.Summary} ({set.Source}, {set.Licence})"),
                new Text(set.IsPresent ? "yes" : "no"));
        terminal.Console.Write(table);
        foreach (var set in DataSets.All.Where(set => !set.IsPresent))
            terminal.Console.WriteLine($"{set.Name} is not here: {set.HowToGet}.");
        terminal.WriteLine("Any CSV file of numbers works too, its last column the class or the target.");
    }

    private static void Show(Terminal terminal, DataSet data, bool json)
    {
        var (training, test) = data.Split(seed: 1);
        var perClass = data.ClassNames
            .Select((className, index) => new { Name = className, Rows = data.Classes.Count(c => c == index) })
            .ToList();
        if (json)
        {
            terminal.WriteJson(new
            {
                data.Name,
                Rows = data.Count,
                data.Features,
                TrainingRows = training.Count,
                TestRows = test.Count,
                Kind = data.IsClassification ? "classification" : "regression",
                Classes = perClass,
            });
            return;
        }

        terminal.WriteLine(
            $"{data.Name}: {data.Count} rows of {data.Features} features, "
            + $"{training.Count} to train on and {test.Count} to test on");
        if (!data.IsClassification)
        {
            terminal.WriteLine($"a number to predict, from {Numbers.Short(data.Targets.Min())} to {Numbers.Short(data.Targets.Max())}");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("class").AddColumn(new TableColumn("rows").RightAligned());
        foreach (var row in perClass) table.AddRow(new Text(row.Name), new Text(Numbers.Short(row.Rows)));
        terminal.Console.Write(table);
    }
}
