using Hillock.Lab.Data;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>Networks whose regions are counted.</summary>
internal static class RegionCounts
{
    // Far beyond where the lines of a random layer of 64 units meet, so that a square holds all cells of a plane.
    private const double WholePlane = 1e7;

    // The square that is looked at in training is the data with half of their extent around them.
    private const double Margin = 0.5;

    private const int BatchSize = 32;
    private const double LearningRate = 0.01;

    /// <summary>The regions of networks on a line, one of each seed.</summary>
    public static LineRegions OnLine(string function, int[] widths, int firstSeed, int networks) => new(
        function, widths,
        [.. Enumerable.Range(firstSeed, networks).Select(seed => LineCells.Count(
            Random(1, widths, (ulong)seed), Pieces(function), [0], [1]))]);

    /// <summary>The regions of networks in the whole plane, one of each seed.</summary>
    public static LineRegions InPlane(int[] widths, int firstSeed, int networks) => new(
        "relu", widths,
        [.. Enumerable.Range(firstSeed, networks).Select(seed => PlaneCells.Of(
            Random(2, widths, (ulong)seed).Select(layer => (layer, Pieces("relu"))), -WholePlane, WholePlane).Count)]);

    /// <summary>The pieces of L tent maps, one after the other, on [0, 1]: t(x) = 2·relu(x) − 4·relu(x − ½).</summary>
    public static int OfTents(int levels)
    {
        var first = new AffineMap([1, 1], [0, -0.5]);
        var next = new AffineMap([2, 2, -4, -4], [0, -0.5]);
        return LineCells.Count(
            [first, .. Enumerable.Repeat(next, levels - 1)], Pieces("relu"), [0], [1], low: 0, high: 1);
    }

    /// <summary>Trains a network on two classes of the plane and counts at updates that double.</summary>
    /// <param name="function">Its activation.</param>
    /// <param name="data">What it learns.</param>
    /// <param name="widths">Its hidden layers.</param>
    /// <param name="updates">How long it is trained.</param>
    /// <param name="seed">Of the data, the weights and the batches.</param>
    /// <param name="keepCells">Whether the regions themselves are wanted, and not only their number.</param>
    /// <param name="progress">Is told how far it is.</param>
    public static TrainedRegions InTraining(
        string function, string data, int[] widths, int updates, int seed, bool keepCells, StepProgress progress)
    {
        var set = DataSets.Find(data, seed);
        var examples = Examples.OfClasses(set.Inputs, 2, set.Classes, 2);
        var random = new SeededRandom((ulong)seed, stream: 7);
        var network = new DenseNetwork([2, .. widths, 2], Activation.Parse(function), BatchSize);
        network.Initialise(WeightInitialisation.He, random);
        var trainer = new Trainer(
            network, Optimizer.Create("adam", network.Parameters.Length, LearningRate), examples, BatchSize);
        var square = SquareAround(set);
        var (at, counts) = (new List<int>(), new List<int>());
        var before = Cells(network, square);
        var batch = new int[BatchSize];
        for (var update = 0; update <= updates; update++)
        {
            if (update == updates || int.IsPow2(update) || update == 0)
            {
                at.Add(update);
                counts.Add(Cells(network, square).Count);
                progress.Tell(update, updates);
            }

            foreach (ref var row in batch.AsSpan())
                row = random.NextBelow(set.Count);
            if (update < updates)
                trainer.Step(batch);
        }

        return new(function, data, widths, [.. at], [.. counts], Evaluation.Of(network, examples).Score)
        {
            Before = keepCells ? before : [],
            After = keepCells ? Cells(network, square) : [],
        };
    }

    /// <summary>Hidden layers with weights N(0, 2/fan-in) and biases N(0, 1).</summary>
    public static IReadOnlyList<AffineMap> Random(int inputs, int[] widths, ulong seed)
    {
        var random = new SeededRandom(seed, stream: 6);
        return
        [
            .. widths.Select((units, layer) =>
            {
                var fanIn = layer == 0 ? inputs : widths[layer - 1];
                var deviation = Math.Sqrt(2.0 / fanIn);
                return new AffineMap(
                    [.. Enumerable.Range(0, fanIn * units).Select(_ => deviation * random.NextNormal())],
                    [.. Enumerable.Range(0, units).Select(_ => random.NextNormal())]);
            }),
        ];
    }

    private static StraightPieces Pieces(string function) => StraightPieces.Of(Activation.Parse(function))
        ?? throw new InvalidOperationException($"'{function}' is not made of straight pieces.");

    // A learned slope is that of the moment.
    private static IReadOnlyList<PlaneCell> Cells(DenseNetwork network, (double Low, double High) square) => PlaneCells.Of(
        network.HiddenLayers.Select(layer => (
            AffineMap.Of(layer), StraightPieces.Of(layer.Activation!, layer.ActivationParametersOf(0))!)),
        square.Low, square.High);

    private static (double Low, double High) SquareAround(DataSet set)
    {
        var (low, high) = (set.Inputs.Min(), set.Inputs.Max());
        return (low - (Margin * (high - low)), high + (Margin * (high - low)));
    }
}

/// <summary>How many regions networks of one shape have.</summary>
internal sealed record LineRegions(string Function, int[] Widths, int[] Counts);

/// <summary>How many regions a network has while it is trained.</summary>
/// <param name="Function">Its activation.</param>
/// <param name="Data">What it learns.</param>
/// <param name="Widths">Its hidden layers.</param>
/// <param name="Updates">When it was counted.</param>
/// <param name="Counts">The regions then.</param>
/// <param name="Accuracy">On the training examples, at the end.</param>
internal sealed record TrainedRegions(
    string Function, string Data, int[] Widths, int[] Updates, int[] Counts, double Accuracy)
{
    /// <summary>The regions before training.</summary>
    public required IReadOnlyList<PlaneCell> Before { get; init; }

    /// <summary>The regions after it.</summary>
    public required IReadOnlyList<PlaneCell> After { get; init; }
}
