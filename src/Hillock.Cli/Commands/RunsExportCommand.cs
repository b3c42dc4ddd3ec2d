using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Lab.Runs;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock runs export</c>: runs as CSV.</summary>
internal static class RunsExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new RunsOptions();
        var curves = new Option<bool>("--curves") { Description = "A row an epoch instead of a row a run." };
        var output = new Option<string?>("--output")
        {
            Description = "The file to write; without it the terminal.",
            HelpName = "file.csv",
        };
        var command = new Command("export", "Write runs as CSV, a row a run.") { curves, output };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = options.OpenStore(parsed);
            var runs = store.List(options.Filter(parsed));
            using var text = new StringWriter();
            if (parsed.GetValue(curves)) RunsCsv.WriteCurves(text, runs, store.ResultOf);
            else RunsCsv.WriteRuns(text, runs);
            if (parsed.GetValue(output) is { } file) File.WriteAllText(file, text.ToString());
            else terminal.Write(text.ToString());
            return CommandLine.Success;
        });
        return command;
    }
}
