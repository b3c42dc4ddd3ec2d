using Hillock.Networks;

namespace Hillock.Lab.Data;

/// <summary>Examples to learn from: rows of numbers, each with a class or with a target number.</summary>
public sealed class DataSet
{
    // Far from the streams that a network takes from the same seed.
    private const ulong SplitStream = 101;
    private const ulong ValidationStream = 102;

    /// <summary>Examples that belong to classes.</summary>
    public DataSet(string name, int features, float[] inputs, int[] classes, IReadOnlyList<string> classNames)
        : this(name, features, inputs, classes, classNames, [])
    {
        if (classNames.Count < 2)
            throw new ArgumentException("At least two classes are needed.", nameof(classNames));
        if (classes.Any(c => c < 0 || c >= classNames.Count))
            throw new ArgumentException("Every class must have a name.", nameof(classes));
    }

    /// <summary>Examples with a number to predict (regression).</summary>
    public DataSet(string name, int features, float[] inputs, float[] targets)
        : this(name, features, inputs, [], [], targets)
    {
    }

    private DataSet(
        string name, int features, float[] inputs, int[] classes, IReadOnlyList<string> classNames, float[] targets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        Count = classes.Length + targets.Length;
        if (Count < 2 || inputs.LongLength != (long)Count * features)
            throw new ArgumentException("The inputs must be at least two rows, one for each answer.", nameof(inputs));
        Name = name;
        Features = features;
        Inputs = inputs;
        Classes = classes;
        ClassNames = classNames;
        Targets = targets;
    }

    /// <summary>The catalogue's name, or the path of the file.</summary>
    public string Name { get; }

    /// <summary>Numbers in a row of <see cref="Inputs"/>.</summary>
    public int Features { get; }

    /// <summary>Rows.</summary>
    public int Count { get; }

    /// <summary>The inputs, row by row; not to be changed.</summary>
    public float[] Inputs { get; }

    /// <summary>The class of each row; empty for regression; not to be changed.</summary>
    public int[] Classes { get; }

    /// <summary>Names of the classes; empty for regression.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The target of each row; empty for classification; not to be changed.</summary>
    public float[] Targets { get; }

    /// <summary>Names of the features; empty where they are not known.</summary>
    public IReadOnlyList<string> FeatureNames { get; init; } = [];

    /// <summary>Whether a row is an image, its features pixels on one scale.</summary>
    public bool IsImage { get; init; }

    /// <summary>Where the data come with an official test part: how many rows at the start are for training.</summary>
    public int? OfficialTrainingCount { get; init; }

    /// <summary>Whether the answer is a class rather than a number.</summary>
    public bool IsClassification => ClassNames.Count > 0;

    /// <summary>
    /// Parts the rows. Data with an official test part are parted there, whatever the arguments; all others by lot,
    /// and every class in the same proportion. One seed gives one split, on every platform.
    /// </summary>
    /// <param name="seed">What the lot is drawn from.</param>
    /// <param name="testShare">The share of rows to test on, above 0 and at most one half.</param>
    public (DataPart Training, DataPart Test) Split(int seed, double testShare = 0.2)
    {
        if (OfficialTrainingCount is { } official)
            return (Part(Enumerable.Range(0, official)), Part(Enumerable.Range(official, Count - official)));

        return Divide([.. Enumerable.Range(0, Count)], seed, SplitStream, testShare);
    }

    /// <summary>Takes a validation part out of a training part, by lot and every class in the same
    /// proportion.</summary>
    /// <param name="training">The training part of this data set, of two rows or more.</param>
    /// <param name="seed">What the lot is drawn from.</param>
    /// <param name="share">The share of rows to take, above 0 and at most one half.</param>
    public (DataPart Training, DataPart Validation) SplitValidation(DataPart training, int seed, double share = 0.2)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (training.Data != this)
            throw new ArgumentException($"The part is of {training.Data.Name}, not of {Name}.", nameof(training));
        return Divide(training.Rows, seed, ValidationStream, share);
    }

    private (DataPart Remaining, DataPart Taken) Divide(int[] rows, int seed, ulong stream, double share)
    {
        if (share is not (> 0 and <= 0.5))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Above 0 and at most 0.5, please.");
        int[] order = ShuffledWithinClasses(rows, new SeededRandom((ulong)seed, stream));
        int count = Math.Clamp((int)Math.Round(rows.Length * share), 1, rows.Length / 2);
        var taken = new HashSet<int>();
        for (int k = 0; k < count; k++)
            taken.Add(order[(int)((long)k * rows.Length / count)]);
        var parts = rows.ToLookup(taken.Contains);
        return (Part(parts[false]), Part(parts[true]));
    }

    /// <summary>
    /// Rows in random order, but class after class: any choice at even steps along it is random and takes its
    /// share, to within one row, of every class; and at steps of two or more it empties no class of two or more.
    /// </summary>
    private int[] ShuffledWithinClasses(int[] rows, SeededRandom random)
    {
        int[] order = [.. rows];
        random.Shuffle<int>(order);
        return IsClassification ? [.. order.OrderBy(row => Classes[row])] : order;
    }

    private DataPart Part(IEnumerable<int> chosen)
    {
        int[] rows = [.. chosen];
        var inputs = GC.AllocateUninitializedArray<float>(rows.Length * Features);
        for (int k = 0; k < rows.Length; k++)
            Inputs.AsSpan(rows[k] * Features, Features).CopyTo(inputs.AsSpan(k * Features));
        return new DataPart
        {
            Data = this,
            Rows = rows,
            Inputs = inputs,
            Classes = IsClassification ? [.. rows.Select(row => Classes[row])] : [],
            Targets = IsClassification ? [] : [.. rows.Select(row => Targets[row])],
        };
    }
}
