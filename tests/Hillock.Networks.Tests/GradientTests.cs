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

    // Every kind of layer with every other: normalisation, dropout, residual, scope of learned parameters, use.
    public static TheoryData<NormalisationKind, double, bool, bool, ParameterScope, bool> LayerKinds()
    {
        var data = new TheoryData<NormalisationKind, double, bool, bool, ParameterScope, bool>();
        foreach (var normalisation in Enum.GetValues<NormalisationKind>())
        foreach (var (dropout, isAlpha) in new[] { (0.0, false), (0.3, false), (0.2, true) })
        foreach (var isResidual in new[] { false, true })
        foreach (var scope in Enum.GetValues<ParameterScope>())
        foreach (var isTraining in new[] { false, true })
        {
            // Outside training nothing is dropped.
            if (isTraining || dropout == 0)
                data.Add(normalisation, dropout, isAlpha, isResidual, scope, isTraining);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LayerKinds))]
    public void Gradients_of_every_kind_of_layer_agree_with_finite_differences(
        NormalisationKind normalisation, double dropout, bool isAlpha, bool isResidual, ParameterScope scope,
        bool isTraining)
    {
        string[] functions = ["x*sigmoid(beta*x) where learned beta=1", "prelu", "prelu"];
        int[] units = [5, 9, 9];
        var network = Prepared(new DenseNetwork(
            new()
            {
                Inputs = 5,
                Outputs = 3,
                LearnedScope = scope,
                Hidden =
                [
                    .. functions.Select((f, layer) => new LayerSettings(units[layer], Activation.Parse(f))
                    {
                        Normalisation = normalisation, Dropout = dropout, AlphaDropout = isAlpha,
                        Residual = isResidual && layer != 1,
                    }),
                ],
            },
            Count + 2));
        var inputs = Inputs();
        int[] classes = [0, 1, 2, 2, 1, 0, 1];
        var gradient = new float[Count * 3];
        SoftmaxCrossEntropy.LossAndGradient(network.Forward(inputs, isTraining), classes, 3, gradient);
        network.Backward(inputs, gradient);
        AssertGradients(network, inputs, outputs => ReferenceNetwork.CrossEntropy(outputs, classes, 3), isTraining);
    }

    // Products of one example are computed where they lie, those of many from packed blocks.
    [Fact]
    public void Gradients_of_a_large_batch_are_the_sums_of_those_of_its_examples()
    {
        const int count = 64;
        var network = Prepared(new DenseNetwork([20, 30, 25, 3], Activation.Parse("tanh"), count));
        float[] inputs = [.. Enumerable.Range(0, count * 20).Select(i => MathF.Sin(i * i))];
        float[] outputGradients = [.. Enumerable.Range(0, count * 3).Select(i => MathF.Cos(i * i))];
        network.Forward(inputs);
        network.Backward(inputs, outputGradients);
        var together = network.Gradients.ToArray();
        var sums = new double[together.Length];
        for (var i = 0; i < count; i++)
        {
            network.Forward(inputs.AsSpan(i * 20, 20));
            network.Backward(inputs.AsSpan(i * 20, 20), outputGradients.AsSpan(i * 3, 3));
            for (var k = 0; k < sums.Length; k++)
                sums[k] += network.Gradients[k];
        }

        Assert.All(sums.Zip(together), pair => Assert.Equal(pair.First, pair.Second, 2e-5));
    }

    private static DenseNetwork Network(string[] hidden) =>
        Prepared(new DenseNetwork(Sizes, [.. hidden.Select(Activation.Parse)], Count + 2));

    private static DenseNetwork Prepared(DenseNetwork network)
    {
        network.Initialise(WeightInitialisation.He, new(11));
        // Biases that are not 0, so that their place in the sum is tested too.
        var random = new SeededRandom(12);
        foreach (var layer in network.Layers)
        {
            foreach (ref var bias in layer.Biases)
                bias = (float)(0.3 * random.NextNormal());
            // Scales, shifts and learned parameters differ from unit to unit.
            foreach (var tensor in layer.Tensors().Where(tensor => tensor.Name is "scales" or "shifts" or "learned"))
            {
                foreach (ref var value in tensor.Values.Span)
                    value += (float)(0.2 * random.NextNormal());
            }
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
    private static void AssertGradients(
        DenseNetwork network, float[] inputs, Func<double[], double> loss, bool isTraining = false)
    {
        const double step = 1e-5;
        var reference = new ReferenceNetwork(network, isTraining);
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
