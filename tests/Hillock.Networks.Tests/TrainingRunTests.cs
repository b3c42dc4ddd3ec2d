namespace Hillock.Networks.Tests;

public class TrainingRunTests
{
    private static readonly TrainingSettings Small = new()
    {
        Hidden = [16, 16], Epochs = 30, BatchSize = 10, LearningRate = 0.01,
    };

    [Theory]
    [InlineData("tanh", "adam", "glorot", 0.01)]
    [InlineData("relu", "adam", "he", 0.01)]
    [InlineData("prelu", "sgd", "gain", 0.05)]
    [InlineData("x*sigmoid(beta*x) where learned beta=1", "adam", "lecun", 0.01)]
    public void Moons_are_learned(string f, string optimizer, string initialisation, double rate)
    {
        var settings = Small with { Optimizer = optimizer, Initialisation = initialisation, LearningRate = rate };
        var run = Run(settings, f);
        var reports = run.Run(TestContext.Current.CancellationToken).ToList();
        Assert.Equal(Enumerable.Range(0, 31), reports.Select(report => report.Epoch));
        Assert.Null(run.DivergedAtEpoch);
        Assert.True(reports[^1].Test.Score > 0.97, $"accuracy {reports[^1].Test.Score}");
        Assert.True(reports[^1].TrainingLoss < reports[0].TrainingLoss / 3);
        Assert.True(run.TrainingTime > TimeSpan.Zero);
    }

    [Fact]
    public void Xor_is_learned()
    {
        var settings = new TrainingSettings { Hidden = [8, 8], Epochs = 300, BatchSize = 4, LearningRate = 0.02 };
        var run = new TrainingRun(settings, Activation.Parse("tanh"), ToyData.Xor(), ToyData.Xor());
        Assert.Equal(1, run.Run(TestContext.Current.CancellationToken).Last().Test.Score);
    }

    [Fact]
    public void A_surface_is_learned_with_squared_error()
    {
        var settings = Small with { Epochs = 60 };
        var run = new TrainingRun(
            settings, Activation.Parse("tanh"), ToyData.Surface(500, 1), ToyData.Surface(200, 2));
        var last = run.Run(TestContext.Current.CancellationToken).Last().Test;
        Assert.True(last.Score < 0.2, $"RMSE {last.Score}");
        Assert.Equal(Math.Sqrt(last.Loss), last.Score, 1e-12);
    }

    [Fact]
    public void Learned_parameters_move_in_each_layer()
    {
        var run = Run(Small with { Epochs = 5 }, "prelu");
        Assert.All(run.LearnedParameters, layer => Assert.Equal(0.25, layer.Values.Single()));
        _ = run.Run(TestContext.Current.CancellationToken).Last();
        Assert.Equal(2, run.LearnedParameters.Count);
        Assert.All(run.LearnedParameters, layer => Assert.NotEqual(0.25, layer.Values.Single()));
        Assert.NotEqual(run.LearnedParameters[0].Values.Single(), run.LearnedParameters[1].Values.Single());
        Assert.Empty(Run(Small, "tanh").LearnedParameters);
    }

    [Fact]
    public void A_seed_gives_the_same_bits_again()
    {
        var settings = Small with { Epochs = 3, BatchSize = 7 };
        TrainingRun first = Run(settings, "prelu"), second = Run(settings, "prelu");
        var reports = first.Run(TestContext.Current.CancellationToken).ToList();
        var again = second.Run(TestContext.Current.CancellationToken).ToList();
        Assert.Equal(first.Network.Parameters, second.Network.Parameters);
        Assert.Equal(reports.Select(report => report.TrainingLoss), again.Select(report => report.TrainingLoss));

        var other = Run(settings with { Seed = 2 }, "prelu");
        _ = other.Run(TestContext.Current.CancellationToken).Last();
        Assert.NotEqual(first.Network.Parameters.ToArray(), other.Network.Parameters.ToArray());
    }

