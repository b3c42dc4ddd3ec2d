using Hillock.Lab.Comparisons;
using Hillock.Lab.Runs;
using Hillock.Lab.Tests.Data;
using Hillock.Lab.Tests.Reports;
using Hillock.Networks;
using Microsoft.Data.Sqlite;

namespace Hillock.Lab.Tests.Runs;

public class RunStoreTests
{
    [Fact]
    public void A_result_comes_back_with_every_bit()
    {
        using var folder = new TemporaryFolder();
        var runs = new SampleComparison { HasPlane = true }.Build().Functions.SelectMany(f => f.Runs).ToList();
        using (var store = RunStore.Open(folder.PathOf("runs.db")))
        {
            for (var i = 0; i < runs.Count; i++)
                store.Add(Configuration(i), "f", "moons", runs[i]);
        }

        using var again = RunStore.OpenExisting(folder.PathOf("runs.db"));
        for (var i = 0; i < runs.Count; i++)
        {
            var found = again.Find(Configuration(i))!;
            Assert.Equal(runs[i].Epochs.Select(Bits), found.Epochs.Select(Bits));
            Assert.Equal(runs[i].DecisionMap?.Classes, found.DecisionMap?.Classes);
            Assert.Equal((runs[i].Seed, runs[i].DivergedAtEpoch), (found.Seed, found.DivergedAtEpoch));
            Assert.Equal(runs[i].TrainingTime, found.TrainingTime);
        }

        Assert.Null(again.Find(Configuration(runs.Count)));
    }

    [Fact]
    public void Every_part_of_the_configuration_is_part_of_the_key()
    {
        var one = Configuration(1);
        RunConfiguration[] others =
        [
            one with { Function = "g" },
            one with { Definition = "x*beta where beta=2" },
            one with { DataHash = "00" },
            one with { ScoreUnit = 2 },
            one with { DecisionMap = true },
            one with { Build = "another" },
            .. OtherTrainings(one.Training).Select(training => one with { Training = training }),
        ];
        Assert.Equal(1 + others.Length, others.Append(one).Select(c => c.Key()).Distinct().Count());
        Assert.Equal(one.Key(), (one with { Training = one.Training with { } }).Key());
    }

