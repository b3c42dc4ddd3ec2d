using Hillock.Expressions;

namespace Hillock.Networks.Tests;

public class LearnedParametersTests
{
    [Theory]
    [InlineData(ParameterDomain.Real, -3, -3)]
    [InlineData(ParameterDomain.Positive, -3, 1f / 1024)]
    [InlineData(ParameterDomain.Positive, 2, 2)]
    [InlineData(ParameterDomain.NonNegative, -3, 0)]
    [InlineData(ParameterDomain.NonNegative, 1e-9f, 1e-9f)]
    [InlineData(ParameterDomain.NonZero, -1e-9f, -1f / 1024)]
    [InlineData(ParameterDomain.NonZero, -3, -3)]
    public void A_value_moves_to_the_nearest_one_allowed(ParameterDomain domain, float value, float expected) =>
        Assert.Equal(expected, LearnedParameters.NearestAllowed(value, new("p", 1, true, domain)));

    [Fact]
    public void A_smaller_default_is_allowed() => Assert.Equal(
        1e-5f, LearnedParameters.NearestAllowed(-1, new("p", 1e-5, true, ParameterDomain.Positive)));

    [Theory]
    [InlineData(ParameterDomain.Positive)]
    [InlineData(ParameterDomain.NonNegative)]
    [InlineData(ParameterDomain.NonZero)]
    public void A_divergence_is_not_hidden(ParameterDomain domain) =>
        Assert.Equal(float.NaN, LearnedParameters.NearestAllowed(float.NaN, new("p", 1, true, domain)));
}
