using Hillock.Cli.Output;
using Hillock.Lab.Laboratory.Results;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>A progress bar for each phase of an experiment, with the time left.</summary>
internal sealed class LabDisplay(Terminal terminal, bool quiet)
{
    private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private ProgressContext? _context;
    private string _experiment = "";

    /// <summary>Shows the progress of the work. Bars are for terminals only: a log file gets none.</summary>
    public ExperimentResult During(string experiment, Func<ExperimentResult> work)
    {
        if (quiet || !terminal.Console.Profile.Out.IsTerminal) return work();
        _experiment = experiment;
        return terminal.Console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context =>
            {
                _context = context;
                return work();
            });
    }

    /// <summary>Moves the bar of a phase. Called from several threads.</summary>
    public void Report(string phase, double share)
    {
        if (_context is null) return;
        lock (_lock)
        {
            if (!_bars.TryGetValue(phase, out var bar))
                _bars.Add(phase, bar = _context.AddTask(Markup.Escape($"{_experiment}, {phase}"), maxValue: 1));
            bar.Value = share;
        }
    }
}
