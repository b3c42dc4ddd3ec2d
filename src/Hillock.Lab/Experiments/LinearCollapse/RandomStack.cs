using Hillock.Lab.Experiments.Shared;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.LinearCollapse;

/// <summary>A random network, compared with single matrices.</summary>
internal static class RandomStack
{
    public const int Width = 32;
    public const int Examples = 1000;

    private const double BiasDeviation = 0.1;

    /// <summary>Compares a network of so many matrices, with an activation between them, with one matrix.</summary>
    public static StackMeasurement Measure(string function, int depth, int seed)
    {
        var random = new SeededRandom((ulong)seed);
        var network = new DenseNetwork(
            [.. Enumerable.Repeat(Width, depth + 1)], Activation.Parse(function), Examples);
        network.Initialise(WeightInitialisation.LeCun, random);
        foreach (var layer in network.Layers)
            random.FillNormal(layer.Biases, BiasDeviation);
        var inputs = new float[Examples * Width];
        random.FillNormal(inputs, 1);
        var outputs = network.Forward(inputs).ToArray();
        var product = AffineMap.ProductOf(network.Layers).Apply(inputs);
        var fit = AffineFit.Of(inputs, outputs, Width).Apply(inputs);
        return new(function, depth, LargestDifference(outputs, product) / RootMeanSquare(outputs), Unexplained(outputs, fit));
    }

    private static double LargestDifference(float[] one, double[] other) =>
        one.Zip(other, (a, b) => Math.Abs(a - b)).Max();

    private static double RootMeanSquare(float[] values) => Math.Sqrt(TensorStatistics.Of(values).MeanSquare);

    // The variance of each output is about its own mean, which an affine map explains always.
    private static double Unexplained(float[] outputs, double[] fitted)
    {
        var (left, all) = (0.0, 0.0);
        for (var unit = 0; unit < Width; unit++)
        {
            var column = Enumerable.Range(0, Examples).Select(row => (row * Width) + unit).ToArray();
            var mean = column.Average(i => (double)outputs[i]);
            left += column.Sum(i => Math.Pow(outputs[i] - fitted[i], 2));
            all += column.Sum(i => Math.Pow(outputs[i] - mean, 2));
        }

        return left / all;
    }
}

/// <summary>How a network compares with single matrices.</summary>
/// <param name="Function">The activation between the matrices.</param>
/// <param name="Depth">How many matrices there are.</param>
/// <param name="ProductError">The largest difference to the product of the matrices, over the root mean square of the
/// outputs.</param>
/// <param name="Unexplained">The share of the variance of the outputs that the best affine map leaves.</param>
internal sealed record StackMeasurement(string Function, int Depth, double ProductError, double Unexplained);
