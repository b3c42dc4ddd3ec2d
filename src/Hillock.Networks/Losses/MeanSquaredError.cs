namespace Hillock.Networks;

/// <summary>The loss (output − target)², averaged over outputs and examples.</summary>
public static class MeanSquaredError
{
    /// <summary>The mean loss.</summary>
    public static double Loss(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
    {
        CheckLengths(outputs, targets);
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
        {
            var error = (double)outputs[i] - targets[i];
            sum += error * error;
        }
        return sum / outputs.Length;
    }

    /// <summary>The mean loss, and its gradient with respect to the outputs.</summary>
    /// <param name="outputs">The outputs of the network.</param>
    /// <param name="targets">What they ought to be.</param>
    /// <param name="gradient">Receives 2 (output − target) / number of outputs.</param>
    public static double LossAndGradient(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        var scale = 2f / outputs.Length;
        for (var i = 0; i < outputs.Length; i++)
            gradient[i] = scale * (outputs[i] - targets[i]);
        return Loss(outputs, targets);
    }

    private static void CheckLengths(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
    {
        if (outputs.Length != targets.Length)
            throw new ArgumentException("There must be one target for each output.", nameof(targets));
    }
}
