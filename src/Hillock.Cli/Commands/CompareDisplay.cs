using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>A progress bar for each function while networks are trained, with the time left.</summary>
internal sealed class CompareDisplay(Terminal terminal, ComparisonSettings settings, bool quiet)
{
    private const int LongestName = 32;

    private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

    /// <summary>Shows the progress of the work. Bars are for terminals only: a log file gets none.</summary>
    public ComparisonResult During(Func<ComparisonResult> work)
    {
        if (quiet || !terminal.Console.Profile.Out.IsTerminal) return work();
        return terminal.Console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context =>
            {
                foreach (var function in settings.Functions)
                    _bars.Add(function, context.AddTask(Markup.Escape(Shortened(function)), maxValue: EpochsInAll));
                var result = work();
                // Functions that were decided early needed fewer seeds.
                foreach (var bar in _bars.Values.Where(_ => !result.Interrupted))
                    bar.Value = bar.MaxValue;
                return result;
            });
    }

    /// <summary>Moves a bar. Called from several threads; the bars are made for that.</summary>
    public void Report(ComparisonProgress progress)
    {
        if (_bars.TryGetValue(progress.Function, out var bar))
            bar.Increment(progress.EpochsDone);
    }

    // Epoch 0, the untrained network, counts as well.
    private int EpochsInAll => (settings.UntilDecided ?? settings.Seeds) * settings.Tune * (settings.Epochs + 1);

    private static string Shortened(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}
