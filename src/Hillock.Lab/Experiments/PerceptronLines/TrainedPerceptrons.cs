using Hillock.Lab.Data;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.PerceptronLines;

/// <summary>Some perceptrons side by side, combined by one more.</summary>
/// <param name="Hidden">How many; 0 for the combining one alone.</param>
/// <param name="Function">What they apply to their sums; identity to combine them linearly.</param>
/// <param name="Seed">The seed of weights and batches.</param>
internal sealed record TrainedPerceptrons(int Hidden, string Function, int Seed)
{
    /// <summary>Cells of the map in each direction.</summary>
    public const int MapSide = 60;

    /// <summary>Half the width of the map.</summary>
    public const double Reach = 1.4;

    private const int Batch = 20;

    /// <summary>Trains them on points of two classes.</summary>
    public PerceptronResult Train(DataSet points, int epochs)
    {
        var examples = Examples.OfClasses(points.Inputs, 2, points.Classes, 2);
        int[] sizes = Hidden == 0 ? [2, 2] : [2, Hidden, 2];
        var network = new DenseNetwork(sizes, Activation.Parse(Function), MapSide * MapSide);
        network.Initialise(WeightInitialisation.Glorot, new SeededRandom((ulong)Seed, 1));
        var trainer = new Trainer(network, new Adam(network.Parameters.Length, 0.02), examples, Batch);
        var order = new SeededRandom((ulong)Seed, 2);
        for (var epoch = 0; epoch < epochs; epoch++)
            trainer.TrainEpoch(order);
        var correct = Evaluation.Of(network, examples).Score;
        return new(correct, MapOf(network), Hidden == 0 ? [] : LinesOf(network.Layers[0]));
    }

    // The class in each cell, the lowest row first.
    private static double[] MapOf(DenseNetwork network)
    {
        var centres = new float[2 * MapSide * MapSide];
        for (var cell = 0; cell < MapSide * MapSide; cell++)
        {
            centres[2 * cell] = (float)(Reach * ((2 * ((cell % MapSide) + 0.5) / MapSide) - 1));
            centres[(2 * cell) + 1] = (float)(Reach * ((2 * ((cell / MapSide) + 0.5) / MapSide) - 1));
        }

        var outputs = network.Forward(centres);
        var classes = new double[MapSide * MapSide];
        for (var cell = 0; cell < classes.Length; cell++)
            classes[cell] = outputs[(2 * cell) + 1] > outputs[2 * cell] ? 1 : 0;
        return classes;
    }

    // w₁x + w₂y + b = 0 for each unit; weights lie inputs × units.
    private static PlaneLine[] LinesOf(DenseLayer layer) =>
    [
        .. Enumerable.Range(0, layer.Outputs).Select(unit =>
            new PlaneLine(layer.Weights[unit], layer.Weights[layer.Outputs + unit], layer.Biases[unit])),
    ];
}

/// <summary>What came out.</summary>
/// <param name="Correct">The share of points answered rightly.</param>
/// <param name="Map">The class in each cell of the plane, the lowest row first.</param>
/// <param name="Lines">The line of each hidden unit.</param>
internal sealed record PerceptronResult(double Correct, IReadOnlyList<double> Map, IReadOnlyList<PlaneLine> Lines);

/// <summary>A·x + B·y + C = 0.</summary>
internal sealed record PlaneLine(double A, double B, double C)
{
    /// <summary>The two ends of the piece within a square, or null where it does not meet it.</summary>
    public (double X, double Y)[]? Within(double reach)
    {
        var crossings = new List<(double X, double Y)>();
        foreach (var side in new[] { -reach, reach })
        {
            if (B != 0 && Math.Abs(Y(side)) <= reach) crossings.Add((side, Y(side)));
            if (A != 0 && Math.Abs(X(side)) <= reach) crossings.Add((X(side), side));
        }

        return crossings.Count >= 2
            ? [crossings[0], crossings.MaxBy(end => Math.Pow(end.X - crossings[0].X, 2) + Math.Pow(end.Y - crossings[0].Y, 2))]
            : null;

        double Y(double x) => -((A * x) + C) / B;
        double X(double y) => -((B * y) + C) / A;
    }
}
