using System.Collections.Concurrent;
using System.Diagnostics;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports;
using Hillock.Lab.Runs;

namespace Hillock.Lab.Laboratory;

/// <summary>Where an experiment works: its lengths, its seed, and steps that are run side by side and kept.</summary>
public sealed class Workbench
{
    // So much of a phase is watched before its length is told from it.
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestUnasked = TimeSpan.FromHours(1);

    private readonly Experiment _experiment;
    private readonly RunStore? _store;
    private readonly CancellationToken _cancellation;
    private int _reused;
    private int _worked;

    /// <summary>A bench for one run of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="settings">How it is to be run.</param>
    /// <param name="store">Where finished steps are kept and found, if anywhere.</param>
    /// <param name="cancellation">Ends the run.</param>
    public Workbench(
        Experiment experiment, ExperimentSettings settings, RunStore? store = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check(experiment);
        (_experiment, Settings, _store, _cancellation) = (experiment, settings, store, cancellation);
    }

    /// <summary>How the experiment is run.</summary>
    public ExperimentSettings Settings { get; }

    /// <summary>Whether minutes have to be enough.</summary>
    public bool IsQuick => Settings.Quick;

    /// <summary>The seed of everything random.</summary>
    public int Seed => Settings.Seed;

    /// <summary>Whether no length is below that of the verdict. A check that fails below it is not decided.</summary>
    public bool IsFullLength =>
        _experiment.Lengths.All(length => LengthOf(length.Unit) >= length.Full) && !(IsQuick && _experiment.Lengths.Count == 0);

    /// <summary>Steps that were found in the store.</summary>
    public int ReusedSteps => _reused;

    /// <summary>Steps that were worked.</summary>
    public int WorkedSteps => _worked;

    /// <summary>Called with a phase and the share of it that is done, from several threads.</summary>
    public Action<string, double> OnProgress { get; init; } = (_, _) => { };

    /// <summary>The seeds of all repetitions, for an experiment that has <see cref="Length.Seeds"/>.</summary>
    public IEnumerable<int> Seeds => Enumerable.Range(Seed, LengthOf(Length.Seeds));

    /// <summary>How much of a unit is done.</summary>
    public int LengthOf(string unit) => Settings.LengthOf(_experiment, unit);

    /// <summary>One step.</summary>
    public T Run<T>(string phase, Step<T> step) => RunAll(phase, [step])[0];

    /// <summary>Steps side by side, one a core. Results are in the order of the steps.</summary>
    /// <exception cref="SettingsException">They would take hours, and nobody allowed that.</exception>
    /// <exception cref="OperationCanceledException">The run was ended; finished steps are kept.</exception>
    public IReadOnlyList<T> RunAll<T>(string phase, IReadOnlyList<Step<T>> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var results = new T[steps.Count];
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        var watch = new Watch(this, phase, [.. steps.Select(step => step.Cost)], stopping);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = stopping.Token,
        };
        try
        {
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, steps.Count), EnumerablePartitionerOptions.NoBuffering), options,
                i => results[i] = Work(steps[i], watch, i, stopping.Token));
        }
        catch (OperationCanceledException) when (watch.Left is not null)
        {
            throw TooLong(phase, watch.Left.Value);
        }
        catch (AggregateException several)
        {
            // One mistake is enough to tell of, and callers know its kind.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }

        return results;
    }

    private T Work<T>(Step<T> step, Watch watch, int index, CancellationToken cancellation)
    {
        var key = new StepKey(_experiment.Name, StepJson.Write(step.Configuration));
        if (_store?.FindStep(key) is { } kept)
        {
            Interlocked.Increment(ref _reused);
            watch.Skip(index);
            return StepJson.Read<T>(kept);
        }

        var started = Stopwatch.GetTimestamp();
        var result = step.Work(new(share => watch.Report(index, share), cancellation));
        _store?.AddStep(key, StepJson.Write(result!), Stopwatch.GetElapsedTime(started));
        Interlocked.Increment(ref _worked);
        watch.Report(index, 1);
        return result;
    }

    private SettingsException TooLong(string phase, TimeSpan left) => new(
        $"'{_experiment.Name}' would take about {Numbers.Duration(left)} more on this machine ({phase}, told from its first "
        + $"{Watched.TotalSeconds:0} seconds). Go on with --yes, or make it shorter"
        + (_experiment.Lengths.Count == 0
            ? "."
            : $" with {string.Join(" or ", _experiment.Lengths.Select(length => "--" + length.Unit))} or --quick."));

    /// <summary>Adds up how far the steps of a phase are, and ends the phase where it would take too long.</summary>
    private sealed class Watch(Workbench bench, string phase, double[] costs, CancellationTokenSource stopping)
    {
        private readonly double[] _shares = new double[costs.Length];
        private readonly Lock _lock = new();
        private readonly double _all = costs.Sum();
        private (long At, double Worked)? _first;
        private double _skipped;
        private bool _isJudged;

        public TimeSpan? Left { get; private set; }

        /// <summary>Notes a step that took no time, from which nothing can be told.</summary>
        public void Skip(int index)
        {
            lock (_lock)
                _skipped += costs[index];
            Report(index, 1);
        }

        public void Report(int index, double share)
        {
            double done;
            lock (_lock)
            {
                _shares[index] = share;
                done = costs.Select((cost, i) => cost * _shares[i]).Sum();
                Judge(done - _skipped, _all - done);
            }

            bench.OnProgress(phase, done / _all);
        }

        // Once, early: who was not stopped then has been told nothing wrong. What came before the first report (loading
        // data, compiling) is no measure of what is to come.
        private void Judge(double worked, double open)
        {
            if (_isJudged || bench.Settings.MayTakeHours || worked <= 0)
                return;
            _first ??= (Stopwatch.GetTimestamp(), worked);
            var passed = Stopwatch.GetElapsedTime(_first.Value.At);
            if (passed < Watched || worked <= _first.Value.Worked)
                return;
            _isJudged = true;
            var left = passed * (open / (worked - _first.Value.Worked));
            if (left <= LongestUnasked)
                return;
            Left = left;
            stopping.Cancel();
        }
    }
}
