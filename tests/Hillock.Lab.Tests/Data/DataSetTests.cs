using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public class DataSetTests
{
    /// <summary>Rows 0 … of (row, 10·row), with classes of 60, 30 and 10 of every 100 rows.</summary>
    private static DataSet ThreeClasses(int count) => new(
        "three", 2, [.. Enumerable.Range(0, count).SelectMany(row => new float[] { row, 10 * row })],
        [.. Enumerable.Range(0, count).Select(row => (row % 10) switch { < 6 => 0, < 9 => 1, _ => 2 })], ["a", "b", "c"]);

    private static DataSet Numbers(int count) => new(
        "numbers", 1, [.. Enumerable.Range(0, count).Select(row => (float)row)],
        [.. Enumerable.Range(0, count).Select(row => 3f * row + 1)]);

    [Fact]
    public void A_validation_part_is_a_fair_share_of_the_training_part_alone()
    {
        var data = DataSets.Find("digits");
        var (training, test) = data.Split(3);
        var (rest, validation) = data.SplitValidation(training, 3);
        Assert.Equal(training.Rows, rest.Rows.Concat(validation.Rows).Order());
        Assert.Empty(validation.Rows.Intersect(test.Rows));
        Assert.Equal((int)Math.Round(training.Count * 0.2), validation.Count);
        foreach (var (all, part) in PerClass(training).Zip(PerClass(validation)))
            Assert.InRange(part, (all * 0.2) - 1, (all * 0.2) + 1);
        Assert.NotEqual(validation.Rows, data.SplitValidation(training, 4).Validation.Rows);
        Assert.Equal(validation.Rows, data.SplitValidation(training, 3).Validation.Rows);

        static IEnumerable<int> PerClass(DataPart part) =>
            Enumerable.Range(0, 10).Select(label => part.Classes.Count(c => c == label));
    }

    [Fact]
    public void A_split_leaves_no_row_out_and_puts_none_in_both_parts()
    {
        (DataPart training, DataPart test) = ThreeClasses(103).Split(1);
        Assert.Equal(Enumerable.Range(0, 103), training.Rows.Concat(test.Rows).Order());
        Assert.Equal(21, test.Count);
        Assert.Equal(training.Rows.Order(), training.Rows);
    }

    [Fact]
    public void Rows_keep_their_inputs_and_answers()
    {
        DataSet data = ThreeClasses(100);
        (DataPart training, DataPart test) = data.Split(7);
        foreach (DataPart part in new[] { training, test })
        {
            Assert.Equal(part.Rows.SelectMany(row => new float[] { row, 10 * row }), part.Inputs);
            Assert.Equal(part.Rows.Select(row => data.Classes[row]), part.Classes);
            Assert.Empty(part.Targets);
        }

        (_, DataPart numbers) = Numbers(50).Split(7);
        Assert.Equal(numbers.Rows.Select(row => 3f * row + 1), numbers.Targets);
        Assert.Empty(numbers.Classes);
        Assert.Equal(10, numbers.Count);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.1)]
    [InlineData(0.37)]
    [InlineData(0.5)]
    public void Every_class_is_tested_in_proportion(double share)
    {
        DataSet data = ThreeClasses(230);
        for (int seed = 0; seed < 20; seed++)
        {
            (_, DataPart test) = data.Split(seed, share);
            for (int c = 0; c < 3; c++)
            {
                double expected = share * data.Classes.Count(k => k == c);
                Assert.InRange(test.Classes.Count(k => k == c), expected - 1, expected + 1);
            }
        }
    }

    [Fact]
    public void No_class_of_two_rows_disappears_from_training()
    {
        int[] classes = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4];
        var data = new DataSet("pairs", 1, new float[11], classes, ["a", "b", "c", "d", "e"]);
        for (int seed = 0; seed < 20; seed++)
        {
            Assert.Equal(5, data.Split(seed, 0.5).Training.Classes.Distinct().Count());
        }
    }

    [Fact]
    public void The_seed_alone_decides_the_split()
    {
        DataSet data = ThreeClasses(100);
        Assert.Equal(data.Split(1).Test.Rows, data.Split(1).Test.Rows);
        Assert.NotEqual(data.Split(1).Test.Rows, data.Split(2).Test.Rows);
    }

    [Fact]
    public void The_split_of_a_seed_never_changes() =>
        Assert.Equal("0 7 13 14 23 28 34 36", string.Join(' ', ThreeClasses(40).Split(1).Test.Rows));

    [Fact]
    public void Every_row_is_tested_under_some_seed()
    {
        DataSet data = ThreeClasses(50);
        IEnumerable<int> tested = Enumerable.Range(0, 100).SelectMany(seed => data.Split(seed).Test.Rows).Distinct();
        Assert.Equal(50, tested.Count());
    }

    [Fact]
    public void An_official_test_part_is_kept()
    {
        var data = new DataSet("official", 1, [1, 2, 3, 4, 5], [0, 1, 0, 1, 0], ["a", "b"]) { OfficialTrainingCount = 3 };
        (DataPart training, DataPart test) = data.Split(9, 0.4);
        Assert.Equal([0, 1, 2], training.Rows);
        Assert.Equal([4f, 5f], test.Inputs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.51)]
    [InlineData(-0.2)]
    [InlineData(double.NaN)]
    public void A_test_share_out_of_range_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(20).Split(1, share));

    [Fact]
    public void Parts_that_do_not_fit_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new DataSet("x", 2, new float[5], [0, 1], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => new DataSet("x", 1, new float[2], [0, 2], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => new DataSet("x", 1, new float[2], [0, 0], ["a"]));
        Assert.Throws<ArgumentException>(() => new DataSet("x", 1, [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataSet("x", 0, [], [1f, 2f]));
    }
}
