using System.Text.RegularExpressions;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Laboratory;

namespace Hillock.Lab.Tests.Laboratory;

public class ExperimentCatalogueTests
{
    public static TheoryData<string> Names => new(ExperimentCatalogue.All.Select(experiment => experiment.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_experiment_says_what_it_is(string name)
    {
        var experiment = ExperimentCatalogue.Find(name);
        Assert.Matches(new Regex("^[a-z0-9]+(-[a-z0-9]+)*$"), experiment.Name);
        Assert.EndsWith("?", experiment.Question, StringComparison.Ordinal);
        Assert.NotEmpty(experiment.Claim);
        Assert.NotEmpty(experiment.Criterion);
        Assert.NotEmpty(experiment.Sources);
        Assert.NotEmpty(experiment.Protocol(new()));
        Assert.NotEmpty(experiment.Protocol(new() { Quick = true }));
        Assert.True(experiment.UsualTime > TimeSpan.Zero);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_quick_run_is_no_longer_than_a_full_one(string name) => Assert.All(
        ExperimentCatalogue.Find(name).Lengths,
        length =>
        {
            Assert.Contains(length.Unit, Length.Units);
            Assert.InRange(length.Quick, 1, length.Full);
        });

    [Fact]
    public void Names_are_unique() => Assert.Equal(
        ExperimentCatalogue.All.Count, ExperimentCatalogue.All.Select(experiment => experiment.Name).Distinct().Count());

    [Fact]
    public void An_unknown_name_gets_the_nearest() => Assert.Contains(
        "'linear-collapse'",
        Assert.Throws<SettingsException>(() => ExperimentCatalogue.Find("linear_colapse")).Message,
        StringComparison.Ordinal);
}
