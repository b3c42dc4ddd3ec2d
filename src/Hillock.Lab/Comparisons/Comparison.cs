using System.Collections.Concurrent;
using System.Diagnostics;
using Hillock.Catalogue;
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
    private readonly ConcurrentDictionary<Job, RunResult> _finished = new();
    private readonly ConcurrentDictionary<int, int> _finishedOfSeed = new();
    private readonly DateTimeOffset _started = DateTimeOffset.Now;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _reused;

    /// <summary>Checks the settings and loads the data.</summary>
    /// <exception cref="SettingsException">A setting is out of range.</exception>
    /// <exception cref="DataException">The data are not there or not readable.</exception>
    /// <exception cref="Expressions.FormulaException">A function is neither an id nor a formula.</exception>
    /// <param name="settings">What to compare, and how.</param>
    /// <param name="definitions">A user's definitions that the functions may name.</param>
    public Comparison(ComparisonSettings settings, DefinitionSet? definitions = null)
    {
        settings.Check();
        _settings = settings;
        _functions = [.. settings.Functions.Select(
            text => ComparedFunction.Parse(text, definitions ?? DefinitionSet.Empty))];
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
        var (open, seedsDone) = (_functions, 0);
        foreach (var seeds in _settings.Looks)
        {
            if (!RunAll(open, _settings.FirstSeed + seedsDone, seeds - seedsDone, store, stopping))
                return Gather(interrupted: true);
            (open, seedsDone) = (StillOpen(), seeds);
            if (open.Count == 0)
                break;
        }

        return Gather(interrupted: false);
    }

    /// <summary>Trains functions from some seeds.</summary>
    /// <returns>Whether all was finished.</returns>
    private bool RunAll(
        IReadOnlyList<ComparedFunction> functions, int firstSeed, int seeds, RunStore? store,
        CancellationTokenSource stopping)
    {
        var jobs = Jobs(functions, Enumerable.Range(firstSeed, seeds));
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
                        Finish(job, store, stopping.Token);
                    }
                    catch (StoreException e)
                    {
                        StoreFailure = e;
                        stopping.Cancel();
                    }

                    var finished = _finishedOfSeed.AddOrUpdate(job.Seed, 1, (_, count) => count + 1);
                    if (finished == functions.Count * _settings.Tune)
                        _data.Release(job.Seed);
                });
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return StoreFailure is null;
    }

    /// <summary>The functions that are part of a pair which is not told apart.</summary>
    private List<ComparedFunction> StillOpen()
    {
        var names = Differences(Summaries()).Where(pair => !pair.IsReal)
            .SelectMany(pair => new[] { pair.First, pair.Second }).ToHashSet(StringComparer.Ordinal);
        return [.. _functions.Where(function => names.Contains(function.Name))];
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

    // Seed by seed, so that an interrupted comparison has whole pairs.
    private IEnumerable<Job> Jobs(IReadOnlyList<ComparedFunction> functions, IEnumerable<int> seeds) =>
        from seed in seeds
        from function in functions
        from rate in LearningRateTuning.Grid(function.Adapt(_settings).LearningRate, _settings.Tune)
        select new Job(function, seed, rate);

    private void Finish(Job job, RunStore? store, CancellationToken cancellation)
    {
        var (name, seed) = (job.Function.Name, job.Seed);
        var data = _data.Of(seed);
        var configuration = Configuration(job, data);
        var result = store?.Find(configuration);
        if (result is not null)
        {
            Interlocked.Increment(ref _reused);
            foreach (var epoch in result.Epochs)
                OnProgress(new ComparisonProgress(name, seed, epoch.Epoch, epoch.TestScore, EpochsDone: 1));
            _finished[job] = result;
        }
        else
        {
            result = Train(name, configuration, job.Function.Activation, data, cancellation);
            _finished[job] = result;
            store?.Add(configuration, name, _settings.Data, result);
        }

        var left = _settings.Epochs + 1 - result.Epochs.Count;
        if (left > 0)
            OnProgress(new ComparisonProgress(name, seed, result.Epochs.Count - 1, double.NaN, left));
    }

    private RunConfiguration Configuration(Job job, SeedData data) => new()
    {
        Function = job.Function.Activation.Id,
        Definition = job.Function.Activation.ToString(),
        DataHash = data.Hash,
        ScoreUnit = _data.ScoreUnit(data.Standardisation),
        DecisionMap = _data.HasMap(job.Seed),
        Training = job.Function.Adapt(_settings).ForSeed(job.Seed) with { LearningRate = job.LearningRate },
    };

    private RunResult Train(
        string name, RunConfiguration configuration, Activation activation, SeedData data,
        CancellationToken cancellation)
    {
        var seed = configuration.Training.Seed;
        var run = new TrainingRun(configuration.Training, activation, data.Training, data.Test, data.Validation);
        var epochs = new List<EpochRecord>();
        var validations = new List<Evaluation?>();
        foreach (var report in run.Run(cancellation))
        {
            var score = report.Test.Score * configuration.ScoreUnit;
            epochs.Add(new EpochRecord(report.Epoch, report.TrainingLoss, report.Test.Loss, score, report.Layers));
            validations.Add(report.Validation);
            OnProgress(new ComparisonProgress(name, seed, report.Epoch, score, EpochsDone: 1));
        }

        return new RunResult
        {
            Seed = seed,
            Epochs = epochs,
            TrainingTime = run.TrainingTime,
            MemoryBytes = run.MemoryBytes,
            DivergedAtEpoch = run.DivergedAtEpoch,
            BestEpoch = run.BestEpoch,
            LearningRate = configuration.Training.LearningRate,
            Validation = validations.Count > 0 ? validations[run.BestEpoch ?? validations.Count - 1] : null,
            LearnedParameters = run.LearnedParameters,
            DecisionMap = configuration.DecisionMap ? _data.Map(run, data.Standardisation) : null,
        };
    }

    private ComparisonResult Gather(bool interrupted)
    {
        var functions = Summaries();
        return new ComparisonResult
        {
            Settings = _settings,
            Data = _data.Summary,
            Functions = functions,
            Differences = Differences(functions),
            PlanePoints = _data.PlanePoints,
            Started = _started,
            Duration = _watch.Elapsed,
            Machine = MachineDescription.Of(),
            Command = Command,
            Interrupted = interrupted,
            FinishedRuns = _finished.Count,
            ReusedRuns = _reused,
        };
    }

    private IReadOnlyList<FunctionResult> Summaries() =>
        [.. _settings.Functions.Select(name => FunctionSummary.Of(name, RunsOf(name)))];

    private IReadOnlyList<PairedDifference> Differences(IReadOnlyList<FunctionResult> functions) =>
        PairedDifferences.Of(functions, _settings.Looks.Count);

    // A seed counts once all of its rates are tried: the best of some would be another choice.
    private List<RunResult> RunsOf(string function) =>
    [
        .. _finished.Where(pair => pair.Key.Function.Name == function)
            .GroupBy(pair => pair.Key.Seed, pair => pair.Value)
            .Where(candidates => candidates.Count() == _settings.Tune)
            .Select(candidates => _settings.Tune == 1
                ? candidates.Single()
                : LearningRateTuning.Best(candidates, _data.Summary.IsClassification))
            .OrderBy(run => run.Seed),
    ];

    private sealed record Job(ComparedFunction Function, int Seed, double LearningRate);
}