    [Fact]
    public async Task Threads_and_connections_share_a_store()
    {
        using var folder = new TemporaryFolder();
        var result = new SampleComparison { Epochs = 1 }.Build().Functions[0].Runs[0];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            using var store = RunStore.Open(folder.PathOf("runs.db"));
            // Every run is saved by two of the four.
            for (var i = 0; i < 50; i++)
                store.Add(Configuration(50 * (writer / 2) + i), "f", "digits", result);
        })));
        using var all = RunStore.OpenExisting(folder.PathOf("runs.db"));
        Assert.Equal(100, all.List(RunFilter.All).Count);
    }

    [Fact]
    public async Task A_new_store_may_be_opened_by_many_at_once()
    {
        using var folder = new TemporaryFolder();
        for (var round = 0; round < 15; round++)
        {
            var path = folder.PathOf($"{round}.db");
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunStore.Open(path).Dispose())));
        }
    }

    [Fact]
    public void Filters_choose_what_is_listed_and_deleted()
    {
        using var folder = new TemporaryFolder();
        using var store = RunStore.Open(folder.PathOf("runs.db"));
        var result = new SampleComparison { Epochs = 1 }.Build().Functions[0].Runs[0];
        store.Add(Configuration(1), "relu", "iris", result);
        store.Add(Configuration(2), "relu", "wine", result);
        store.Add(Configuration(3) with { Build = "earlier" }, "tanh", "iris", result);
        Assert.Equal(2, store.List(new RunFilter { Function = "relu" }).Count);
        Assert.Equal(2, store.List(new RunFilter { Data = "iris" }).Count);
        Assert.Equal("tanh", Assert.Single(store.List(new RunFilter { OtherBuilds = true })).Function);
        Assert.Equal(1, store.Delete(new RunFilter { Function = "relu", Data = "wine" }));
        Assert.Equal(1, store.Delete(new RunFilter { Ids = [1, 17] }));
        Assert.Throws<StoreException>(() => { store.ResultOf(1); });
        store.Add(Configuration(4), "relu", "iris", result);
        Assert.Equal([3, 4], store.List(RunFilter.All).Select(run => run.Id));
    }

    [Theory]
    [InlineData("text", "is not a run store")]
    [InlineData("of another program", "is not a run store")]
    [InlineData("newer", "of version 2")]
    [InlineData("damaged", "run store")]
    public void What_is_no_store_of_this_version_is_refused_and_left_as_it_is(string kind, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("runs.db");
        Make(kind, path);
        var before = File.ReadAllBytes(path);
        var error = Assert.Throws<StoreException>(() => RunStore.Open(path).Dispose());
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void An_empty_file_becomes_a_store()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.PathOf("runs.db"), []);
        using var store = RunStore.Open(folder.PathOf("runs.db"));
        Assert.Empty(store.List(RunFilter.All));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("file"), "");
        var path = Path.Combine(folder.PathOf("file"), "runs.db");
        Assert.Contains(path, Assert.Throws<StoreException>(() => RunStore.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_ends_a_comparison_with_all_that_is_finished()
    {
        using var folder = new TemporaryFolder();
        using var store = RunStore.Open(folder.PathOf("runs.db"));
        var comparison = new Comparison(Small);
        Assert.Equal(4, comparison.Run(store, TestContext.Current.CancellationToken).Functions.Sum(f => f.Runs.Count));
        store.Fill();
        var larger = new Comparison(Small with { Seeds = 400 });
        var result = larger.Run(store, TestContext.Current.CancellationToken);
        Assert.Contains("disk is full", larger.StoreFailure!.Message, StringComparison.Ordinal);
        Assert.True(result.Interrupted);
        Assert.True(result.Functions.Sum(f => f.Runs.Count) > store.List(RunFilter.All).Count);
        Assert.InRange(result.Functions.Sum(f => f.Runs.Count), 5, 500);
    }

    private static readonly ComparisonSettings Small = new()
    {
        Functions = ["relu", "tanh"], Data = "iris", Hidden = [4], Epochs = 2, Seeds = 2,
    };

    private static RunConfiguration Configuration(int seed) => new()
    {
        Function = "f",
        Definition = "x",
        DataHash = "ff",
        ScoreUnit = 1,
        DecisionMap = false,
        Training = new TrainingSettings { Seed = seed },
    };

    private static IEnumerable<TrainingSettings> OtherTrainings(TrainingSettings training) =>
    [
        training with { Hidden = [64] },
        training with { Epochs = 3 },
        training with { BatchSize = 3 },
        training with { Optimizer = "sgd" },
        training with { LearningRate = 0.1 + 0.2 },
        training with { LearningRate = 0.3 },
        training with { Momentum = 0.5 },
        training with { Initialisation = "lecun" },
        training with { Seed = 2 },
    ];

    private static (int, long, long, long) Bits(EpochRecord epoch) => (
        epoch.Epoch, BitConverter.DoubleToInt64Bits(epoch.TrainingLoss),
        BitConverter.DoubleToInt64Bits(epoch.TestLoss), BitConverter.DoubleToInt64Bits(epoch.TestScore));

    private static void Make(string kind, string path)
    {
        if (kind == "text")
        {
            File.WriteAllText(path, "my thesis");
            return;
        }

        if (kind == "of another program")
        {
            Execute(path, "CREATE TABLE photos (name TEXT)");
            return;
        }

        RunStore.Open(path).Dispose();
        if (kind == "newer")
            Execute(path, "PRAGMA user_version = 2");
        else
            File.WriteAllBytes(path, [.. File.ReadAllBytes(path).Take(1000)]);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
