namespace Hillock.Networks;

/// <summary>The end of one epoch; epoch 0 is the untrained network.</summary>
/// <param name="Epoch">0 … the number of epochs.</param>
/// <param name="TrainingLoss">Mean loss over the epoch's batches; over the training set for epoch 0.</param>
/// <param name="Test">Loss and score on the test set.</param>
/// <param name="Layers">Statistics of each hidden layer, input side first.</param>
public sealed record EpochReport(
    int Epoch, double TrainingLoss, Evaluation Test, IReadOnlyList<LayerStatistics> Layers)
{
    /// <summary>Loss and score on the validation set, where there is one.</summary>
    public Evaluation? Validation { get; init; }
}
