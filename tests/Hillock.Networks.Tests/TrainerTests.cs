namespace Hillock.Networks.Tests;

public class TrainerTests
{
    [Theory]
    [InlineData("relu", "sgd")]
    [InlineData("prelu", "adam")]
    [InlineData("x*sigmoid(beta*x) where learned beta=1", "adam")]
    [InlineData("elu", "nesterov")]
    [InlineData("selu", "adamw")]
    [InlineData("gelu", "rmsprop")]
    public void A_step_allocates_nothing(string f, string optimizer)
    {
        var (trainer, _) = Make(f, optimizer, 0.01);
        int[] batch = [.. Enumerable.Range(0, 32)];
        for (var i = 0; i < 10; i++)
            trainer.Step(batch);

        AssertAllocatesNothing(() =>
        {
            for (var i = 0; i < 100; i++)
                trainer.Step(batch);
        });
    }

    [Theory]
    [InlineData(NormalisationKind.Batch, ParameterScope.Unit, false)]
    [InlineData(NormalisationKind.Layer, ParameterScope.Network, true)]
    [InlineData(NormalisationKind.None, ParameterScope.Unit, true)]
    public void A_step_of_any_kind_of_layer_allocates_nothing(
        NormalisationKind normalisation, ParameterScope scope, bool isAlpha)
    {
        var settings = Everything with { Normalisation = normalisation, LearnedScope = scope, AlphaDropout = isAlpha };
        var network = new DenseNetwork(settings.NetworkFor(Activation.Parse("prelu"), 2, 2), 32);
        network.Initialise(WeightInitialisation.He, new(1));
        var trainer = new Trainer(
            network, Optimizer.Create("adamw", network.Parameters.Length, 0.01), ToyData.Moons(100, 1), 32)
        {
            WeightDecay = 0.01, LargestGradientNorm = 0.1, Schedule = LearningRateSchedule.Create("cosine", 10, 2),
        };
        int[] batch = [.. Enumerable.Range(0, 32)];
        for (var i = 0; i < 10; i++)
            trainer.Step(batch);
        AssertAllocatesNothing(() =>
        {
            for (var i = 0; i < 100; i++)
                trainer.Step(batch);
        });
    }

    [Theory]
    [InlineData("sgd", NormalisationKind.None, ParameterScope.Layer, 0, false)]
    [InlineData("adam", NormalisationKind.Batch, ParameterScope.Unit, 0.1, true)]
    public void Memory_is_what_is_allocated(
        string optimizer, NormalisationKind normalisation, ParameterScope scope, double dropout, bool isResidual)
    {
        var settings = new TrainingSettings
        {
            Hidden = [300, 300], Normalisation = normalisation, LearnedScope = scope, Dropout = dropout,
            Residual = isResidual,
        };
        var examples = ToyData.Moons(500, 1);
        Make();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var trainer = Make();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        // Objects around the arrays, and small things while it is made.
        Assert.InRange(trainer.MemoryBytes, 0.9 * allocated, allocated);

        Trainer Make()
        {
            var network = new DenseNetwork(settings.NetworkFor(Activation.Parse("prelu"), 2, 2), 64);
            return new(network, Optimizer.Create(optimizer, network.Parameters.Length, 0.1), examples, 64);
        }
    }

    [Fact]
    public void Weight_decay_moves_weights_alone()
    {
        // The gradient is 0 where the outputs are the targets, so that only the decay moves anything.
        foreach (var (optimizer, expected) in new[] { ("sgd", 1 - 0.1 * 0.5), ("adamw", 1 - 0.1 * 0.5) })
        {
            var network = new DenseNetwork([1, 1, 1], Activation.Parse("prelu"), 1);
            network.Layers[0].Weights[0] = 2;
            network.Layers[0].Biases[0] = 3;
            network.Layers[1].Weights[0] = 4;
            network.Layers[1].Biases[0] = 5;
            var target = network.Forward([1f])[0];
            var trainer = new Trainer(
                network, Optimizer.Create(optimizer, network.Parameters.Length, 0.1),
                Examples.OfNumbers([1f], 1, [target]), 1) { WeightDecay = 0.5 };
            trainer.Step([0]);
            Assert.Equal([2 * expected, 3, 0.25, 4 * expected, 5], network.Parameters.ToArray().Select(w => (double)w), Near);
        }

        static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;
    }

