using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public class StandardisationTests
{
    private static readonly float[] FourRows = [1, 7, 3, 7, 5, 7, 100, 9];

    private static (DataPart Training, DataPart Test) Standardised(DataSet data)
    {
        (DataPart training, DataPart test) = data.Split(1);
        Standardisation scale = Standardisation.Fit(training);
        return (scale.Apply(training), scale.Apply(test));
    }

    [Fact]
    public void Each_feature_is_measured_on_the_training_part_alone()
    {
        var data = new DataSet("x", 2, FourRows, [0, 1, 0, 1], ["a", "b"]) { OfficialTrainingCount = 3 };
        (DataPart training, DataPart test) = Standardised(data);

        float deviation = MathF.Sqrt(8f / 3);
        float[] first = [-2 / deviation, 0, 2 / deviation, 97 / deviation];
        float[] found = [training.Inputs[0], training.Inputs[2], training.Inputs[4], test.Inputs[0]];
        Assert.All(first.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void A_feature_constant_in_training_becomes_zero_in_both_parts()
    {
        var data = new DataSet("x", 2, FourRows, [0, 1, 0, 1], ["a", "b"]) { OfficialTrainingCount = 3 };
        (DataPart training, DataPart test) = Standardised(data);
        Assert.Equal([0f, 0f, 0f, 0f], [training.Inputs[1], training.Inputs[3], training.Inputs[5], test.Inputs[1]]);
    }

    [Fact]
    public void Pixels_share_one_mean_and_one_deviation()
    {
        var data = new DataSet("x", 2, [0, 16, 0, 16, 8, 8], [0, 1, 0], ["a", "b"])
        {
            OfficialTrainingCount = 2,
            IsImage = true,
        };
        Standardisation scale = Standardisation.Fit(data.Split(1).Training);
        Assert.Equal([8.0, 8.0], scale.Means);
        Assert.Equal([8.0, 8.0], scale.Deviations);
        (DataPart training, DataPart test) = Standardised(data);
        Assert.Equal([-1f, 1f, -1f, 1f], training.Inputs);
        Assert.Equal([0f, 0f], test.Inputs);
    }

    [Fact]
    public void Targets_are_standardised_and_their_unit_is_kept()
    {
        var data = new DataSet("x", 1, [1, 2, 3], [10f, 30f, 60f]) { OfficialTrainingCount = 2 };
        Standardisation scale = Standardisation.Fit(data.Split(1).Training);
        Assert.Equal((20, 10), (scale.TargetMean, scale.TargetDeviation));
        (DataPart training, DataPart test) = Standardised(data);
        Assert.Equal([-1f, 1f], training.Targets);
        Assert.Equal([4f], test.Targets);
    }

    [Fact]
    public void Classes_have_no_target_measure()
    {
        var data = new DataSet("x", 1, [1, 2, 3], [0, 1, 0], ["a", "b"]) { OfficialTrainingCount = 2 };
        Assert.Equal(double.NaN, Standardisation.Fit(data.Split(1).Training).TargetDeviation);
    }

    [Fact]
    public void The_data_themselves_are_left_as_they_are()
    {
        var data = new DataSet("x", 2, [.. FourRows], [0, 1, 0, 1], ["a", "b"]) { OfficialTrainingCount = 3 };
        Standardised(data);
        Assert.Equal(FourRows, data.Inputs);
    }
}
