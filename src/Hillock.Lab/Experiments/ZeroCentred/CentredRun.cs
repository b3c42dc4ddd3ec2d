using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.ZeroCentred;

/// <summary>A network whose gradients are looked at while it is trained to a given loss.</summary>
/// <param name="Function">The activation.</param>
/// <param name="LearningRate">The rate of plain gradient descent.</param>
/// <param name="Seed">The seed of weights and batches.</param>
internal sealed record CentredRun(string Function, double LearningRate, int Seed)
{
    public const int Width = 64;
    public const int Batch = 50;

    /// <summary>The mean loss over a window of steps that is to be reached.</summary>
    public const double Target = 0.5;

    /// <summary>The steps over which the way of the weights is compared with the straight one.</summary>
    public const int WaySteps = 100;

    private const int Window = CentredResult.Window;

    /// <summary>Trains for so many steps at most, and ends where the loss is reached.</summary>
    public CentredResult Train(Examples examples, int steps, StepProgress progress)
    {
        var network = new DenseNetwork([examples.Features, Width, Width, examples.Outputs], Activation.Parse(Function), Batch);
        network.Initialise(WeightInitialisation.LeCun, new SeededRandom((ulong)Seed, 1));
        var optimizer = new StochasticGradientDescent(network.Parameters.Length, LearningRate, momentum: 0);
        var batches = new BatchOrder(examples, Batch, new SeededRandom((ulong)Seed, 2));
        var gradient = new float[Batch * examples.Outputs];
        var (way, losses) = (new WeightWay(network.Layers[1]), new Queue<double>());
        var (curve, sameSign, agreement, reached) = (new List<double>(), new List<double>(), new List<double>(), (int?)null);
        for (var step = 0; step < steps && reached is null; step++)
        {
            if (step % 100 == 0) progress.Tell(step, steps);
            var (inputs, classes) = batches.Next();
            var loss = SoftmaxCrossEntropy.LossAndGradient(network.Forward(inputs, isTraining: true), classes, examples.Outputs, gradient);
            if (!double.IsFinite(loss)) break;
            network.Backward(inputs, gradient);
            if (step < WaySteps)
            {
                sameSign.Add(GradientSigns.ShareOfOneSign(network.Layers[0].Results, Width));
                agreement.Add(GradientSigns.Agreement(network.Layers[1].WeightGradients, Width));
            }

            optimizer.Step(network.Parameters, network.Gradients);
            if (step < WaySteps) way.Note(network.Layers[1]);
            losses.Enqueue(loss);
            if (losses.Count > Window) losses.Dequeue();
            if (step % Window == Window - 1) curve.Add(losses.Average());
            if (losses.Count == Window && losses.Average() <= Target) reached = step + 1;
        }

        return new(reached, curve, sameSign.Average(), agreement.Average(), way.Straightness);
    }
}

/// <summary>What was seen.</summary>
/// <param name="Steps">Steps to the loss; null where it was not reached.</param>
/// <param name="Losses">The mean loss of each window of steps.</param>
/// <param name="OneSign">The share of examples for which all inputs of the second layer have one sign, so that all weight gradients
/// of a unit have.</param>
/// <param name="Agreement">How far the signs of the batch's gradients of a unit's weights agree: 1 if all do.</param>
/// <param name="Straightness">The distance that the weights of the second layer come in the first steps, over the length of
/// their way.</param>
internal sealed record CentredResult(
    int? Steps, IReadOnlyList<double> Losses, double OneSign, double Agreement, double Straightness)
{
    /// <summary>The number of steps of a window of <see cref="Losses"/>.</summary>
    public const int Window = 40;
}
