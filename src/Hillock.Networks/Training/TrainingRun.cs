namespace Hillock.Networks;

/// <summary>One network trained with one activation from one seed.</summary>
/// <remarks>The same seed gives the same initial weights and the same batch order for every activation.</remarks>
public sealed class TrainingRun
{
    private enum Stream : ulong
    {
        Weights = 1,
        Order = 2,
    }

    private readonly TrainingSettings _settings;
    private readonly Examples _training;
    private readonly Examples _test;
    private readonly Examples? _validation;
    private readonly EarlyStopping? _stopping;
    private readonly Trainer _trainer;
    private readonly LayerProbe _probe;
    private readonly SeededRandom _order;

    /// <summary>Builds the network and draws its weights.</summary>
    /// <param name="settings">How to train.</param>
    /// <param name="activation">The activation of the hidden layers.</param>
    /// <param name="training">What to train on.</param>
    /// <param name="test">What to test on; nothing is decided by it.</param>
    /// <param name="validation">What early stopping decides by, or null.</param>
    public TrainingRun(
        TrainingSettings settings, Activation activation, Examples training, Examples test, Examples? validation = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentOutOfRangeException.ThrowIfZero(test.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Epochs);
        CheckKind(training, test, nameof(test));
        if (validation is not null)
            CheckKind(training, validation, nameof(validation));
        _settings = settings;
        _training = training;
        _test = test;
        _validation = validation;
        Network = new(
            settings.NetworkFor(activation, training.Features, training.Outputs),
            Math.Max(settings.BatchSize, LayerProbe.MostExamples));
        Network.Initialise(WeightInitialisation.Parse(settings.Initialisation), Random(Stream.Weights));
        _order = Random(Stream.Order);
        var optimizer = Optimizer.Create(
            settings.Optimizer, Network.Parameters.Length, settings.LearningRate, settings.Momentum);
        _trainer = new(Network, optimizer, training, settings.BatchSize)
        {
            WeightDecay = settings.WeightDecay,
            LargestGradientNorm = settings.LargestGradientNorm ?? double.PositiveInfinity,
            Schedule = LearningRateSchedule.Create(settings.Schedule, settings.Epochs, settings.WarmUp),
        };
        _probe = new(test);
        if (settings.Patience is not { } patience)
            return;
        if (validation is null)
            throw new ArgumentException("Early stopping needs validation examples.", nameof(validation));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(patience);
        _stopping = new(Network, patience);
    }

    /// <summary>The network, as far as it is trained.</summary>
    public DenseNetwork Network { get; }

    /// <summary>Time spent in training steps so far, without evaluation.</summary>
    public TimeSpan TrainingTime => _trainer.TrainingTime;

    /// <summary>The memory of the network, the optimiser and a batch, in bytes.</summary>
    public long MemoryBytes => _trainer.MemoryBytes;

    /// <summary>The epoch in which the training or test loss stopped being finite, or null. There is no report of
    /// that epoch and no later one.</summary>
    public int? DivergedAtEpoch { get; private set; }

    /// <summary>The epoch that early stopping took the network back to, once the run is over; null without early
    /// stopping.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>The learned activation parameters of each hidden layer, by name; empty where there are none.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> LearnedParameters
    {
        get
        {
            IReadOnlyDictionary<string, double>[] layers =
                [.. Network.HiddenLayers.Select(layer => layer.LearnedByName())];
            return layers.Any(layer => layer.Count > 0) ? layers : [];
        }
    }

    /// <summary>Trains, and reports the untrained network and then the end of each epoch. Enumerate it once.</summary>
    /// <exception cref="OperationCanceledException">Asked for, and noticed between two batches.</exception>
    public IEnumerable<EpochReport> Run(CancellationToken cancellation = default)
    {
        for (var epoch = 0; epoch <= _settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            var trainingLoss = epoch == 0
                ? Evaluation.Of(Network, _training).Loss
                : _trainer.TrainEpoch(_order, cancellation);
            var evaluation = double.IsFinite(trainingLoss) ? Evaluation.Of(Network, _test) : default;
            if (!double.IsFinite(trainingLoss) || !double.IsFinite(evaluation.Loss))
            {
                DivergedAtEpoch = epoch;
                yield break;
            }

            Evaluation? validation = _validation is null ? null : Evaluation.Of(Network, _validation);
            yield return new(epoch, trainingLoss, evaluation, _probe.Measure(Network)) { Validation = validation };
            if (_stopping is not null && _stopping.Note(epoch, validation!.Value.Loss))
                break;
        }

        _stopping?.Restore();
        BestEpoch = _stopping?.BestEpoch;
    }

    private static void CheckKind(Examples training, Examples others, string name)
    {
        if (others.Features != training.Features
            || others.Outputs != training.Outputs
            || others.IsClassification != training.IsClassification)
            throw new ArgumentException($"Training and {name} examples must be of one kind.", name);
    }

    private SeededRandom Random(Stream stream) => new((ulong)_settings.Seed, (ulong)stream);
}