    [Theory]
    [InlineData(1e9, 1)]
    [InlineData(0.01, 0.01)]
    public void A_long_gradient_is_shortened_to_the_limit(double limit, double expected)
    {
        var network = new DenseNetwork([2, 3, 2], Activation.Parse("tanh"), 4);
        network.Initialise(WeightInitialisation.He, new(1));
        var before = network.Parameters.ToArray();
        var examples = ToyData.Moons(4, 1);
        // Plain descent with a rate of 1: the step is the gradient.
        var trainer = new Trainer(
            network, new StochasticGradientDescent(before.Length, 1, 0), examples, 4) { LargestGradientNorm = limit };
        trainer.Step([0, 1, 2, 3]);
        var norm = Math.Sqrt(before.Zip(network.Parameters.ToArray(), (a, b) => Math.Pow(a - b, 2)).Sum());
        if (limit < 1)
            Assert.Equal(expected, norm, 1e-6);
        else
            Assert.True(norm > 0.05);
    }

    [Fact]
    public void The_schedule_sets_the_rate_of_each_step()
    {
        var network = new DenseNetwork([2, 2], Activation.Parse("tanh"), 25);
        var optimizer = Optimizer.Create("sgd", network.Parameters.Length, 0.4);
        var trainer = new Trainer(network, optimizer, ToyData.Moons(100, 1), 25)
        {
            Schedule = LearningRateSchedule.Create("step", 4, warmUp: 1),
        };
        var rates = new List<double>();
        for (var step = 0; step < 16; step++)
        {
            trainer.Step([0, 1, 2]);
            rates.Add(Math.Round(optimizer.LearningRate, 6));
        }

        // Four steps of warm-up, 1 until the second of four epochs ends, then a tenth, from 3/4 on a hundredth.
        Assert.Equal(
            [0.1, 0.2, 0.3, 0.4, 0.4, 0.4, 0.4, 0.4, 0.04, 0.04, 0.04, 0.04, 0.004, 0.004, 0.004, 0.004], rates);
    }

    [Fact]
    public void An_epoch_allocates_nothing()
    {
        var (trainer, _) = Make("relu", "adam", 0.01);
        var random = new SeededRandom(1);
        trainer.TrainEpoch(random, TestContext.Current.CancellationToken);
        AssertAllocatesNothing(() => trainer.TrainEpoch(random, CancellationToken.None));
    }

    [Fact]
    public void A_step_is_not_made_where_the_loss_is_not_finite()
    {
        var (trainer, network) = Make("relu", "sgd", 0.01);
        network.Layers[0].Weights[0] = float.NaN;
        var before = network.Parameters.ToArray();
        Assert.False(double.IsFinite(trainer.Step([0, 1, 2])));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void A_learned_parameter_that_is_not_finite_shows_in_the_loss_and_throws_nothing()
    {
        var (trainer, network) = Make("prelu", "sgd", 0.01);
        network.Layers[1].Learned[0] = float.NaN;
        Assert.True(double.IsNaN(trainer.Step([0, 1, 2])));
        var statistics = new LayerProbe(ToyData.Moons(30, 2)).Measure(network);
        Assert.True(double.IsNaN(statistics[1].Activation.Mean));
    }

    [Fact]
    public void A_loss_that_is_not_finite_ends_the_epoch()
    {
        var (trainer, network) = Make("relu", "sgd", 0.01);
        network.Layers[0].Weights[0] = float.PositiveInfinity;
        Assert.False(double.IsFinite(trainer.TrainEpoch(new(1), TestContext.Current.CancellationToken)));
    }

    private static readonly TrainingSettings Everything = new() { Hidden = [8, 8], Dropout = 0.2, Residual = true };

    // The runtime may allocate once on this thread while it compiles; what the code itself allocates, it does each time.
    private static void AssertAllocatesNothing(Action action)
    {
        var allocated = Enumerable.Range(0, 3).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.Equal(0, allocated);
    }

    private static (Trainer Trainer, DenseNetwork Network) Make(string f, string optimizer, double rate)
    {
        var network = new DenseNetwork([2, 8, 8, 2], Activation.Parse(f), 32);
        network.Initialise(WeightInitialisation.He, new(1));
        var rule = Optimizer.Create(optimizer, network.Parameters.Length, rate);
        return (new(network, rule, ToyData.Moons(100, 1), 32), network);
    }
}
