namespace Hillock.Networks;

/// <summary>Watches the validation loss, and keeps the network of the epoch in which it was smallest.</summary>
internal sealed class EarlyStopping(DenseNetwork network, int patience)
{
    private readonly float[] _parameters = new float[network.Parameters.Length];
    private readonly float[] _state = new float[network.State.Length];
    private double _smallestLoss = double.PositiveInfinity;

    /// <summary>The epoch of the smallest loss.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>Takes note of an epoch's validation loss.</summary>
    /// <returns>Whether it is time to stop.</returns>
    public bool Note(int epoch, double loss)
    {
        if (loss < _smallestLoss)
        {
            (_smallestLoss, BestEpoch) = (loss, epoch);
            network.Parameters.CopyTo(_parameters);
            network.State.CopyTo(_state);
        }

        return epoch - BestEpoch >= patience;
    }

    /// <summary>Takes the network back to its best epoch, if there was any with a finite loss.</summary>
    public void Restore()
    {
        if (!double.IsFinite(_smallestLoss))
            return;
        _parameters.CopyTo(network.Parameters);
        _state.CopyTo(network.State);
    }
}
