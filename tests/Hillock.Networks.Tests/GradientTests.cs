namespace Hillock.Networks.Tests;

public class GradientTests
{
    private const int Count = 7;
    private static readonly int[] Sizes = [5, 6, 9, 3];

    public static TheoryData<string> Activations() =>
    [
        "tanh", "relu", "sigmoid", "identity", "prelu", "x*sigmoid(beta*x) where learned beta=1",
        "gelu", "elu", "softplus", "mish", "swish",
        "where(x > 0, a*x, b*expm1(x)) where a=1.5, learned b=0.5",
    ];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradients_of_cross_entropy_agree_with_finite_differences(string f)
    {
        var network = Network([f, f]);
        var inputs = Inputs();
        int[] classes = [0, 1, 2, 2, 1, 0, 1];
        var gradient = new float[Count * 3];
        SoftmaxCrossEntropy.LossAndGradient(network.Forward(inputs), classes, 3, gradient);
        network.Backward(inputs, gradient);
        AssertGradients(network, inputs, outputs => ReferenceNetwork.CrossEntropy(outputs, classes, 3));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Gradients_of_squared_error_agree_with_finite_differences(string f)
    {
        var network = Network([f, f]);
        var inputs = Inputs();
        float[] targets = [.. Enumerable.Range(0, Count * 3).Select(i => MathF.Sin(i))];
        var gradient = new float[Count * 3];
        MeanSquaredError.LossAndGradient(network.Forward(inputs), targets, gradient);
        network.Backward(inputs, gradient);
        AssertGradients(network, inputs, outputs => ReferenceNetwork.SquaredError(outputs, targets));
    }

    [Fact]
    public void Each_layer_may_have_its_own_activation()
    {
        var network = Network(["prelu", "tanh"]);
        var inputs = Inputs();
        var gradient = new float[Count * 3];
        SoftmaxCrossEntropy.LossAndGradient(network.Forward(inputs), new int[Count], 3, gradient);
        network.Backward(inputs, gradient);
        AssertGradients(network, inputs, outputs => ReferenceNetwork.CrossEntropy(outputs, new int[Count], 3));
        Assert.Single(network.Layers[0].LearnedByName());
        Assert.Empty(network.Layers[1].LearnedByName());
    }

    private static DenseNetwork Network(string[] hidden)
    {
        var network = new DenseNetwork(Sizes, [.. hidden.Select(Activation.Parse)], Count + 2);
        network.Initialise(WeightInitialisation.He, new(11));
        // Biases that are not 0, so that their place in the sum is tested too.
        var random = new SeededRandom(12);
        foreach (var layer in network.Layers)
        {
            foreach (ref var bias in layer.Biases)
                bias = (float)(0.3 * random.NextNormal());
        }
        return network;
    }

    private static float[] Inputs()
    {
        var random = new SeededRandom(13);
        return [.. Enumerable.Range(0, Count * Sizes[0]).Select(_ => (float)random.NextNormal())];
    }

    /// <remarks>
    /// The differences are taken in double precision with a step of 1e-5: their own error is about 1e-10. What is left
    /// is the rounding of some hundred float operations, about 1e-6 of the largest gradient; the tolerance is ten
    /// times that.
    /// </remarks>
    private static void AssertGradients(DenseNetwork network, float[] inputs, Func<double[], double> loss)
    {
        const double step = 1e-5;
        var reference = new ReferenceNetwork(network);
        var parameters = new double[network.Parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = network.Parameters[i];

        var actual = network.Gradients.ToArray();
        var tolerance = 1e-5 * Math.Max(0.1, actual.Max(MathF.Abs));
        for (var i = 0; i < parameters.Length; i++)
        {
            var value = parameters[i];
            parameters[i] = value + step;
            var above = loss(reference.Forward(parameters, inputs));
            parameters[i] = value - step;
            var below = loss(reference.Forward(parameters, inputs));
            parameters[i] = value;
            Assert.Equal((above - below) / (2 * step), actual[i], tolerance);
        }
    }
}
