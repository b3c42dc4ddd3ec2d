namespace Hillock.Lab.Data;

/// <summary>
/// Brings numbers to mean 0 and deviation 1 as measured on the training part, and the test part along by the same
/// measure. Each feature has its own mean and deviation, but the pixels of images share one: a pixel at the edge
/// that is hardly ever lit would otherwise be blown up as large as the ones that matter. (To divide pixels by their
/// maximum first would cancel out.) What is constant in training becomes 0.
/// </summary>
public sealed class Standardisation
{
    private readonly double[] _means;
    private readonly double[] _deviations;

    private Standardisation(double[] means, double[] deviations, double targetMean, double targetDeviation)
    {
        _means = means;
        _deviations = deviations;
        TargetMean = targetMean;
        TargetDeviation = targetDeviation;
    }

    /// <summary>The mean of each feature.</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>The standard deviation of each feature; 0 where it is constant.</summary>
    public IReadOnlyList<double> Deviations => _deviations;

    /// <summary>The mean of the targets; NaN for classification.</summary>
    public double TargetMean { get; }

    /// <summary>
    /// The standard deviation of the targets; NaN for classification. An error measured on standardised targets times
    /// this is the error in units of the data.
    /// </summary>
    public double TargetDeviation { get; }

    /// <summary>Measures the part that will be trained on.</summary>
    public static Standardisation Fit(DataPart training)
    {
        int features = training.Data.Features;
        var means = new double[features];
        var deviations = new double[features];
        if (training.Data.IsImage)
        {
            (double mean, double deviation) = Measure(training.Inputs, 0, 1);
            Array.Fill(means, mean);
            Array.Fill(deviations, deviation);
        }
        else
        {
            for (int feature = 0; feature < features; feature++)
                (means[feature], deviations[feature]) = Measure(training.Inputs, feature, features);
        }
        (double targetMean, double targetDeviation) = Measure(training.Targets, 0, 1);
        return new Standardisation(means, deviations, targetMean, targetDeviation);
    }

    /// <summary>The part with standardised inputs, and standardised targets where it has targets.</summary>
    public DataPart Apply(DataPart part)
    {
        var inputs = GC.AllocateUninitializedArray<float>(part.Inputs.Length);
        Apply(part.Inputs, inputs);
        return part with
        {
            Inputs = inputs,
            Targets = [.. part.Targets.Select(target => Standardise(target, TargetMean, TargetDeviation))],
        };
    }

    /// <summary>Standardises rows of inputs, given and returned row by row.</summary>
    public void Apply(ReadOnlySpan<float> inputs, Span<float> standardised)
    {
        int feature = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            standardised[i] = Standardise(inputs[i], _means[feature], _deviations[feature]);
            if (++feature == _means.Length)
                feature = 0;
        }
    }

    private static float Standardise(float value, double mean, double deviation) =>
        deviation == 0 ? 0 : (float)((value - mean) / deviation);

    private static (double Mean, double Deviation) Measure(float[] values, int first, int step)
    {
        double sum = 0;
        int count = 0;
        for (int i = first; i < values.Length; i += step, count++)
            sum += values[i];
        double mean = sum / count;

        double squares = 0;
        for (int i = first; i < values.Length; i += step)
            squares += (values[i] - mean) * (values[i] - mean);
        return (mean, Math.Sqrt(squares / count));
    }
}
