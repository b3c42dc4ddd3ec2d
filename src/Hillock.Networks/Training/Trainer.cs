using System.Diagnostics;

namespace Hillock.Networks;

/// <summary>Trains one network on mini-batches of its examples.</summary>
public sealed class Trainer
{
    private readonly DenseNetwork _network;
    private readonly Optimizer _optimizer;
    private readonly MiniBatch _batch;
    private readonly int _batchSize;
    private readonly int[] _order;
    private readonly double _learningRate;
    private long _steps;

    /// <summary>Makes ready to train; all memory is taken here.</summary>
    /// <param name="network">The network, its weights drawn.</param>
    /// <param name="optimizer">An optimiser for as many parameters as the network has.</param>
    /// <param name="examples">What to train on.</param>
    /// <param name="batchSize">Examples in a mini-batch, at most the network's largest batch.</param>
    public Trainer(DenseNetwork network, Optimizer optimizer, Examples examples, int batchSize)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batchSize, network.LargestBatch);
        ArgumentOutOfRangeException.ThrowIfZero(examples.Count);
        if (examples.Features != network.Inputs || examples.Outputs != network.Outputs)
            throw new ArgumentException("The network does not fit the examples.", nameof(examples));
        if (optimizer.ParameterCount != network.Parameters.Length)
        {
            throw new ArgumentException(
                $"The optimiser was made for {optimizer.ParameterCount} parameters, and the network has "
                + $"{network.Parameters.Length}.", nameof(optimizer));
        }

        _network = network;
        _optimizer = optimizer;
        _batchSize = Math.Min(batchSize, examples.Count);
        _batch = new(examples, _batchSize);
        _order = [.. Enumerable.Range(0, examples.Count)];
        _learningRate = optimizer.LearningRate;
    }

    /// <summary>λ, which pulls weights to 0, at least 0; see <see cref="Optimizer.DecouplesWeightDecay"/>.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The largest norm of the gradient of all parameters; a longer one is shortened to it. Infinite for no
    /// limit.</summary>
    public double LargestGradientNorm { get; init; } = double.PositiveInfinity;

    /// <summary>How the learning rate of the optimiser changes.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>Time spent in training steps so far.</summary>
    public TimeSpan TrainingTime { get; private set; }

    /// <summary>The memory of the network, the optimiser and a batch, in bytes; that of the examples is not
    /// counted.</summary>
    public long MemoryBytes => _network.MemoryBytes + _batch.MemoryBytes
        + sizeof(float) * (long)_optimizer.StateLength + sizeof(int) * _order.LongLength;

    /// <summary>One step: gathers the examples, computes the gradients and moves the parameters.</summary>
    /// <param name="examples">Which examples, by place; at most as many as a mini-batch has.</param>
    /// <returns>The mean loss of the batch before the step. Where it is not finite, no step is made.</returns>
    public double Step(ReadOnlySpan<int> examples)
    {
        _batch.Gather(examples);
        var loss = _batch.Forward(_network, isTraining: true);
        if (!double.IsFinite(loss))
            return loss;
        _optimizer.LearningRate = _learningRate * Schedule.FactorAt((double)_steps / StepsPerEpoch, StepsPerEpoch);
        _steps++;
        if (LargestGradientNorm < double.PositiveInfinity)
            StepWithShortGradient();
        else
            _network.BackwardWithStep(_batch.Inputs, _batch.OutputGradients, _optimizer, WeightDecay);
        _network.ConstrainLearned();
        return loss;
    }

    /// <summary>Steps through all examples once, in an order drawn anew; the last batch may be short.</summary>
    /// <returns>The mean loss over the batches, each weighted by its examples; or, at once, the first loss that was
    /// not finite.</returns>
    /// <exception cref="OperationCanceledException">Asked for, and noticed between two batches.</exception>
    public double TrainEpoch(SeededRandom random, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(random);
        random.Shuffle(_order.AsSpan());
        var started = Stopwatch.GetTimestamp();
        try
        {
            var sum = 0.0;
            for (var first = 0; first < _order.Length; first += _batchSize)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = Math.Min(_batchSize, _order.Length - first);
                var loss = Step(_order.AsSpan(first, count));
                if (!double.IsFinite(loss))
                    return loss;
                sum += count * loss;
            }
            return sum / _order.Length;
        }
        finally
        {
            TrainingTime += Stopwatch.GetElapsedTime(started);
        }
    }

    private int StepsPerEpoch => (_order.Length + _batchSize - 1) / _batchSize;

    // Whether a gradient is too long is known only when all of it is there.
    private void StepWithShortGradient()
    {
        _network.Backward(_batch.Inputs, _batch.OutputGradients);
        GradientClipping.Clip(_network.MutableGradients, LargestGradientNorm);
        // By index: an enumerator would be allocated at each step.
        for (var i = 0; i < _network.Layers.Count && WeightDecay > 0; i++)
        {
            var layer = _network.Layers[i];
            Networks.WeightDecay.Apply(_optimizer, WeightDecay, layer.Weights, layer.MutableWeightGradients);
        }

        _optimizer.Step(_network.Parameters, _network.Gradients);
    }
}
