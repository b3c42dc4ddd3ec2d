using Hillock.Lab.Experiments.ZeroCentred;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.ZeroCentred;

public class ZeroCentredTests
{
    [Fact]
    public void Rows_of_one_sign_are_counted()
    {
        float[] rows = [1, 2, -1, 2, -3, -4, 0, 1];
        // (1, 2) and (−3, −4); 0 is not positive.
        Assert.Equal(0.5, GradientSigns.ShareOfOneSign(rows, 2));
    }

    // Two units with three inputs each: signs + + +, and + − −.
    [Fact]
    public void Agreement_is_the_surplus_of_a_sign() =>
        Assert.Equal((1 + (1.0 / 3)) / 2, GradientSigns.Agreement([1, 1, 2, -1, 3, -1], 2), 12);

    [Fact]
    public void The_gradients_of_a_unit_have_one_sign_where_its_inputs_have()
    {
        var random = new SeededRandom(4);
        var network = new DenseNetwork([3, 5, 4, 2], Activation.Parse("sigmoid"), 1);
        network.Initialise(WeightInitialisation.LeCun, random);
        float[] input = [0.3f, -1, 2];
        network.Forward(input, isTraining: true);
        network.Backward(input, [1, -0.5f]);
        Assert.Equal(1, GradientSigns.ShareOfOneSign(network.Layers[0].Results, 5));
        Assert.Equal(1, GradientSigns.Agreement(network.Layers[1].WeightGradients, 4));
        // A planted wrong claim: those of the first layer, whose inputs have both signs, do not agree.
        Assert.True(GradientSigns.Agreement(network.Layers[0].WeightGradients, 5) < 1);
    }

    [Fact]
    public void A_way_there_and_back_is_not_straight()
    {
        var network = new DenseNetwork([1, 1, 1], Activation.Parse("tanh"), 1);
        var way = new WeightWay(network.Layers[0]);
        Assert.Equal(double.NaN, way.Straightness);
        foreach (var weight in new float[] { 1, 2, 1 })
        {
            network.Layers[0].Weights[0] = weight;
            way.Note(network.Layers[0]);
        }

        Assert.Equal(1.0 / 3, way.Straightness, 6);
    }

    [Fact]
    public void Batches_hold_every_example_once_a_round()
    {
        float[] inputs = [.. Enumerable.Range(0, 12).Select(i => (float)i)];
        var examples = Examples.OfClasses(inputs, 1, [.. Enumerable.Range(0, 12).Select(i => i % 3)], 3);
        var batches = new BatchOrder(examples, 4, new SeededRandom(1));
        var seen = new List<float>();
        for (var i = 0; i < 3; i++)
        {
            var (values, classes) = batches.Next();
            Assert.Equal(values.Select(value => (int)value % 3), classes);
            seen.AddRange(values);
        }

        Assert.Equal(inputs, seen.Order());
    }
}
