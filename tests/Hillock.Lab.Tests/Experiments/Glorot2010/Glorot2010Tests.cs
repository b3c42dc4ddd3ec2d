using Hillock.Lab.Experiments.Glorot2010;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.Glorot2010;

public class Glorot2010Tests
{
    [Fact]
    public void Singular_values_are_those_of_closed_forms()
    {
        // (3 0; 4 5): the squares are 45 and 5.
        var values = SingularValues.Of(new double[,] { { 3, 0 }, { 4, 5 } });
        Assert.Equal(Math.Sqrt(45), values[0], 9);
        Assert.Equal(Math.Sqrt(5), values[1], 9);
    }

    [Fact]
    public void The_mean_singular_value_of_a_random_matrix_is_eight_over_three_pi()
    {
        const int size = 120;
        var random = new SeededRandom(2);
        var matrix = new double[size, size];
        for (var i = 0; i < size * size; i++) matrix[i / size, i % size] = random.NextNormal() / Math.Sqrt(size);
        Assert.Equal(8 / (3 * Math.PI), SingularValues.Of(matrix).Average(), 0.01);
    }

    [Fact]
    public void Histograms_hold_all_values()
    {
        var histogram = ActivationHistogram.Of([-1, -0.7f, 0, 0.6f, 0.96f, 1]);
        Assert.Equal(1, histogram.Sum(), 12);
        Assert.Equal(2.0 / 6, ActivationHistogram.ShareBetween(histogram, 0.5, 0.9), 12);
        Assert.Equal(3.0 / 6, ActivationHistogram.ShareBetween(histogram, 0.95, 2), 12);
    }

    [Theory]
    [InlineData(1.0, 1.0, 2.0, 3.0, 4.0, 5.0)]
    [InlineData(-1.0, 5.0, 4.0, 3.0, 2.0, 1.0)]
    [InlineData(0.9, 1.0, 3.0, 2.0, 4.0, 5.0)]
    public void Rank_correlation_is_Spearmans(double expected, params double[] values) =>
        Assert.Equal(expected, GlorotChecks.RankCorrelation([1, 2, 3, 4, 5], values), 12);

    [Fact]
    public void Percentiles_are_of_sizes() => Assert.Equal(
        0.98, LayerWatch.PercentileOfSizes([.. Enumerable.Range(0, 101).Select(i => (i % 2 == 0 ? 1 : -1) * i / 100f)]), 6);

    [Fact]
    public void The_quadratic_cost_is_flat_where_the_output_saturates()
    {
        Assert.True(CostSurface.ShareFlat(CostSurface.Of(true, 1)) > CostSurface.ShareFlat(CostSurface.Of(false, 1)));
        // A planted wrong surface: a plane is flat nowhere.
        Assert.Equal(0, CostSurface.ShareFlat([.. Enumerable.Range(0, CostSurface.Side * CostSurface.Side).Select(cell => (double)(cell % CostSurface.Side))]));
    }

    [Fact]
    public void A_model_is_watched_while_it_is_trained()
    {
        var curve = new GlorotModel("Tanh", "tanh", "glorot", 2).Train(
            new ShapesetPictures(ShapesetPictures.Draw(1), isChoosing: false, 1), 0.03, 16, 200, 1, TwoHalves.Silent);
        Assert.Equal((101, 100, 2, 2), (curve.Updates.Count, curve.Losses.Count, curve.Layers.Count, curve.Histograms.Count));
        Assert.All(curve.Layers, layer => Assert.Equal(101, layer.Percentiles.Count));
        Assert.InRange(curve.FinalError, 50, 100);
    }

    [Fact]
    public void Rates_are_chosen_by_other_pictures_than_those_of_the_result()
    {
        var sets = ShapesetPictures.Draw(1);
        var (result, choice) = (new ShapesetPictures(sets, isChoosing: false, 1), new ShapesetPictures(sets, isChoosing: true, 1));
        Assert.Equal(result.Tested.Inputs, choice.Tested.Inputs);
        Assert.NotEqual(result.Judged.Inputs, choice.Judged.Inputs);
    }

    // Where nothing is seen to turn round or to drift apart, the checks of figures 7 and 9 must not hold; the other
    // thresholds are attacked in the same curves.
    [Fact]
    public void A_training_in_which_nothing_changes_is_caught()
    {
        var still = Curve(0.5);
        var all = new[] { Glorot2010Experiment.Sigmoid, Glorot2010Experiment.Tanh, Glorot2010Experiment.TanhN,
            Glorot2010Experiment.Softsign, Glorot2010Experiment.SoftsignN }.ToDictionary(name => name, _ => still);
        var bench = new Workbench(new Glorot2010Experiment(), new());
        Assert.DoesNotContain(GlorotChecks.InTraining(bench, all), check => check.Outcome == Outcome.Held);
        Assert.Equal(Outcome.DidNotHold, GlorotChecks.OfFashion(bench, all).Outcome);
    }

    private static GlorotCurve Curve(double value)
    {
        double[] flat = [.. Enumerable.Repeat(value, 100)];
        double[] updates = [.. Enumerable.Range(0, 100).Select(i => 10.0 * i)];
        return new(
            updates, flat, flat, [.. Enumerable.Range(0, 5).Select(_ => new LayerCurve(flat, flat, flat, flat, flat))],
            [.. Enumerable.Range(0, 5).Select(_ => ActivationHistogram.Of([0f]))], 50);
    }
}