    [Theory]
    [InlineData(NormalisationKind.Batch, "nesterov", ParameterScope.Unit, false)]
    [InlineData(NormalisationKind.Layer, "adamw", ParameterScope.Network, true)]
    [InlineData(NormalisationKind.None, "rmsprop", ParameterScope.Layer, true)]
    public void Everything_at_once_learns_and_repeats_exactly(
        NormalisationKind normalisation, string optimizer, ParameterScope scope, bool isAlpha)
    {
        var settings = Small with
        {
            Normalisation = normalisation, Optimizer = optimizer, LearnedScope = scope, AlphaDropout = isAlpha,
            Dropout = 0.05, Residual = true, Schedule = "cosine", WarmUp = 2, WeightDecay = 1e-4,
            LargestGradientNorm = 1, Epochs = 20,
        };
        TrainingRun first = Run(settings, "prelu"), second = Run(settings, "prelu");
        var last = first.Run(TestContext.Current.CancellationToken).Last();
        _ = second.Run(TestContext.Current.CancellationToken).Last();
        Assert.True(last.Test.Score > 0.9, $"accuracy {last.Test.Score}");
        Assert.Equal(first.Network.Parameters, second.Network.Parameters);
        Assert.Equal(first.Network.State, second.Network.State);
        Assert.InRange(last.Layers[0].ShareSaturated, 0, 1);
    }

    [Fact]
    public void Early_stopping_takes_the_network_back_to_its_best_epoch()
    {
        // Few examples with noise: the network soon learns the noise and gets worse on others.
        Examples training = ToyData.Moons(20, 1), validation = ToyData.Moons(300, 3), test = ToyData.Moons(300, 2);
        var settings = Small with { Hidden = [64, 64], Epochs = 400, Patience = 15, BatchSize = 5, LearningRate = 0.02 };
        var run = new TrainingRun(settings, Activation.Parse("tanh"), training, test, validation);
        var reports = run.Run(TestContext.Current.CancellationToken).ToList();
        var best = reports.MinBy(report => report.Validation!.Value.Loss)!;
        Assert.Equal(best.Epoch, run.BestEpoch);
        Assert.Equal(best.Epoch + 15, reports[^1].Epoch);
        Assert.True(reports[^1].Epoch < 400);
        Assert.Equal(best.Test, Evaluation.Of(run.Network, test));
        Assert.Throws<ArgumentException>(() => new TrainingRun(settings, Activation.Parse("tanh"), training, test));
    }

    [Fact]
    public void An_autoencoder_learns_to_repeat_its_inputs()
    {
        // Points on a line in space go through one number.
        float[] points = [.. Enumerable.Range(0, 200).Select(i => (i - 100) / 60f).SelectMany(t => new[] { t, -t, 0.5f * t })];
        var examples = Examples.OfThemselves(points, 3);
        var run = new TrainingRun(
            Small with { Hidden = [1], Epochs = 40, LearningRate = 0.05 }, Activation.Parse("identity"), examples, examples);
        Assert.True(run.Run(TestContext.Current.CancellationToken).Last().Test.Score < 0.02);
    }

    [Fact]
    public void Different_activations_start_from_the_same_weights()
    {
        TrainingRun tanh = Run(Small, "tanh"), prelu = Run(Small, "prelu");
        for (var i = 0; i < tanh.Network.Layers.Count; i++)
            Assert.Equal(tanh.Network.Layers[i].Weights, prelu.Network.Layers[i].Weights);
    }

    [Fact]
    public void Divergence_ends_the_run_and_is_reported_with_its_epoch()
    {
        var run = new TrainingRun(
            Small with { Optimizer = "sgd", LearningRate = 1e6 },
            Activation.Parse("relu"), ToyData.Surface(100, 1), ToyData.Surface(20, 2));
        var reports = run.Run(TestContext.Current.CancellationToken).ToList();
        Assert.Single(reports);
        Assert.Equal(1, run.DivergedAtEpoch);
    }

    [Fact]
    public void Cancellation_is_noticed_between_batches()
    {
        using var source = new CancellationTokenSource();
        var reports = Run(Small, "tanh").Run(source.Token).GetEnumerator();
        Assert.True(reports.MoveNext());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => reports.MoveNext());
    }

    [Fact]
    public void The_untrained_loss_is_that_over_the_training_set()
    {
        var run = Run(Small, "tanh");
        var outputs = new float[2 * 501];
        var training = ToyData.Moons(501, 1);
        run.Network.Predict(training.Inputs, outputs);
        var expected = SoftmaxCrossEntropy.Loss(outputs, training.Classes, 2);
        var first = run.Run(TestContext.Current.CancellationToken).First();
        Assert.Equal(expected, first.TrainingLoss, 1e-12);
    }

    [Fact]
    public void Test_examples_of_another_kind_are_refused() => Assert.Throws<ArgumentException>(
        () => new TrainingRun(Small, Activation.Parse("tanh"), ToyData.Moons(20, 1), ToyData.Surface(20, 1)));

    // 501 examples: the last batch is short.
    private static TrainingRun Run(TrainingSettings settings, string f) =>
        new(settings, Activation.Parse(f), ToyData.Moons(501, 1), ToyData.Moons(400, 2));
}
