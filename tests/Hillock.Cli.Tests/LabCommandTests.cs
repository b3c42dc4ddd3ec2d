using System.Text.Json;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Cli.Tests;

public class LabCommandTests
{
    [Fact]
    public void The_list_names_every_experiment_with_its_question_and_rate()
    {
        var list = JsonDocument.Parse(Invocation.Succeeds("lab", "--json")).RootElement.EnumerateArray().ToList();
        Assert.Equal(
            ExperimentCatalogue.All.Select(experiment => (experiment.Name, experiment.Question)),
            list.Select(e => (e.GetProperty("name").GetString()!, e.GetProperty("question").GetString()!)));
        Assert.All(list, e => Assert.Contains(e.GetProperty("rate").GetString()!, (string[])["exact", "form"]));
        Assert.Contains("linear-collapse", Invocation.Succeeds("lab"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_ends_with_a_verdict_and_a_page()
    {
        using var folder = new TemporaryFolder();
        var output = Run(folder);
        Assert.Contains("held", output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("linear-collapse/index.html")));
        Assert.Equal(
            "held", JsonDocument.Parse(Run(folder, "--json")).RootElement.GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_result_tells_the_command_that_repeats_it()
    {
        using var folder = new TemporaryFolder();
        var result = ExperimentResult.FromJson(Run(folder, "--json", "--seed", "4"));
        Assert.Equal(4, result.Seed);
        Assert.StartsWith("hillock lab linear-collapse", result.Command, StringComparison.Ordinal);
        Assert.Contains("--seed 4", result.Command, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_the_documentation_is_written()
    {
        using var folder = new TemporaryFolder();
        Run(folder, "--markdown", folder.File("laboratory.md"));
        var page = File.ReadAllText(folder.File("laboratory.md"));
        Assert.Contains("## linear-collapse", page, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("laboratory/linear-collapse.json")));
        Assert.NotEmpty(Directory.GetFiles(folder.File("laboratory/linear-collapse"), "*.svg"));
    }

    [Theory]
    [InlineData("There is no experiment 'linear-colapse'. Did you mean 'linear-collapse'?", "linear-colapse")]
    [InlineData("'linear-collapse' has no epochs to choose", "linear-collapse", "--epochs", "3")]
    [InlineData("--seed -1", "linear-collapse", "--seed", "-1")]
    [InlineData("--epochs: 'many' is not a whole number", "linear-collapse", "--epochs", "many")]
    [InlineData("unknown function 'nosuch'", "linear-collapse", "--function", "nosuch(x)")]
    [InlineData("--markdown page: the name of the page ends in .md", "linear-collapse", "--markdown", "page")]
    [InlineData("there is no folder", "linear-collapse", "--markdown", "no-such-folder/page.md")]
    [InlineData("approximates nothing", "linear-collapse", "--target", "x^2")]
    public void A_mistake_gets_one_sentence(string part, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var run = Invocation.Of(["lab", .. args, "--out", folder.Path, "--store", folder.File("runs.db")]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("hillock: ", run.Error, StringComparison.Ordinal);
    }

    private static string Run(TemporaryFolder folder, params string[] args) => Invocation.Succeeds(
        ["lab", "linear-collapse", .. args, "--out", folder.Path, "--store", folder.File("runs.db")]);
}
