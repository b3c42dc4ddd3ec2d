namespace Hillock.Networks;

/// <summary>The loss −ln p of the true class, where p is the softmax of the network's outputs.</summary>
/// <remarks>A NaN or an overflow in the outputs gives a loss that is not finite, never an exception.</remarks>
public static class SoftmaxCrossEntropy
{
    /// <summary>The mean loss over the examples.</summary>
    /// <param name="outputs">The outputs, one row of <paramref name="classCount"/> an example.</param>
    /// <param name="classes">The true classes, 0 … <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">How many classes there are.</param>
    public static double Loss(ReadOnlySpan<float> outputs, ReadOnlySpan<int> classes, int classCount)
    {
        CheckLengths(outputs, classes, classCount);
        var sum = 0.0;
        for (var example = 0; example < classes.Length; example++)
        {
            var row = outputs.Slice(example * classCount, classCount);
            var largest = Largest(row);
            var total = 0f;
            foreach (var output in row)
                total += MathF.Exp(output - largest);
            sum += RowLoss(row, classes[example], largest, total);
        }
        return sum / classes.Length;
    }

    /// <summary>The mean loss over the examples, and its gradient with respect to the outputs.</summary>
    /// <param name="outputs">The outputs, one row of <paramref name="classCount"/> an example.</param>
    /// <param name="classes">The true classes, 0 … <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">How many classes there are.</param>
    /// <param name="gradient">Receives (softmax − one-hot) / examples.</param>
    public static double LossAndGradient(
        ReadOnlySpan<float> outputs, ReadOnlySpan<int> classes, int classCount, Span<float> gradient)
    {
        CheckLengths(outputs, classes, classCount);
        var sum = 0.0;
        for (var example = 0; example < classes.Length; example++)
        {
            var row = outputs.Slice(example * classCount, classCount);
            var rowGradient = gradient.Slice(example * classCount, classCount);
            var largest = Largest(row);
            var total = 0f;
            for (var i = 0; i < classCount; i++)
                total += rowGradient[i] = MathF.Exp(row[i] - largest);
            sum += RowLoss(row, classes[example], largest, total);

            var scale = 1 / (total * classes.Length);
            foreach (ref var element in rowGradient)
                element *= scale;
            rowGradient[classes[example]] -= 1f / classes.Length;
        }
        return sum / classes.Length;
    }

    /// <summary>How many of the examples have their largest output at the true class.</summary>
    /// <param name="outputs">The outputs, one row of <paramref name="classCount"/> an example.</param>
    /// <param name="classes">The true classes, 0 … <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">How many classes there are.</param>
    public static int CountCorrect(ReadOnlySpan<float> outputs, ReadOnlySpan<int> classes, int classCount)
    {
        CheckLengths(outputs, classes, classCount);
        var correct = 0;
        for (var example = 0; example < classes.Length; example++)
        {
            if (MostProbableClass(outputs.Slice(example * classCount, classCount)) == classes[example])
                correct++;
        }
        return correct;
    }

    /// <summary>The place of the largest output; the first of several.</summary>
    public static int MostProbableClass(ReadOnlySpan<float> outputs)
    {
        var best = 0;
        for (var i = 1; i < outputs.Length; i++)
        {
            if (outputs[i] > outputs[best])
                best = i;
        }
        return best;
    }

    /// <summary>ln Σ exp(output) − output of the true class; the logarithm is at least 0, so nothing cancels.</summary>
    private static double RowLoss(ReadOnlySpan<float> row, int trueClass, float largest, float total) =>
        Math.Log(total) + ((double)largest - row[trueClass]);

    private static float Largest(ReadOnlySpan<float> row)
    {
        var largest = row[0];
        foreach (var output in row[1..])
            largest = MathF.Max(largest, output);
        return largest;
    }

    private static void CheckLengths(ReadOnlySpan<float> outputs, ReadOnlySpan<int> classes, int classCount)
    {
        if (outputs.Length != classes.Length * classCount)
            throw new ArgumentException("There must be one output for each example and class.", nameof(outputs));
    }
}
