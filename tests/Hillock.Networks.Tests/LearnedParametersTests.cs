using Hillock.Expressions;

namespace Hillock.Networks.Tests;

public class LearnedParametersTests
{
    public static TheoryData<ParameterDomain, float, float> Moves => new()
    {
        { ParameterDomain.Real, -3, -3 },
        { ParameterDomain.Positive, -3, 1f / 1024 },
        { ParameterDomain.Positive, 2, 2 },
        { ParameterDomain.NonNegative, -3, 0 },
        { ParameterDomain.NonNegative, 1e-9f, 1e-9f },
        { ParameterDomain.NonZero, -1e-9f, -1f / 1024 },
        { ParameterDomain.NonZero, -3, -3 },
        { ParameterDomain.AtMost(-1.5), 2, -1.5f },
        { ParameterDomain.Within(0, 1), 1.5f, 1 },
        { ParameterDomain.FromUpTo(0, 2), 7, 2 - (1f / 1024) },
        { ParameterDomain.Between(0, 2), -7, 1f / 1024 },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_value_moves_to_the_nearest_one_allowed(ParameterDomain domain, float value, float expected)
    {
        Assert.Equal(expected, LearnedDomain.Nearest(value, new("p", 1, true, domain)));
        Assert.True(domain.Contains(expected));
    }

    [Fact]
    public void A_default_nearer_to_an_end_leaves_room_around_it() => Assert.Equal(
        5e-6f, LearnedDomain.Nearest(-1, new("p", 1e-5, true, ParameterDomain.Positive)));

    [Fact]
    public void A_divergence_is_not_hidden() => Assert.All(
        [ParameterDomain.Positive, ParameterDomain.NonNegative, ParameterDomain.NonZero, ParameterDomain.Within(0, 1)],
        domain => Assert.Equal(float.NaN, LearnedDomain.Nearest(float.NaN, new("p", 1, true, domain))));
}
