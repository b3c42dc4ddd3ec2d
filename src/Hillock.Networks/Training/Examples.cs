namespace Hillock.Networks;

/// <summary>Inputs with what a network should answer: a class each, or numbers.</summary>
public sealed class Examples
{
    private readonly int[]? _classes;
    private readonly float[]? _targets;

    private Examples(float[] inputs, int features, int outputs, int[]? classes, float[]? targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        var answers = classes?.Length ?? targets!.Length / outputs;
        if (answers * features != inputs.Length || (targets is not null && answers * outputs != targets.Length))
            throw new ArgumentException("There must be as many answers as rows of inputs.");
        Inputs = inputs;
        Features = features;
        Outputs = outputs;
        _classes = classes;
        _targets = targets;
    }

    /// <summary>The inputs, row by row.</summary>
    public float[] Inputs { get; }

    /// <summary>How many values a row has.</summary>
    public int Features { get; }

    /// <summary>How many outputs a network for these examples has: one a class, or one a number.</summary>
    public int Outputs { get; }

    /// <summary>How many examples there are.</summary>
    public int Count => Inputs.Length / Features;

    /// <summary>Whether the answer is a class.</summary>
    public bool IsClassification => _classes is not null;

    /// <summary>The classes; empty for numbers.</summary>
    public ReadOnlySpan<int> Classes => _classes;

    /// <summary>The numbers to answer, row by row; empty for classes.</summary>
    public ReadOnlySpan<float> Targets => _targets;

    /// <summary>Examples of classes 0 … <paramref name="classCount"/> − 1.</summary>
    public static Examples OfClasses(float[] inputs, int features, int[] classes, int classCount)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Any(label => label < 0 || label >= classCount))
            throw new ArgumentException($"A class must be from 0 to {classCount - 1}.", nameof(classes));
        return new(inputs, features, classCount, classes, null);
    }

    /// <summary>Examples with <paramref name="outputs"/> numbers each to answer.</summary>
    public static Examples OfNumbers(float[] inputs, int features, float[] targets, int outputs = 1)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return new(inputs, features, outputs, null, targets);
    }

    /// <summary>Examples that are to be answered with themselves, as an autoencoder does.</summary>
    public static Examples OfThemselves(float[] inputs, int features) => OfNumbers(inputs, features, inputs, features);
}
