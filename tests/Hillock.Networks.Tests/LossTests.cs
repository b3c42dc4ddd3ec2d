namespace Hillock.Networks.Tests;

public class LossTests
{
    [Fact]
    public void Cross_entropy_is_the_log_of_the_sum_of_exponentials_less_the_true_output()
    {
        float[] outputs = [1, 2, 3, 0, 0, 0], gradient = new float[6];
        var first = Math.Log(Math.Exp(1) + Math.Exp(2) + Math.Exp(3)) - 2;
        var loss = SoftmaxCrossEntropy.LossAndGradient(outputs, [1, 2], 3, gradient);
        Assert.Equal((first + Math.Log(3)) / 2, loss, 1e-6);
        Assert.Equal(loss, SoftmaxCrossEntropy.Loss(outputs, [1, 2], 3));

        var total = Math.Exp(1) + Math.Exp(2) + Math.Exp(3);
        double[] expected =
        [
            Math.Exp(1) / total / 2, (Math.Exp(2) / total - 1) / 2, Math.Exp(3) / total / 2,
            1 / 6.0, 1 / 6.0, -1 / 3.0,
        ];
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], gradient[i], 1e-6);
    }

    [Fact]
    public void Large_outputs_do_not_overflow()
    {
        Assert.Equal(0, SoftmaxCrossEntropy.Loss([1e30f, 0], [0], 2));
        Assert.Equal(1e30, SoftmaxCrossEntropy.Loss([1e30f, 0], [1], 2), 1e24);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_not_finite_shows_in_the_loss(float output)
    {
        var gradient = new float[2];
        Assert.False(double.IsFinite(SoftmaxCrossEntropy.LossAndGradient([output, 0], [0], 2, gradient)));
        Assert.False(double.IsFinite(MeanSquaredError.LossAndGradient([output, 0], [0, 0], gradient)));
    }

    [Fact]
    public void Squared_error_is_the_mean_over_all_outputs()
    {
        var gradient = new float[4];
        Assert.Equal(30 / 4.0, MeanSquaredError.LossAndGradient([1, 2, 3, 4], [0, 0, 0, 0], gradient));
        Assert.Equal([0.5f, 1, 1.5f, 2], gradient);
    }

    [Fact]
    public void Correct_answers_are_those_with_the_largest_output_at_the_true_class() =>
        Assert.Equal(2, SoftmaxCrossEntropy.CountCorrect([3, 1, 0, 2, 5, 4], [0, 1, 1], 2));
}
