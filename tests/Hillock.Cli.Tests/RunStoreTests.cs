using System.Text.Json;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports;
using Hillock.Lab.Runs;

namespace Hillock.Cli.Tests;

/// <summary>What the store promises to those who run comparisons.</summary>
public class RunStoreTests
{
    private static readonly string[] Sweep =
        ["relu", "tanh", "--data", "digits", "--hidden", "8", "--epochs", "2", "--seeds", "100"];

    [Fact]
    public async Task After_a_kill_only_what_is_missing_is_trained()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("runs.db");
        using var process = await ChildProcess.StartComparison(path, runs: 5, [.. Sweep, "--out", folder.File("a")]);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var saved = Runs(path);
        Assert.InRange(saved.Count, 5, 199);

        Invocation.Succeeds(["compare", .. Sweep, "--out", folder.File("b"), "--store", path]);

        var runs = Runs(path);
        Assert.Equal(200, runs.Count);
        Assert.Equal(saved, runs.Take(saved.Count), SameRun);
        var result = Result(folder, "b");
        Assert.Equal(saved.Count, result.ReusedRuns);
        Assert.Equal([100, 100], result.Functions.Select(f => f.Runs.Count));
    }

    [Fact]
    public void A_run_of_the_same_key_is_not_trained_again_and_a_changed_one_is()
    {
        using var folder = new TemporaryFolder();
        var first = Compare(folder, "a", "--seeds", "3");
        var again = Compare(folder, "b", "--seeds", "4");
        Assert.Equal((0, 6), (first.ReusedRuns, again.ReusedRuns));
        Assert.Equal(Curves(first), Curves(again).Where(epoch => epoch.Seed <= 3));
        Assert.Equal(0, Compare(folder, "c", "--seeds", "3", "--learning-rate", "0.002").ReusedRuns);
        Assert.Equal(0, Compare(folder, "d", "--seeds", "3", "--hidden", "9").ReusedRuns);
        Assert.Equal(0, Compare(folder, "e", "--seeds", "3", "--data", "iris").ReusedRuns);
        Assert.Equal(6, Compare(folder, "f", "--seeds", "3").ReusedRuns);
    }

    [Fact]
    public void A_run_with_a_decision_map_is_found_with_it()
    {
        using var folder = new TemporaryFolder();
        var first = Compare(folder, "a", "--data", "moons", "--seeds", "2");
        var again = Compare(folder, "b", "--data", "moons", "--seeds", "2");
        Assert.Equal(4, again.ReusedRuns);
        Assert.Equal(first.Functions[0].Runs[0].DecisionMap!.Classes, again.Functions[0].Runs[0].DecisionMap!.Classes);
        // Seed 2 is now the first seed, whose runs have a map; the stored one has none.
        var later = Compare(folder, "c", "--data", "moons", "--seeds", "1", "--first-seed", "2");
        Assert.Equal(0, later.ReusedRuns);
        Assert.NotNull(later.Functions[0].Runs[0].DecisionMap);
    }

    [Fact]
    public void Runs_are_listed_shown_exported_and_deleted()
    {
        using var folder = new TemporaryFolder();
        var result = Compare(folder, "a", "--seeds", "2");
        string[] store = ["--store", folder.File("runs.db")];
        Assert.Contains("4 runs in", Invocation.Succeeds(["runs", .. store]), StringComparison.Ordinal);
        var listed = JsonDocument.Parse(Invocation.Succeeds(["runs", "--function", "tanh", "--json", .. store])).RootElement;
        Assert.Equal(2, listed.GetArrayLength());

        var id = listed[0].GetProperty("id").GetRawText();
        Assert.Contains("learning rate 0.001", Invocation.Succeeds(["runs", "show", id, .. store]), StringComparison.Ordinal);
        var shown = JsonDocument.Parse(Invocation.Succeeds(["runs", "show", id, "--json", .. store])).RootElement;
        // Whichever of the two seeds ended first has the lower number.
        var seed = listed[0].GetProperty("seed").GetInt32();
        Assert.Equal(
            result.Functions[1].Runs.Single(run => run.Seed == seed).Epochs[3].TrainingLoss,
            shown.GetProperty("result").GetProperty("epochs")[3].GetProperty("training_loss").GetDouble());

        var csv = Invocation.Succeeds(["runs", "export", .. store]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, csv.Length);
        Assert.Equal(2, csv.Count(line => line.Contains(",relu,\"max(x, 0)\",wine,", StringComparison.Ordinal)));
        Invocation.Succeeds(["runs", "export", "--curves", "--output", folder.File("curves.csv"), .. store]);
        Assert.Equal(1 + 4 * 5, File.ReadAllLines(folder.File("curves.csv")).Length);

        Assert.Contains("1 runs deleted", Invocation.Succeeds(["runs", "delete", id, .. store]), StringComparison.Ordinal);
        Assert.Equal(2, Invocation.Of(["runs", "delete", id, .. store]).ExitCode);
        Assert.Contains("0 runs deleted", Invocation.Succeeds(["runs", "delete", "--other-builds", .. store]), StringComparison.Ordinal);
        Assert.Equal(3, Compare(folder, "b", "--seeds", "2").ReusedRuns);
        Assert.Contains("4 runs deleted", Invocation.Succeeds(["runs", "delete", "--all", .. store]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_store_is_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("runs.db"), "my thesis");
        var run = Invocation.Of(
            "compare", "relu", "--data", "iris", "--out", folder.File("out"), "--store", folder.File("runs.db"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not a run store", run.Error, StringComparison.Ordinal);
        Assert.Equal("my thesis", File.ReadAllText(folder.File("runs.db")));
    }

    private static IEnumerable<(int Seed, double Loss, double Score)> Curves(ComparisonResult result) =>
        from function in result.Functions
        from run in function.Runs
        from epoch in run.Epochs
        select (run.Seed, epoch.TrainingLoss, epoch.TestScore);

    private static bool SameRun(StoredRun one, StoredRun other) =>
        (one.Id, one.Function, one.Seed, one.Score, one.Finished) == (other.Id, other.Function, other.Seed, other.Score, other.Finished);

    private static IReadOnlyList<StoredRun> Runs(string path)
    {
        using var store = RunStore.OpenExisting(path);
        return store.List(RunFilter.All);
    }

    private static ComparisonResult Compare(TemporaryFolder folder, string name, params string[] options)
    {
        string[] defaults = options.Contains("--data") ? [] : ["--data", "wine"];
        string[] hidden = options.Contains("--hidden") ? [] : ["--hidden", "8"];
        Invocation.Succeeds(
            ["compare", "relu", "tanh", .. defaults, .. hidden, "--epochs", "4", .. options,
                "--out", folder.File(name), "--store", folder.File("runs.db")]);
        return Result(folder, name);
    }

    private static ComparisonResult Result(TemporaryFolder folder, string name) =>
        ResultsFile.Read(folder.File(Path.Combine(name, "results.json")));
}
