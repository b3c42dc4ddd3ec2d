using System.Text.Json;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Tests.Reports;

public class ResultsFileTests
{
    [Fact]
    public void Reading_gives_back_what_was_written()
    {
        var result = new SampleComparison { HasPlane = true }.Build();
        var json = ResultsFile.ToJson(result);
        var again = ResultsFile.FromJson(json);

        Assert.Equal(json, ResultsFile.ToJson(again));
        Assert.Equal(result.PlanePoints, again.PlanePoints);
        Assert.Equal(result.Started, again.Started);
        Assert.Equal(result.Functions[1].Runs[2].Epochs[3].Layers, again.Functions[1].Runs[2].Epochs[3].Layers);
        Assert.Equal(result.Functions[4].Runs[0].Epochs[5].TrainingLoss, again.Functions[4].Runs[0].Epochs[5].TrainingLoss);
        Assert.Equal(result.Functions[0].Runs[0].DecisionMap!.Classes, again.Functions[0].Runs[0].DecisionMap!.Classes);
    }

    [Fact]
    public void Schema_keeps_its_names()
    {
        var json = ResultsFile.ToJson(new SampleComparison { HasPlane = true }.Build());
        var root = JsonDocument.Parse(json).RootElement;

        Assert.Equal(1, root.GetProperty("schema_version").GetInt32());
        var comparison = root.GetProperty("comparison");
        Assert.Equal(
            ["settings", "data", "functions", "differences", "plane_points", "started", "duration", "machine", "command", "interrupted",
                "finished_runs", "reused_runs"],
            Names(comparison));
        Assert.Equal(
            ["functions", "data", "hidden", "epochs", "seeds", "until_decided", "first_seed", "learning_rate", "optimizer", "initialisation", "batch_size",
                "normalisation", "dropout", "alpha_dropout", "residual", "learned_scope", "schedule", "warm_up",
                "weight_decay", "largest_gradient_norm", "patience", "tune", "autoencoder"],
            Names(comparison.GetProperty("settings")));
        var run = comparison.GetProperty("functions")[0].GetProperty("runs")[0];
        Assert.Equal(
            ["seed", "epochs", "training_time", "memory_bytes", "diverged_at_epoch", "learning_rate", "validation", "best_epoch", "learned_parameters", "decision_map", "final_score"], Names(run));
        Assert.Equal(["epoch", "training_loss", "test_loss", "test_score", "layers"], Names(run.GetProperty("epochs")[0]));
        Assert.Equal(
            ["layer", "pre_activation", "activation", "gradient", "share_at_zero", "share_saturated"],
            Names(run.GetProperty("epochs")[0].GetProperty("layers")[0]));
        Assert.Equal(1.35, run.GetProperty("training_time").GetDouble(), 1e-9);
        Assert.Equal(
            ["first", "second", "difference", "p_value", "adjusted_p_value", "is_real", "effect_size", "seeds_needed"], Names(comparison.GetProperty("differences")[0]));
        Assert.Equal(3, comparison.GetProperty("plane_points")[0].GetArrayLength());
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_strings()
    {
        var epoch = JsonDocument.Parse(ResultsFile.ToJson(new SampleComparison().Build())).RootElement
            .GetProperty("comparison").GetProperty("functions")[4].GetProperty("runs")[0].GetProperty("epochs")[5];

        Assert.Equal("Infinity", epoch.GetProperty("training_loss").GetString());
        Assert.Equal("NaN", epoch.GetProperty("test_loss").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "schema_version": 2, "comparison": null }""")]
    [InlineData("""{ "schema_version": 1, "comparison": { "settings": 3 } }""")]
    [InlineData("half a fi")]
    public void Anything_else_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => ResultsFile.FromJson(json));

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
