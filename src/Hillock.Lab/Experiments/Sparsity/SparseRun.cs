using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Sparsity;

/// <summary>A network of which the active and the dead units are counted.</summary>
/// <param name="Function">The activation.</param>
/// <param name="LearningRate">The rate of plain gradient descent.</param>
/// <param name="Seed">The seed of weights and batches.</param>
internal sealed record SparseRun(string Function, double LearningRate, int Seed)
{
    public const int Layers = 3;
    public const int Width = 128;
    public const int Batch = 64;

    // With so small a rate units come back without the net being thrown off again.
    private const double ReviveRate = 0.01;

    /// <summary>Trains, counts, and goes on from there with relu and with leaky_relu, whatever the activation was.</summary>
    public SparseResult Train(Examples examples, int epochs, StepProgress progress)
    {
        var network = Create(Function, examples);
        network.Initialise(WeightInitialisation.He, new SeededRandom((ulong)Seed, 1));
        var first = ActiveUnits.Of(network, examples);
        TrainFor(network, LearningRate, epochs, examples, progress, from: 0, of: 3 * epochs);
        var last = ActiveUnits.Of(network, examples);
        var evaluation = Evaluation.Of(network, examples);
        var left = ActiveUnits.DeadUnits(network, examples);
        return new(first, last, left.Count, 100 * evaluation.Score, Revived("relu", epochs), Revived("leaky_relu", 2 * epochs));

        int Revived(string function, int from)
        {
            var copy = Create(function, examples);
            network.Parameters.CopyTo(copy.Parameters);
            TrainFor(copy, ReviveRate, epochs, examples, progress, from, 3 * epochs);
            // A unit is alive again if relu of its pre-activation is not 0 for all examples.
            return left.Except(ActiveUnits.DeadUnits(copy, examples)).Count();
        }
    }

    private static DenseNetwork Create(string function, Examples examples) =>
        new([examples.Features, .. Enumerable.Repeat(Width, Layers), examples.Outputs], Activation.Parse(function), 500);

    private void TrainFor(
        DenseNetwork network, double rate, int epochs, Examples examples, StepProgress progress, int from, int of)
    {
        var trainer = new Trainer(
            network, new StochasticGradientDescent(network.Parameters.Length, rate, momentum: 0), examples, Batch);
        var order = new SeededRandom((ulong)Seed, 2);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            progress.Tell(from + epoch, of);
            if (!double.IsFinite(trainer.TrainEpoch(order, progress.Cancellation))) return;
        }
    }
}

/// <summary>What was counted.</summary>
/// <param name="First">Before training.</param>
/// <param name="Last">After it.</param>
/// <param name="Dead">Units whose pre-activation is positive for no example, after training.</param>
/// <param name="Accuracy">On the training examples, in per cent.</param>
/// <param name="RevivedByRelu">How many of the dead come back where training goes on with relu.</param>
/// <param name="RevivedByLeak">How many come back where it goes on with leaky_relu.</param>
internal sealed record SparseResult(
    ActiveUnits First, ActiveUnits Last, int Dead, double Accuracy, int RevivedByRelu, int RevivedByLeak)
{
    /// <summary>How many units there are.</summary>
    public const int Units = SparseRun.Layers * SparseRun.Width;
}
