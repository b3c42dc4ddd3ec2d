using Hillock.Lab.Data.Shapeset;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>A tanh network before training.</summary>
/// <param name="Initialisation">How its weights were drawn.</param>
/// <param name="Activations">The standard deviation of the activations of each hidden layer.</param>
/// <param name="Gradients">The root mean square of ∂L/∂u of each hidden layer.</param>
/// <param name="WeightGradients">The standard deviation of the gradient by the weights of each hidden layer behind the first.</param>
/// <param name="Histograms">The activations of each hidden layer.</param>
/// <param name="Jacobians">Those from one hidden layer to the next, by the later layer.</param>
internal sealed record InitialState(
    string Initialisation, IReadOnlyList<double> Activations, IReadOnlyList<double> Gradients,
    IReadOnlyList<double> WeightGradients, IReadOnlyList<IReadOnlyList<double>> Histograms,
    IReadOnlyList<LayerJacobian> Jacobians)
{
    public const int Layers = 5;
    public const int Width = 1000;

    // Jacobians are looked at in a smaller network: their mean singular value does not depend on the width of the layers.
    private const int JacobianWidth = 200;
    private const int JacobianExamples = 4;

    /// <summary>The mean singular value of all Jacobians.</summary>
    public double SingularValue => Jacobians.Average(jacobian => jacobian.SingularValue);

    /// <summary>Measures it on 300 pictures.</summary>
    public static InitialState Of(string initialisation, int seed)
    {
        var examples = ShapesetPictures.DrawWatched(seed);
        var network = Create(initialisation, Width, seed);
        var gradient = new float[examples.Count * examples.Outputs];
        SoftmaxCrossEntropy.LossAndGradient(network.Forward(examples.Inputs), examples.Classes, examples.Outputs, gradient);
        network.Backward(examples.Inputs, gradient);
        var hidden = network.HiddenLayers.ToList();
        return new(
            initialisation,
            [.. hidden.Select(layer => TensorStatistics.Of(layer.Activations).StandardDeviation)],
            [.. hidden.Select(layer => TensorStatistics.Of(layer.Gradients).StandardDeviation)],
            [.. hidden.Skip(1).Select(layer => TensorStatistics.Of(layer.WeightGradients).StandardDeviation)],
            [.. hidden.Select(layer => ActivationHistogram.Of(layer.Activations))],
            [.. JacobiansOf(initialisation, seed)]);
    }

    private static DenseNetwork Create(string initialisation, int width, int seed)
    {
        int[] sizes = [ShapesetGenerator.Pixels, .. Enumerable.Repeat(width, Layers), ShapesetGenerator.Classes];
        var network = new DenseNetwork(sizes, Activation.Parse("tanh"), GlorotModel.Watched);
        network.Initialise(WeightInitialisation.Parse(initialisation), new SeededRandom((ulong)seed, 1));
        return network;
    }

    // ∂(outputs of layer l)/∂(outputs of layer l − 1) = diag(tanh′(u)) Wᵀ, for layers 2 to 5 and some pictures.
    private static IEnumerable<LayerJacobian> JacobiansOf(string initialisation, int seed)
    {
        var examples = new ShapesetBatch(JacobianExamples, new SeededRandom((ulong)seed, 5)).Examples;
        var network = Create(initialisation, JacobianWidth, seed);
        TakeFirstLayer(Create(initialisation, Width, seed), network);
        network.Forward(examples.Inputs);
        return network.HiddenLayers.Skip(1).Select(layer => new LayerJacobian(
            Enumerable.Range(0, JacobianExamples)
                .Average(example => SingularValues.Of(Jacobian(layer, example)).Average()),
            1 - TensorStatistics.Of(layer.Activations).MeanSquare));
    }

    // The normalised initialisation behind the pixels depends on how many units there are: the small network begins with
    // some of the units of the wide one, so that its pre-activations are as large.
    private static void TakeFirstLayer(DenseNetwork wide, DenseNetwork small)
    {
        var (from, to) = (wide.Layers[0], small.Layers[0]);
        for (var input = 0; input < from.Inputs; input++)
            from.Weights.Slice(input * from.Outputs, to.Outputs).CopyTo(to.Weights[(input * to.Outputs)..]);
    }

    private static double[,] Jacobian(DenseLayer layer, int example)
    {
        var jacobian = new double[layer.Outputs, layer.Inputs];
        for (var output = 0; output < layer.Outputs; output++)
        {
            var activation = layer.Activations[(example * layer.Outputs) + output];
            for (var input = 0; input < layer.Inputs; input++)
                jacobian[output, input] = (1 - ((double)activation * activation)) * layer.Weights[(input * layer.Outputs) + output];
        }

        return jacobian;
    }
}

/// <summary>The Jacobian from one hidden layer to the next.</summary>
/// <param name="SingularValue">Its mean singular value, in the mean over pictures.</param>
/// <param name="Slope">The mean of tanh′ in the later layer.</param>
internal sealed record LayerJacobian(double SingularValue, double Slope);
