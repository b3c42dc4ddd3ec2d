using Hillock.Lab.Experiments.Taylor;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Experiments.Taylor;

public class TaylorTests
{
    [Theory]
    [InlineData("tanh", new[] { 0, 1, 0, -1.0 / 3, 0, 2.0 / 15 })]
    [InlineData("sigmoid", new[] { 0.5, 0.25, 0, -1.0 / 48, 0, 1.0 / 480 })]
    [InlineData("softplus", new[] { 0.69314718055994531, 0.5, 0.125, 0, -1.0 / 192, 0 })]
    public void Coefficients_are_those_of_the_handbook(string function, double[] expected)
    {
        var series = TaylorCoefficients.Of(function);
        Assert.Equal(expected.Length, series.Coefficients.Length);
        Assert.All(expected.Zip(series.Coefficients), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        Assert.InRange(series.DifferenceToKernels(), 0, 1e-14);
    }

    [Fact]
    public void An_odd_function_has_no_even_products()
    {
        Assert.DoesNotContain(TaylorCoefficients.Of("tanh").Products, product => product == (1, 1));
        Assert.Contains(TaylorCoefficients.Of("tanh").Products, product => product == (2, 1));
        Assert.Contains(TaylorCoefficients.Of("gelu").Products, product => product == (1, 1));
        Assert.False(TaylorCoefficients.Of("relu").HasSeries);
    }

    [Fact]
    public void Four_exponentials_multiply_as_the_series_says()
    {
        // cosh(λs) − cosh(λd) = 2·sinh(λx)·sinh(λy), at the corner (1, 1).
        var product = ProductNetwork.Of("exp(x)", 0, [0.5, 0.25]);
        var expected = (Math.Pow(Math.Sinh(0.25), 2) / (0.25 * 0.25)) - 1;
        Assert.Equal(expected, product.Errors[1], 1e-9);
        Assert.Equal(1.0 / 3, product.Constant, 1e-12);
        Assert.InRange(product.Order, 1.95, 2.05);
    }

    [Fact]
    public void A_mixed_derivative_is_the_curvature() =>
        Assert.Equal(-2 * Math.Tanh(1) / Math.Pow(Math.Cosh(1), 2), TaylorCoefficients.MixedDerivative("tanh", 1), 1e-5);

    [Fact]
    public void Relu_multiplies_no_better_with_smaller_weights()
    {
        var relu = ProductNetwork.WithBestFactor("relu", 0, [1, 0.5, 0.25]);
        Assert.Equal(relu.Errors[0], relu.Errors[2], 1e-12);
        Assert.Equal(Outcome.Held, TaylorChecks.ReluDoesNot(relu).Outcome);
    }

    [Fact]
    public void Wrong_results_are_caught()
    {
        Assert.Equal(Outcome.DidNotHold, TaylorChecks.MixedDerivatives([new("tanh", 0, 0, 0.1)]).Outcome);
        Assert.Equal(
            Outcome.DidNotHold,
            TaylorChecks.VanishLikeSquare([new("gelu", 0, 1, [0.5, 0.25], [0.2, 0.1], 1)]).Outcome);
        Assert.Equal(Outcome.DidNotHold, TaylorChecks.LinearStays([new("identity", 4, 0.2)], 1.0 / 3).Outcome);
        Assert.Equal(
            Outcome.DidNotHold,
            TaylorChecks.CoefficientsAgree([new("tanh", [0, 1, 0.1], [], [], "")]).Outcome);
        Assert.Equal(
            Outcome.DidNotHold, TaylorChecks.ReluDoesNot(new("relu", 0, double.NaN, [1, 0.5], [0.2, 0.05], double.NaN)).Outcome);
    }

    [Fact]
    public void It_runs()
    {
        var experiment = new TaylorExperiment();
        var bench = new Workbench(experiment, new()
        {
            Quick = true,
            Chosen = new Dictionary<string, int> { [Length.Updates] = 20, [Length.Seeds] = 1 },
            Functions = ["x*sigmoid(x)"],
        });
        var findings = experiment.Run(bench);
        Assert.All(findings.Checks.Take(5), check => Assert.Equal(Outcome.Held, check.Outcome));
    }
}
