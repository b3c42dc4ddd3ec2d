using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public class DataSetsTests
{
    public static TheoryData<string> Names => [.. DataSets.All.Select(data => data.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_catalogue_says_is_so(string name)
    {
        DataSetDescription said = DataSets.All.Single(data => data.Name == name);
        Assert.SkipUnless(said.IsPresent, $"{name} is not on this machine.");
        DataSet found = DataSets.Find(name);
        Assert.Equal(
            (said.Name, said.Rows, said.Features, said.Classes),
            (found.Name, found.Count, found.Features, found.ClassNames.Count));
        Assert.All([said.Summary, said.Source, said.Licence], text => Assert.NotEmpty(text));
    }

    [Fact]
    public void What_may_be_missing_says_how_to_get_it() => Assert.Equal(
        ["fashion-mnist"], DataSets.All.Where(data => data.HowToGet.Length > 0).Select(data => data.Name));

    [Theory]
    [InlineData("Iris", "iris")]
    [InlineData(" breast-cancer ", "breast_cancer")]
    [InlineData("triangles_in_circles", "triangles-in-circles")]
    public void Case_and_kind_of_hyphen_do_not_matter(string asked, string name) =>
        Assert.Equal(name, DataSets.Find(asked).Name);

    [Fact]
    public void A_path_is_read_as_CSV()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("my data", string.Concat(Enumerable.Range(0, 10).Select(i => $"{i},{i % 2}\n")));
        DataSet data = DataSets.Find(path);
        Assert.Equal((path, 10, true), (data.Name, data.Count, data.IsClassification));
        Assert.False(DataSets.Find(path, target: TargetKind.Number).IsClassification);
    }

    [Theory]
    [InlineData("digit", "'digit' is neither a data set nor the path of a file that exists. Did you mean 'digits'?")]
    [InlineData("mons(noise=0.1)", "Did you mean 'moons'?")]
    [InlineData("brest_cancer", "Did you mean 'breast_cancer'?")]
    [InlineData("data/mine.csv", "'data/mine.csv' is neither a data set nor the path of a file that exists. The data sets are")]
    [InlineData("", "The data sets are")]
    public void An_unknown_name_is_answered_with_near_ones(string name, string problem) => Assert.Contains(
        problem, Assert.Throws<DataException>(() => DataSets.Find(name)).Message, StringComparison.Ordinal);
}
