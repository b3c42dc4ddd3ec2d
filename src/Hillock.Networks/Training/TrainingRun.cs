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
    private readonly Trainer _trainer;
    private readonly LayerProbe _probe;
    private readonly SeededRandom _order;

    /// <summary>Builds the network and draws its weights.</summary>
    public TrainingRun(TrainingSettings settings, Activation activation, Examples training, Examples test)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentOutOfRangeException.ThrowIfZero(test.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Epochs);
        if (test.Features != training.Features
            || test.Outputs != training.Outputs
            || test.IsClassification != training.IsClassification)
            throw new ArgumentException("Training and test examples must be of one kind.", nameof(test));
        _settings = settings;
        _training = training;
        _test = test;
        Network = new(
            [training.Features, .. settings.Hidden, training.Outputs],
            activation,
            Math.Max(settings.BatchSize, LayerProbe.MostExamples));
        Network.Initialise(WeightInitialisation.Parse(settings.Initialisation), Random(Stream.Weights));
        _order = Random(Stream.Order);
        var optimizer = Optimizer.Create(
            settings.Optimizer, Network.Parameters.Length, settings.LearningRate, settings.Momentum);
        _trainer = new(Network, optimizer, training, settings.BatchSize);
        _probe = new(test);
    }

    /// <summary>The network, as far as it is trained.</summary>
    public DenseNetwork Network { get; }

    /// <summary>Time spent in training steps so far, without evaluation.</summary>
    public TimeSpan TrainingTime => _trainer.TrainingTime;

    /// <summary>The epoch in which the training or test loss stopped being finite, or null. There is no report of
    /// that epoch and no later one.</summary>
    public int? DivergedAtEpoch { get; private set; }

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
            yield return new(epoch, trainingLoss, evaluation, _probe.Measure(Network));
        }
    }

    private SeededRandom Random(Stream stream) => new((ulong)_settings.Seed, (ulong)stream);
}
