using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports;

namespace Hillock.Cli.Tests;

public class CompareCommandTests
{
    [Fact]
    public void A_comparison_ends_with_a_table_a_report_and_results()
    {
        using var folder = new TemporaryFolder();
        var output = Invocation.Succeeds(
            "compare", "relu", "x*sigmoid(1.7*x)", "prelu", "--data", "iris", "--hidden", "8", "--epochs", "4", "--seeds", "3", "--out", folder.Path,
            "--store", folder.File("runs.db"));
        Assert.Contains("95 % interval", output, StringComparison.Ordinal);
        Assert.Contains("x*sigmoid(1.7*x)", File.ReadAllText(folder.File("report.html")), StringComparison.Ordinal);
        var result = ResultsFile.Read(folder.File("results.json"));
        Assert.Equal([3, 3, 3], result.Functions.Select(f => f.Runs.Count));
        Assert.Contains("x*sigmoid(1.7*x)", result.Command, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(folder.File("pictures"), "*.svg"));
    }

    [Fact]
    public void Json_is_one_document()
    {
        using var folder = new TemporaryFolder();
        var output = Invocation.Succeeds(
            "compare", "relu", "--data", "moons", "--hidden", "4", "--epochs", "2", "--seeds", "1", "--out", folder.Path, "--json",
            "--store", folder.File("runs.db"));
        Assert.Equal(1, JsonDocument.Parse(output).RootElement.GetProperty("schema_version").GetInt32());
    }

    [Fact]
    public void Functions_of_a_seed_start_alike_and_runs_repeat_exactly()
    {
        using var folder = new TemporaryFolder();
        var first = Compare(folder, "a", "relu", "tanh");
        var second = Compare(folder, "b", "tanh", "relu");
        Assert.Equal(Losses(first, "relu"), Losses(second, "relu"));
        Assert.Equal(Losses(first, "tanh"), Losses(second, "tanh"));

        static IEnumerable<double> Losses(ComparisonResult result, string name) =>
            result.Functions.Single(f => f.Name == name).Runs.SelectMany(r => r.Epochs.Select(e => e.TrainingLoss));
    }

    [Fact]
    public void A_run_that_diverges_is_reported_and_the_others_go_on()
    {
        using var folder = new TemporaryFolder();
        var output = Invocation.Succeeds(
            "compare", "tanh", "log(x)", "x^9", "--data", "iris", "--hidden", "8,8", "--epochs", "3", "--seeds", "2",
            "--optimizer", "sgd", "--learning-rate", "10", "--out", folder.Path, "--store", folder.File("runs.db"));
        Assert.Contains("log(x), seed 1: diverged at epoch 0", output, StringComparison.Ordinal);
        var result = ResultsFile.Read(folder.File("results.json"));
        Assert.All(result.Functions[0].Runs, run => Assert.NotNull(run.FinalScore));
        Assert.All(result.Functions[1].Runs, run => Assert.Null(run.FinalScore));
    }

    [Fact]
    public void A_regression_reports_errors_in_units_of_the_data()
    {
        using var folder = new TemporaryFolder();
        var rows = Enumerable.Range(0, 200).Select(i => i / 20.0)
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"{x:F3},{1000 * Math.Sin(x):F3}"));
        File.WriteAllLines(folder.File("sine.csv"), rows);
        Invocation.Succeeds(
            "compare", "tanh", "--data", folder.File("sine.csv"), "--hidden", "16,16", "--epochs", "200", "--seeds", "1",
            "--learning-rate", "0.01", "--out", folder.File("out"), "--store", folder.File("runs.db"));
        var score = ResultsFile.Read(folder.File(Path.Combine("out", "results.json"))).Functions[0].Score;
        Assert.InRange(score!.Mean, 0.1, 300);
    }

    [Fact]
    public async Task Ctrl_C_ends_with_a_report_of_what_is_finished()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There are no signals to send on Windows.");
        using var folder = new TemporaryFolder();
        using var process = await StartLongComparison(folder);
        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.True(File.Exists(folder.File("report.html")));
        var result = ResultsFile.Read(folder.File("results.json"));
        Assert.True(result.Interrupted);
        Assert.NotEmpty(result.Functions.SelectMany(f => f.Runs));
    }

    // Many short runs; ready as soon as the first of them is on disk.
    private static Task<Process> StartLongComparison(TemporaryFolder folder) => ChildProcess.StartComparison(
        folder.File("runs.db"), runs: 1,
        "relu", "tanh", "--data", "digits", "--epochs", "5", "--seeds", "5000", "--out", folder.Path);

    private static ComparisonResult Compare(TemporaryFolder folder, string name, params string[] functions)
    {
        Invocation.Succeeds(
            ["compare", .. functions, "--data", "wine", "--hidden", "8", "--epochs", "3", "--seeds", "2", "--out", folder.File(name), "--store", folder.File(name + ".db")]);
        return ResultsFile.Read(folder.File(Path.Combine(name, "results.json")));
    }
}
