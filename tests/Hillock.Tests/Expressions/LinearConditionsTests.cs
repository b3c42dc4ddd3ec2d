using Hillock.Expressions;

namespace Hillock.Tests.Expressions;

public class LinearConditionsTests
{
    [Theory]
    [InlineData("where((x + 3)/6 < 1, 1, 0)", "where(x < 3, 1, 0)")]
    [InlineData("where(1 - x/2 > 0, 1, 0)", "where(x < 2, 1, 0)")]
    [InlineData("where(2*x >= -1, 1, 0)", "where(x >= -0.5, 1, 0)")]
    [InlineData("where(3 - 2*x <= x, 1, 0)", "where(3 - 2*x <= x, 1, 0)")]
    [InlineData("where(x < 3, 1, 0)", "where(x < 3, 1, 0)")]
    [InlineData("where(3*x < 1, 1, 0)", "where(3*x < 1, 1, 0)")]
    [InlineData("where(x^2 < 4, 1, 0)", "where(x^2 < 4, 1, 0)")]
    [InlineData("where(2*x < a, 1, 0) where a=3", "where(2*x < a, 1, 0)")]
    public void Conditions_with_an_exact_solution_are_solved(string formula, string expected) =>
        Assert.Equal(expected, LinearConditions.Solve(FormulaParser.Parse(formula).Expression).ToString());

    [Fact]
    public void The_number_next_to_the_kink_is_not_taken_for_the_kink()
    {
        var x = MathF.BitDecrement(3);
        float[] slope = new float[1];
        Activation.Parse("hard_sigmoid").Kernel<float>().Derivative(1, [x], slope);
        Assert.Equal(1 / 6f, slope[0]);
        Activation.Parse("hard_swish").Kernel<float>().Derivative(1, [x], slope);
        Assert.Equal(1.5f, slope[0], 1e-6f);
    }
}
