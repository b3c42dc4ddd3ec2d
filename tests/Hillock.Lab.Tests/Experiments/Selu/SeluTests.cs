using Hillock.Lab.Experiments.Selu;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Experiments.Selu;

public class SeluTests
{
    [Fact]
    public void Theory_agrees_with_what_is_published() =>
        Assert.All(SeluTheory.Checks(), check => Assert.Equal((check.Statement, Outcome.Held), (check.Statement, check.Outcome)));

    // Theorem 2: from 3 to 16 the variance falls.
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(16)]
    public void Large_variances_fall(double variance) => Assert.True(SeluTheory.Next(0, variance, squares: 1.25).Variance < variance);

    // Theorem 3: small ones rise.
    [Theory]
    [InlineData(0.02, 0.8)]
    [InlineData(0.16, 0.8)]
    [InlineData(0.24, 0.9)]
    public void Small_variances_rise(double variance, double squares) => Assert.True(SeluTheory.Next(0, variance, squares: squares).Variance > variance);
}
