namespace Hillock.Networks.Tests;

public class TrainerTests
{
    [Theory]
    [InlineData("relu", "sgd")]
    [InlineData("prelu", "adam")]
    [InlineData("x*sigmoid(beta*x) where learned beta=1", "adam")]
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
