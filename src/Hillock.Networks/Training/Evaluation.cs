namespace Hillock.Networks;

/// <summary>How well a network answers some examples.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Score">Accuracy in [0, 1] for classes, root mean squared error for numbers.</param>
public readonly record struct Evaluation(double Loss, double Score)
{
    /// <summary>Passes all examples through the network, in chunks of its largest batch.</summary>
    public static Evaluation Of(DenseNetwork network, Examples examples)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(examples);
        var loss = 0.0;
        var correct = 0;
        for (var first = 0; first < examples.Count; first += network.LargestBatch)
        {
            var count = Math.Min(network.LargestBatch, examples.Count - first);
            var outputs = network.Forward(
                examples.Inputs.AsSpan(first * examples.Features, count * examples.Features));
            if (examples.IsClassification)
            {
                var classes = examples.Classes.Slice(first, count);
                loss += count * SoftmaxCrossEntropy.Loss(outputs, classes, examples.Outputs);
                correct += SoftmaxCrossEntropy.CountCorrect(outputs, classes, examples.Outputs);
            }
            else
            {
                loss += count * MeanSquaredError.Loss(
                    outputs, examples.Targets.Slice(first * examples.Outputs, outputs.Length));
            }
        }
        loss /= examples.Count;
        return new(loss, examples.IsClassification ? (double)correct / examples.Count : Math.Sqrt(loss));
    }
}
