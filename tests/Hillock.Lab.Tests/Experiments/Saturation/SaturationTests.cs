using Hillock.Analysis.Properties;
using Hillock.Lab.Data;
using Hillock.Lab.Experiments.Saturation;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Experiments.Saturation;

public class SaturationTests
{
    [Fact]
    public void Reports_say_what_was_worked_out_by_hand() => Assert.Equal(Outcome.Held, CatalogueKinds.CheckByHand().Outcome);

    [Fact]
    public void A_threshold_is_told_where_saturation_is_hard()
    {
        var kind = CatalogueKinds.Of("hard_tanh");
        Assert.Equal((SaturationKind.Hard, -1.0, 1.0), (kind.Left, kind.LeftThreshold, kind.RightThreshold));
        Assert.Null(CatalogueKinds.Of("tanh").LeftThreshold);
    }

    [Fact]
    public void Units_in_their_linear_part_are_counted()
    {
        var preActivations = new float[2 * SaturatedNetwork.Hidden];
        Array.Fill(preActivations, 3);
        preActivations[SaturatedNetwork.Hidden + 5] = 0.5f;
        Assert.Equal(1.0 / SaturatedNetwork.Hidden, SaturatedNetwork.ShareOfUnitsInLinearPart(preActivations));
    }

    [Theory]
    [InlineData("hard_tanh", false)]
    [InlineData("nan_hard_tanh", true)]
    [InlineData("leaky_relu", true)]
    public void A_net_of_hard_units_is_stuck_and_others_are_not(string function, bool learns)
    {
        var points = DataSets.Find($"moons(points={SaturatedNetwork.Examples})");
        var curve = new SaturatedNetwork(function, 1).Train(points.Inputs, points.Classes, 1500);
        // The best that a constant can do on two classes of equal size is ln 2.
        Assert.Equal(learns, curve.Losses[^1] < Math.Log(2) - 0.05);
    }
}
