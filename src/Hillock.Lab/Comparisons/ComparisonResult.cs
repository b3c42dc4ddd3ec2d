using Hillock.Networks;

namespace Hillock.Lab.Comparisons;

/// <summary>The data a comparison was run on.</summary>
/// <param name="Name">Name or file.</param>
/// <param name="Features">Columns of the input.</param>
/// <param name="TrainingExamples">Rows trained on.</param>
/// <param name="TestExamples">Rows tested on.</param>
/// <param name="ClassNames">Names of the classes; empty for regression.</param>
public sealed record DataSummary(
    string Name, int Features, int TrainingExamples, int TestExamples, IReadOnlyList<string> ClassNames)
{
    /// <summary>Rows held back from training, to decide by.</summary>
    public int ValidationExamples { get; init; }

    /// <summary>Whether the target is a class rather than a number.</summary>
    public bool IsClassification => ClassNames.Count > 0;
}

/// <summary>The end of one epoch; epoch 0 is the untrained network.</summary>
/// <param name="Epoch">0 … the number of epochs.</param>
/// <param name="TrainingLoss">Mean loss over the epoch's batches (over the training set for epoch 0).</param>
/// <param name="TestLoss">Mean loss on the test set.</param>
/// <param name="TestScore">Accuracy in [0, 1] for classes, root mean squared error for numbers.</param>
/// <param name="Layers">Statistics of each hidden layer, input side first.</param>
public sealed record EpochRecord(
    int Epoch, double TrainingLoss, double TestLoss, double TestScore, IReadOnlyList<LayerStatistics> Layers);

/// <summary>What a network answers over the plane; only for data of two features.</summary>
/// <param name="XMin">Left edge, in units of the data.</param>
/// <param name="XMax">Right edge.</param>
/// <param name="YMin">Lower edge.</param>
/// <param name="YMax">Upper edge.</param>
/// <param name="Columns">Cells from left to right.</param>
/// <param name="Rows">Cells from bottom to top.</param>
/// <param name="Classes">The most probable class at the middle of each cell, row by row from the bottom.</param>
public sealed record DecisionMap(
    double XMin, double XMax, double YMin, double YMax, int Columns, int Rows, IReadOnlyList<int> Classes);

/// <summary>One network trained with one function from one seed.</summary>
public sealed record RunResult
{
    /// <summary>The seed of weights, split and batch order.</summary>
    public required int Seed { get; init; }

    /// <summary>One record an epoch, epoch 0 first; shorter where the run diverged.</summary>
    public required IReadOnlyList<EpochRecord> Epochs { get; init; }

    /// <summary>Time spent in training steps, without evaluation.</summary>
    public required TimeSpan TrainingTime { get; init; }

    /// <summary>The memory of the network, the optimiser and a batch, in bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>The epoch in which the loss stopped being finite, or null.</summary>
    public int? DivergedAtEpoch { get; init; }

    /// <summary>The learning rate; where rates were tuned, the one chosen.</summary>
    public double LearningRate { get; init; }

    /// <summary>Loss and score of the result on the validation part, where there is one; of standardised
    /// targets.</summary>
    public Evaluation? Validation { get; init; }

    /// <summary>The epoch whose network is the result, where training was stopped early; else null.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>The learned parameters of the activation in each hidden layer, by name; empty where there are none.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> LearnedParameters { get; init; } = [];

    /// <summary>The decision map of the trained network, where the data have two features and classes.</summary>
    public DecisionMap? DecisionMap { get; init; }

    /// <summary>The score on the test set after the last epoch, or after <see cref="BestEpoch"/>; null where the run
    /// diverged.</summary>
    public double? FinalScore => DivergedAtEpoch is null && Epochs.Count > 0
        ? Epochs[BestEpoch ?? Epochs.Count - 1].TestScore
        : null;
}

/// <summary>A mean with the 95 % interval of Student's t over the seeds.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Lower">Lower end of the interval; equal to the mean for a single value.</param>
/// <param name="Upper">Upper end of the interval.</param>
/// <param name="Count">How many values.</param>
public sealed record MeanWithInterval(double Mean, double Lower, double Upper, int Count)
{
    /// <summary>The 95 % interval of the bootstrap, where it was asked for and there are two values or more.</summary>
    public Interval? Bootstrap { get; init; }
}

/// <summary>The numbers between two ends.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public sealed record Interval(double Lower, double Upper);

/// <summary>All runs of one function.</summary>
public sealed record FunctionResult
{
    /// <summary>The function as it was asked for.</summary>
    public required string Name { get; init; }

    /// <summary>The runs, by seed, with those that diverged but without one that was cut short.</summary>
    public required IReadOnlyList<RunResult> Runs { get; init; }

    /// <summary>Final test score over the runs that did not diverge; null where none is left.</summary>
    public MeanWithInterval? Score { get; init; }

    /// <summary>Mean training time of a finished run.</summary>
    public TimeSpan MeanTrainingTime { get; init; }
}

/// <summary>Two functions compared seed by seed.</summary>
/// <param name="First">Name of the first function.</param>
/// <param name="Second">Name of the second function.</param>
/// <param name="Difference">Mean of (score of first − score of second) over common seeds, with its interval.</param>
/// <param name="PValue">Two-sided p-value of the paired t-test; NaN where it is not defined.</param>
/// <param name="AdjustedPValue">The p-value after Holm's correction for all pairs of the comparison, and for the
/// number of looks at them.</param>
/// <param name="IsReal">Whether <paramref name="AdjustedPValue"/> is below 0.05.</param>
public sealed record PairedDifference(
    string First, string Second, MeanWithInterval Difference, double PValue, double AdjustedPValue, bool IsReal)
{
    /// <summary>The mean difference in standard deviations of the differences (Cohen's d for pairs); null where they
    /// have no spread.</summary>
    public double? EffectSize { get; init; }

    /// <summary>About how many seeds would tell the pair apart four times out of five, if mean and spread stayed as
    /// they are; null for a real difference, and where it is more than 1000 or not known.</summary>
    public int? SeedsNeeded { get; init; }
}

/// <summary>A finished (or cleanly interrupted) comparison: all that a report shows.</summary>
public sealed record ComparisonResult
{
    /// <summary>What was asked.</summary>
    public required ComparisonSettings Settings { get; init; }

    /// <summary>The data.</summary>
    public required DataSummary Data { get; init; }

    /// <summary>One entry a function, in the order asked.</summary>
    public required IReadOnlyList<FunctionResult> Functions { get; init; }

    /// <summary>Every pair of functions that shares at least two seeds.</summary>
    public required IReadOnlyList<PairedDifference> Differences { get; init; }

    /// <summary>The training examples drawn under decision maps: x, y, class; only for data of two features.</summary>
    public IReadOnlyList<(float X, float Y, int Class)> PlanePoints { get; init; } = [];

    /// <summary>When it started, in local time.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it took in all.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Processor, cores and vector width, as one line.</summary>
    public string Machine { get; init; } = "";

    /// <summary>The command line that repeats it.</summary>
    public string Command { get; init; } = "";

    /// <summary>Whether it was ended before all runs were finished.</summary>
    public bool Interrupted { get; init; }

    /// <summary>How many runs were finished, those included whose learning rate was not chosen.</summary>
    public int FinishedRuns { get; init; }

    /// <summary>How many of them were taken from a store; their times are those of when they were trained.</summary>
    public int ReusedRuns { get; init; }
}
