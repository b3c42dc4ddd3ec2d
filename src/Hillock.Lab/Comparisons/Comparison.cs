using System.Collections.Concurrent;
using System.Diagnostics;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Data;
using Hillock.Lab.Runs;
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
    private readonly IReadOnlyList<ComparedFunction> _functions;
    private readonly ComparisonData _data;
    private readonly ConcurrentDictionary<(int Function, int Seed), RunResult> _finished = new();
    private readonly DateTimeOffset _started = DateTimeOffset.Now;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _reused;

    /// <summary>Checks the settings and loads the data.</summary>
    /// <exception cref="SettingsException">A setting is out of range.</exception>
    /// <exception cref="DataException">The data are not there or not readable.</exception>
    /// <exception cref="Expressions.FormulaException">A function is neither an id nor a formula.</exception>
    public Comparison(ComparisonSettings settings)
    {
        settings.Check();
        _settings = settings;
        _functions = [.. settings.Functions.Select(ComparedFunction.Parse)];
        foreach (var function in _functions)
            Check(function);
        _data = new ComparisonData(settings);
        MemoryNeeded.Check(settings, _data.Summary);
    }

    /// <summary>The functions, in the order asked.</summary>
    public IReadOnlyList<Activation> Activations => [.. _functions.Select(function => function.Activation)];

    /// <summary>The data that networks are trained on.</summary>
    public DataSummary Data => _data.Summary;

    /// <summary>The command line that repeats the comparison, for the report.</summary>
    public string Command { get; init; } = "";

    /// <summary>Called at the end of each epoch, from several threads.</summary>
    public Action<ComparisonProgress> OnProgress { get; init; } = _ => { };

    /// <summary>Why the store took no more runs, or null. The comparison then ended early, as if cancelled; the run
    /// that could not be saved is in its result.</summary>
    public StoreException? StoreFailure { get; private set; }

    /// <summary>Runs what is asked. When cancelled, ends between two batches and returns what is finished.</summary>
    /// <param name="store">Where finished runs are saved, and taken from instead of being trained again, if
    /// anywhere.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public ComparisonResult Run(RunStore? store = null, CancellationToken cancellation = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Seed by seed, so that an interrupted comparison has whole pairs.
        var jobs = Enumerable.Range(_settings.FirstSeed, _settings.Seeds)
            .SelectMany(seed => Enumerable.Range(0, _functions.Count).Select(function => (function, seed)));
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = stopping.Token,
        };
        try
        {
            Parallel.ForEach(
                Partitioner.Create(jobs, EnumerablePartitionerOptions.NoBuffering), options, job =>
                {
                    try
                    {
                        Finish(job.function, job.seed, store, stopping.Token);
                    }
                    catch (StoreException e)
                    {
                        StoreFailure = e;
                        stopping.Cancel();
                    }
                });
        }
        catch (OperationCanceledException)
        {
            return Gather(interrupted: true);
        }

        return Gather(interrupted: StoreFailure is not null);
    }

    private void Check(ComparedFunction function)
    {
        var settings = function.Adapt(_settings);
        settings.CheckNetwork();
        try
        {
            // One initialisation asks something of the function, and would refuse it in the first run only.
            WeightInitialisation.Parse(settings.Initialisation)
                .Draw(new float[1], 1, 1, function.Activation, new SeededRandom(1));
        }
        catch (ArgumentException e)
        {
            throw new SettingsException(e.Message);
        }
    }

    private void Finish(int function, int seed, RunStore? store, CancellationToken cancellation)
    {
        var name = _settings.Functions[function];
        var data = _data.Of(seed);
        var configuration = Configuration(_functions[function], seed, data);
        var result = store?.Find(configuration);
        if (result is not null)
        {
            Interlocked.Increment(ref _reused);
            foreach (var epoch in result.Epochs)
                OnProgress(new ComparisonProgress(name, seed, epoch.Epoch, epoch.TestScore, EpochsDone: 1));
            _finished[(function, seed)] = result;
        }
        else
        {
            result = Train(name, configuration, _functions[function].Activation, data, cancellation);
            _finished[(function, seed)] = result;
            store?.Add(configuration, name, _settings.Data, result);
        }

        var left = _settings.Epochs + 1 - result.Epochs.Count;
        if (left > 0)
            OnProgress(new ComparisonProgress(name, seed, result.Epochs.Count - 1, double.NaN, left));
    }

    private RunConfiguration Configuration(ComparedFunction function, int seed, SeedData data) => new()
    {
        Function = function.Activation.Id,
        Definition = function.Activation.ToString(),
        DataHash = data.Hash,
        ScoreUnit = _data.ScoreUnit(data.Standardisation),
        DecisionMap = _data.HasMap(seed),
        Training = function.Adapt(_settings).ForSeed(seed),
    };

    private RunResult Train(
        string name, RunConfiguration configuration, Activation activation, SeedData data,
        CancellationToken cancellation)
    {
        var seed = configuration.Training.Seed;
        var run = new TrainingRun(configuration.Training, activation, data.Training, data.Test, data.Validation);
        var epochs = new List<EpochRecord>();
        foreach (var report in run.Run(cancellation))
        {
            var score = report.Test.Score * configuration.ScoreUnit;
            epochs.Add(new EpochRecord(report.Epoch, report.TrainingLoss, report.Test.Loss, score, report.Layers));
            OnProgress(new ComparisonProgress(name, seed, report.Epoch, score, EpochsDone: 1));
        }

        return new RunResult
        {
            Seed = seed,
            Epochs = epochs,
            TrainingTime = run.TrainingTime,
            DivergedAtEpoch = run.DivergedAtEpoch,
            BestEpoch = run.BestEpoch,
            LearnedParameters = run.LearnedParameters,
            DecisionMap = configuration.DecisionMap ? _data.Map(run, data.Standardisation) : null,
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
            ReusedRuns = _reused,
        };
    }

    private List<RunResult> RunsOf(int function) =>
        [.. _finished.Where(pair => pair.Key.Function == function).Select(pair => pair.Value).OrderBy(run => run.Seed)];
}
