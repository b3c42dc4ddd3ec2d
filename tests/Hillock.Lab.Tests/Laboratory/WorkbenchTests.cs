using Hillock.Lab.Comparisons;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Runs;
using Hillock.Lab.Tests.Data;

namespace Hillock.Lab.Tests.Laboratory;

public class WorkbenchTests
{
    [Fact]
    public void A_finished_step_is_not_worked_again()
    {
        using var folder = new TemporaryFolder();
        using var store = RunStore.Open(folder.PathOf("runs.db"));
        var first = new Workbench(new SampleExperiment(), new(), store).RunAll("", Squares(5, fromOn: 99));
        var bench = new Workbench(new SampleExperiment(), new(), store);
        Assert.Equal(first, bench.RunAll("", Squares(6, fromOn: 99)).Take(5));
        Assert.Equal((5, 1), (bench.ReusedSteps, bench.WorkedSteps));
    }

    [Fact]
    public void A_broken_experiment_goes_on_behind_its_finished_steps()
    {
        using var folder = new TemporaryFolder();
        using var store = RunStore.Open(folder.PathOf("runs.db"));
        var broken = new Workbench(new SampleExperiment(), new(), store);
        Assert.Throws<InvalidOperationException>(() => broken.RunAll("", Squares(4, fromOn: 3)));
        var bench = new Workbench(new SampleExperiment(), new(), store);
        Assert.Equal([0, 1, 4, 9], bench.RunAll("", Squares(4, fromOn: 99)).Select(step => step.Value));
        Assert.Equal(broken.WorkedSteps, bench.ReusedSteps);
        Assert.True(bench.ReusedSteps > 0);
    }

    [Fact]
    public void Another_configuration_is_another_step()
    {
        using var folder = new TemporaryFolder();
        using var store = RunStore.Open(folder.PathOf("runs.db"));
        var bench = new Workbench(new SampleExperiment(), new(), store);
        Assert.Equal(1, bench.Run("", new Step<Square>(new { n = 1, seed = 1 }, _ => new(1))).Value);
        Assert.Equal(2, bench.Run("", new Step<Square>(new { n = 1, seed = 2 }, _ => new(2))).Value);
        Assert.Equal(0, bench.ReusedSteps);
    }

    [Fact]
    public void Numbers_come_back_from_the_store_with_every_bit()
    {
        using var folder = new TemporaryFolder();
        using var store = RunStore.Open(folder.PathOf("runs.db"));
        double[] numbers = [Math.PI, 1e-310, double.NaN, double.PositiveInfinity, -0.0];
        var step = new Step<double[]>("numbers", _ => numbers);
        new Workbench(new SampleExperiment(), new(), store).Run("", step);
        var bench = new Workbench(new SampleExperiment(), new(), store);
        Assert.Equal(
            numbers.Select(BitConverter.DoubleToInt64Bits), bench.Run("", step).Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(1, bench.ReusedSteps);
    }

    [Fact]
    public void Progress_ends_at_one()
    {
        var shares = new List<double>();
        var bench = new Workbench(new SampleExperiment(), new())
        {
            OnProgress = (_, share) => { lock (shares) shares.Add(share); },
        };
        bench.RunAll("", Squares(7, fromOn: 99));
        Assert.Equal(1, shares.Max(), 12);
        Assert.All(shares, share => Assert.InRange(share, 0, 1 + 1e-12));
    }

    [Fact]
    public void An_ended_experiment_says_so()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var bench = new Workbench(new SampleExperiment(), new(), cancellation: source.Token);
        Assert.Throws<OperationCanceledException>(() => bench.RunAll("", Squares(3, fromOn: 99)));
    }

    [Fact]
    public async Task What_would_take_hours_is_refused_unless_it_is_allowed()
    {
        // Ten seconds for a thousandth of the work.
        Step<Square> slow = new("slow", progress =>
        {
            for (var i = 1; i <= 11; i++)
            {
                progress.Cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(1));
                progress.Tell(i, 11_000);
            }

            return new(1);
        });
        var refused = Task.Run(() => new Workbench(new SampleExperiment(), new()).Run("training", slow));
        var allowed = Task.Run(
            () => new Workbench(new SampleExperiment(), new() { MayTakeHours = true }).Run("training", slow));
        var mistake = await Assert.ThrowsAsync<SettingsException>(() => refused);
        Assert.Contains("'sample' would take about", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await allowed).Value);
    }

    [Theory]
    [InlineData(false, 10, true)]
    [InlineData(true, 2, false)]
    public void A_quick_run_is_no_full_length(bool quick, int epochs, bool isFull)
    {
        var bench = new Workbench(new SampleExperiment(), new() { Quick = quick });
        Assert.Equal((epochs, isFull), (bench.LengthOf(Length.Epochs), bench.IsFullLength));
    }

    [Fact]
    public void A_chosen_length_counts_before_a_quick_one()
    {
        var chosen = new ExperimentSettings { Quick = true, Chosen = new Dictionary<string, int> { [Length.Epochs] = 10 } };
        var bench = new Workbench(new SampleExperiment(), chosen);
        Assert.Equal((10, true), (bench.LengthOf(Length.Epochs), bench.IsFullLength));
    }

    public static TheoryData<ExperimentSettings, string> BadSettings => new()
    {
        { new() { Chosen = new Dictionary<string, int> { [Length.Epochs] = 0 } }, "--epochs 0" },
        { new() { Chosen = new Dictionary<string, int> { [Length.Updates] = 5 } }, "has no updates" },
        { new() { Seed = -1 }, "--seed -1" },
        { new() { Functions = ["relu"] }, "--function" },
        { new() { Target = "x" }, "--target" },
    };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void What_an_experiment_has_no_use_for_is_refused(ExperimentSettings settings, string part)
    {
        var mistake = Assert.Throws<SettingsException>(() => new Workbench(new SampleExperiment(), settings));
        Assert.Contains(part, mistake.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Step<Square>> Squares(int count, int fromOn) =>
    [
        .. Enumerable.Range(0, count).Select(n => new Step<Square>(
            new { n }, _ => n < fromOn ? new(n * n) : throw new InvalidOperationException("broken on purpose"))),
    ];

    private sealed record Square(int Value);
}
