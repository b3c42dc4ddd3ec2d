using System.Collections.Concurrent;
using System.Diagnostics;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Data;
using Hillock.Networks;

namespace Hillock.Lab.Comparisons;

/// <summary>Trains every function from every seed and gathers the results.</summary>
/// <remarks>
/// All functions of a seed start from the same weights and see the same batches. Networks are small, so several are
/// trained at once, one a core; each gives the same numbers as alone.
/// </remarks>
public sealed class Comparison
{
    private readonly ComparisonSettings _settings;
    private readonly IReadOnlyList<Activation> _activations;
    private readonly ComparisonData _data;
    private readonly ConcurrentDictionary<(int Function, int Seed), RunResult> _finished = new();
    private readonly DateTimeOffset _started = DateTimeOffset.Now;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Checks the settings and loads the data.</summary>
    /// <exception cref="SettingsException">A setting is out of range.</exception>
    /// <exception cref="DataException">The data are not there or not readable.</exception>
    /// <exception cref="Expressions.FormulaException">A function is neither an id nor a formula.</exception>
    public Comparison(ComparisonSettings settings)
    {
        settings.Check();
        _settings = settings;
        _activations = [.. settings.Functions.Select(Activation.Parse)];
        _data = new ComparisonData(settings);
    }

    /// <summary>The functions, in the order asked.</summary>
    public IReadOnlyList<Activation> Activations => _activations;

    /// <summary>The data that networks are trained on.</summary>
    public DataSummary Data => _data.Summary;

    /// <summary>The command line that repeats the comparison, for the report.</summary>
    public string Command { get; init; } = "";

    /// <summary>Called at the end of each epoch, from several threads.</summary>
    public Action<ComparisonProgress> OnProgress { get; init; } = _ => { };

    /// <summary>Called after each finished run with all that is finished so far, one call at a time: the place to save.</summary>
    public Action<ComparisonResult> OnFinished { get; init; } = _ => { };

    /// <summary>Runs what is asked. When cancelled, ends between two batches and returns what is finished.</summary>
    public ComparisonResult Run(CancellationToken cancellation = default)
    {
        // Seed by seed, so that an interrupted comparison has whole pairs.
        var jobs = Enumerable.Range(_settings.FirstSeed, _settings.Seeds)
            .SelectMany(seed => Enumerable.Range(0, _activations.Count).Select(function => (function, seed)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        var saving = new Lock();
        var interrupted = false;
        try
        {
            options.CancellationToken = cancellation;
            Parallel.ForEach(Partitioner.Create(jobs, EnumerablePartitionerOptions.NoBuffering), options, job =>
            {
                _finished[job] = Train(job.function, job.seed, cancellation);
                lock (saving) OnFinished(Gather(interrupted: true));
            });
        }
        catch (OperationCanceledException)
        {
            interrupted = true;
        }

        return Gather(interrupted);
    }

    private RunResult Train(int function, int seed, CancellationToken cancellation)
    {
        var name = _settings.Functions[function];
        var (training, test, standardisation) = _data.Of(seed);
        var run = new TrainingRun(_settings.ForSeed(seed, training.Count), _activations[function], training, test);
        var epochs = new List<EpochRecord>();
        foreach (var report in run.Run(cancellation))
        {
            var score = report.Test.Score * _data.ScoreUnit(standardisation);
            epochs.Add(new EpochRecord(report.Epoch, report.TrainingLoss, report.Test.Loss, score, report.Layers));
            OnProgress(new ComparisonProgress(name, seed, report.Epoch, score, Diverged: false));
        }

        if (run.DivergedAtEpoch is { } epoch)
            OnProgress(new ComparisonProgress(name, seed, epoch, double.NaN, Diverged: true));
        return new RunResult
        {
            Seed = seed,
            Epochs = epochs,
            TrainingTime = run.TrainingTime,
            DivergedAtEpoch = run.DivergedAtEpoch,
            LearnedParameters = run.LearnedParameters,
            DecisionMap = seed == _settings.FirstSeed ? _data.Map(run, standardisation) : null,
        };
    }

    private ComparisonResult Gather(bool interrupted)
    {
        var functions = _settings.Functions
            .Select((name, index) => FunctionSummary.Of(name, RunsOf(index)))
            .ToList();
        return new ComparisonResult
        {
            Settings = _settings,
            Data = _data.Summary,
            Functions = functions,
            Differences = PairedDifferences.Of(functions),
            PlanePoints = _data.PlanePoints,
            Started = _started,
            Duration = _watch.Elapsed,
            Machine = MachineDescription.Of(),
            Command = Command,
            Interrupted = interrupted,
        };
    }

    private List<RunResult> RunsOf(int function) =>
        [.. _finished.Where(pair => pair.Key.Function == function).Select(pair => pair.Value).OrderBy(run => run.Seed)];
}
