using System.Diagnostics;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Runs;

namespace Hillock.Lab.Laboratory;

/// <summary>Runs an experiment and puts together what is to be known of the run.</summary>
public static class ExperimentRun
{
    /// <summary>Runs it.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="bench">Its bench, made for this run.</param>
    /// <param name="command">The command that repeats it.</param>
    /// <exception cref="SettingsException">It would take hours, and nobody allowed that.</exception>
    /// <exception cref="OperationCanceledException">It was ended; finished steps are kept.</exception>
    public static ExperimentResult Of(Experiment experiment, Workbench bench, string command)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(bench);
        var started = DateTimeOffset.Now;
        var watch = Stopwatch.StartNew();
        var findings = experiment.Run(bench);
        return new()
        {
            Name = experiment.Name,
            Question = experiment.Question,
            Claim = experiment.Claim,
            Rate = experiment.Rate,
            Verdict = findings.Verdict,
            Summary = findings.Summary,
            Criterion = experiment.Criterion,
            Checks = findings.Checks,
            Protocol = experiment.Protocol(bench.Settings),
            Sections = findings.Sections,
            Sources = experiment.Sources,
            Lengths = experiment.Lengths.ToDictionary(length => length.Unit, length => bench.LengthOf(length.Unit)),
            FullLength = bench.IsFullLength,
            Seed = bench.Seed,
            Command = command,
            Machine = MachineDescription.Of(),
            Code = CodeVersion.Name,
            Started = started,
            Duration = watch.Elapsed,
            ReusedSteps = bench.ReusedSteps,
        };
    }
}
