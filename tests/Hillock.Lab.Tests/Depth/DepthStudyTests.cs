using System.Xml.Linq;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Depth;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Tests.Depth;

public class DepthStudyTests
{
    [Theory]
    [InlineData("tanh", "lecun")]
    [InlineData("relu", "he")]
    [InlineData("gelu", "glorot")]
    [InlineData("sigmoid", "glorot-standard")]
    [InlineData("selu", "gain")]
    [InlineData("tanh", "critical")]
    public void Networks_follow_theory(string f, string initialisation)
    {
        var result = DepthStudy.Run(Settings(f) with { Initialisation = initialisation });
        foreach (var layer in result.Layers)
        {
            // As in the tests of random networks: relu is off by √(8 · 5/(128 · 3)), a third, at most.
            Assert.Equal(0, Math.Log(layer.Typical.Variance / layer.Predicted!.Variance), 0.3);
            Assert.Equal(0, Math.Log(layer.Typical.Gradient / layer.Predicted.Gradient), 0.3);
        }

        Assert.Equal(1, result.Layers[^1].Predicted!.Gradient);
        Assert.All(result.Layers[^1].Measured, signal => Assert.Equal(1, signal.Gradient));
    }

    [Fact]
    public void On_the_edge_of_chaos_the_gradient_keeps_its_size()
    {
        var result = DepthStudy.Run(Settings("tanh") with { Initialisation = "critical", BiasDeviation = 0.2, Layers = 30 });
        Assert.Equal(1.3041, result.WeightDeviation, 1e-4);
        Assert.Equal(0.5121, (double)result.Edge!.FixedPoint.Variance!, 1e-4);
        Assert.InRange(result.Layers[0].Predicted!.Gradient, 0.3, 1);
        Assert.Equal(1, result.Predicted!.Rate, 1e-4);
    }

    [Fact]
    public void A_vanishing_gradient_is_named_with_its_depth()
    {
        // χ = σ_w² E σ′² ≈ 0.045 for σ_w = 1: the mean square falls by 1e-12 in 9 layers.
        var result = DepthStudy.Run(Settings("sigmoid") with { Initialisation = "lecun", Layers = 20 });
        Assert.True(result.Predicted is { Vanishes: true, IsExtrapolated: false });
        Assert.InRange((double)result.Predicted!.Depth!, 9, 11);
        Assert.InRange((double)result.Measured!.Depth!, 9, 11);
        var shallow = DepthStudy.Run(Settings("sigmoid") with { Initialisation = "lecun", Layers = 5 });
        Assert.True(shallow.Predicted!.IsExtrapolated);
        Assert.Equal((double)result.Predicted.Depth!, (double)shallow.Predicted.Depth!, 1.0);
    }

    [Fact]
    public void A_chain_of_layers_without_loss_reaches_any_depth()
    {
        var result = DepthStudy.Run(Settings("relu"));
        Assert.Null(result.Predicted!.Depth);
        Assert.Equal(1, result.Predicted.Rate, 1e-9);
    }

    [Fact]
    public void Gradients_beyond_the_range_of_floats_are_still_measured()
    {
        var result = DepthStudy.Run(Settings("sigmoid") with { Initialisation = "lecun", Layers = 50 });
        Assert.InRange(result.Layers[0].Predicted!.Gradient, 1e-36, 1e-30);
        Assert.Equal(0, Math.Log10(result.Layers[0].Typical.Gradient / result.Layers[0].Predicted!.Gradient), 1.0);
    }

    [Fact]
    public void Signals_may_overflow()
    {
        var result = DepthStudy.Run(Settings("relu_squared") with { Layers = 40 });
        Assert.Null(result.Layers[^1].Predicted);
        Assert.False(double.IsFinite(result.Layers[^1].Typical.Variance));
        Assert.Null(result.Measured);
    }

    [Theory]
    [InlineData("has no mean square under N(0, 2)", "log(x)", "he")]
    [InlineData("has no mean square", "1/x", "lecun")]
    [InlineData("has no edge of chaos for σ_b = 0.2", "softplus", "critical")]
    [InlineData("There is one for σ_b = 0.", "relu", "critical")]
    [InlineData("needs 0 < E[f(z)²] < ∞", "0*x", "gain")]
    [InlineData("Did you mean 'he'?", "relu", "heh")]
    public void What_cannot_be_predicted_is_refused(string expected, string f, string initialisation)
    {
        var error = Assert.Throws<SettingsException>(
            () => DepthStudy.Run(Settings(f) with { Initialisation = initialisation }));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 0, -5, -10, -14.0 }, -4, 4.0, true, false)]
    [InlineData(new[] { 0, 7, 14.0 }, 7, 3.0, false, false)]
    [InlineData(new[] { 0, -1.0 }, -1, 15.0, true, true)]
    [InlineData(new[] { 0.0 }, 2, 8.0, false, true)]
    public void Reach_is_read_off_logarithms(double[] logarithms, double rate, double depth, bool vanishes, bool isExtrapolated)
    {
        var reach = GradientReach.Of(logarithms, rate);
        Assert.Equal((depth, vanishes, isExtrapolated), (reach.Depth, reach.Vanishes, reach.IsExtrapolated));
    }

    [Fact]
    public void The_picture_has_a_line_for_theory_and_for_each_network()
    {
        var result = DepthStudy.Run(Settings("tanh"));
        var svg = XDocument.Parse(DepthPicture.Draw(result));
        var text = string.Concat(svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value + "\n"));
        Assert.Contains("mean-field theory", text, StringComparison.Ordinal);
        Assert.Contains("3 random networks", text, StringComparison.Ordinal);
        Assert.Contains("Gradient", text, StringComparison.Ordinal);
        var theory = svg.Descendants().Count(e => e.Name.LocalName == "path" && IsOf(e, "ink"));
        var networks = svg.Descendants().Count(e => e.Name.LocalName == "path" && IsOf(e, "series-0"));
        Assert.Equal((3, 9), (theory, networks));

        static bool IsOf(XElement e, string colour) =>
            ((string?)e.Attribute("class") ?? "").Contains("stroke-" + colour, StringComparison.Ordinal);
    }

    private static DepthSettings Settings(string f) => new()
    {
        Activation = Activation.Parse(f),
        Layers = 8,
        Width = 128,
        Networks = 3,
    };
}
