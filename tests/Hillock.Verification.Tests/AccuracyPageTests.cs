using Hillock.Kernels;

namespace Hillock.Verification.Tests;

public class AccuracyPageTests
{
    private static ActivationResult Result(string function, double error, KernelPrecision precision = KernelPrecision.Accurate) => new()
    {
        Function = function,
        Type = "float32",
        Precision = precision,
        Exhaustive = true,
        Seconds = 1,
        Circumstances = new Circumstances("hillock verify", new DateOnly(2026, 1, 2), "a processor"),
        Quantities =
        [
            new QuantityResult { Quantity = "value", Inputs = 1L << 32, Worst = new WorstError(error, -0.1f, double.NaN, 1e-40), Bound = 1 },
            new QuantityResult { Quantity = "derivative", Near = -0.75, Inputs = 7 },
        ],
    };

    [Fact]
    public void Records_come_back_as_they_were()
    {
        var results = new[] { Result("gelu", 0.7), Result("a|b", double.PositiveInfinity) };
        var json = AccuracyRecords.ToJson(results);
        Assert.Equal(json, AccuracyRecords.ToJson(AccuracyRecords.FromJson(json)));
        Assert.Contains("\"wrong_zeros\"", json, StringComparison.Ordinal);
        Assert.Equal(double.PositiveInfinity, AccuracyRecords.FromJson(json)[1].Quantities[0].Worst!.Error);
    }

    [Fact]
    public void A_newer_result_takes_the_place_of_the_older()
    {
        var results = AccuracyRecords.With([Result("gelu", 5), Result("gelu", 3, KernelPrecision.Fast), Result("tanh", 1)], Result("gelu", 0.7));
        Assert.Equal([0.7, 3, 1], results.Select(r => r.Quantities[0].Worst!.Error));
    }

    [Fact]
    public void The_page_has_a_section_a_precision_and_the_order_of_the_catalogue()
    {
        var page = AccuracyPage.Render([Result("gelu", 1.5), Result("gelu", 3, KernelPrecision.Fast), Result("relu", 0), Result("x|1", 0)]);
        var accurate = page.IndexOf("## float32, Accurate", StringComparison.Ordinal);
        var fast = page.IndexOf("## float32, Fast", StringComparison.Ordinal);
        var relu = page.IndexOf("| relu |", StringComparison.Ordinal);
        var gelu = page.IndexOf("| gelu | value | 1.5 |", StringComparison.Ordinal);
        Assert.True(0 < accurate && accurate < relu && relu < gelu && gelu < fast);
        Assert.Contains("| 1 | **fail** |", page, StringComparison.Ordinal);
        Assert.Contains("| derivative near -0.75 | 0 | | | | – |  |", page, StringComparison.Ordinal);
        Assert.Contains("x\\|1", page, StringComparison.Ordinal);
        Assert.Contains("- 2026-01-02, `hillock verify`, every input, a processor: relu, gelu, x\\|1", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.2, 0, Outcome.Fail)]
    [InlineData(0.9, 0, Outcome.Pass)]
    [InlineData(0.9, 0.05, Outcome.Pass)]
    [InlineData(0.9, 0.2, Outcome.Unproven)]
    [InlineData(0.9995, 0.0009, Outcome.Pass)]
    public void A_screen_far_from_the_witness_proves_nothing(double error, double distance, Outcome expected)
    {
        var result = Result("gelu", error).Quantities[0] with { ScreenDistance = distance };
        Assert.Equal(expected, result.Outcome);
    }
}
