namespace Hillock.Networks;

/// <summary>Lays out the memory of a network and makes its layers.</summary>
internal sealed class NetworkBuilder
{
    private readonly NetworkSettings _settings;
    private readonly int _largestBatch;
    private readonly Dictionary<string, ParameterSlice> _shared = new(StringComparer.Ordinal);
    private int _stateTaken;

    public NetworkBuilder(NetworkSettings settings, int largestBatch)
    {
        _settings = settings;
        _largestBatch = largestBatch;
        int[] units = [.. settings.Hidden.Select(layer => layer.Units), settings.Outputs];
        int[] inputs = [settings.Inputs, .. units];
        Row = new(CountParameters(), units.Select((count, layer) => count * inputs[layer]).Sum());
        Packed = new(largestBatch, units);
        State = new float[settings.Hidden.Sum(layer => Normalisation.CountState(layer.Normalisation, layer.Units))];
        Layers = [.. settings.Hidden.Select((layer, i) => Hidden(inputs[i], layer)), Output(inputs[^2])];
    }

    public ParameterRow Row { get; }

    public PackedDeltas Packed { get; }

    public float[] State { get; }

    public DenseLayer[] Layers { get; }

    private int CountParameters()
    {
        var count = 0L;
        var inputs = _settings.Inputs;
        foreach (var layer in _settings.Hidden)
        {
            count += CountAffine(inputs, layer.Units) + Normalisation.CountTrained(layer.Normalisation, layer.Units);
            inputs = layer.Units;
        }

        var owners = _settings.LearnedScope == ParameterScope.Network
            ? _settings.Hidden.DistinctBy(SharedName)
            : _settings.Hidden;
        count += CountAffine(inputs, _settings.Outputs) + owners.Sum(CountLearned);
        return count <= Array.MaxLength
            ? (int)count
            : throw new ArgumentException($"The network has {count} parameters, more than {Array.MaxLength}.");
    }

    private DenseLayer Hidden(int inputs, LayerSettings layer)
    {
        var weights = Row.TakeWeights(inputs * layer.Units);
        var biases = Row.Take(layer.Units);
        var normalisation = Row.Take(Normalisation.CountTrained(layer.Normalisation, layer.Units));
        var state = State.AsMemory(_stateTaken, Normalisation.CountState(layer.Normalisation, layer.Units));
        _stateTaken += state.Length;
        return new(
            inputs, layer.Units, layer, _settings.LearnedScope, _largestBatch, weights, biases, normalisation,
            Learned(layer), state, Packed);
    }

    private DenseLayer Output(int inputs) => new(
        inputs, _settings.Outputs, null, _settings.LearnedScope, _largestBatch,
        Row.TakeWeights(inputs * _settings.Outputs), Row.Take(_settings.Outputs), Row.Take(0), Row.Take(0), default,
        Packed);

    // What several layers share lies with the first of them.
    private ParameterSlice Learned(LayerSettings layer)
    {
        if (_settings.LearnedScope != ParameterScope.Network)
            return Row.Take(CountLearned(layer));
        if (!_shared.TryGetValue(SharedName(layer), out var learned))
            _shared.Add(SharedName(layer), learned = Row.Take(CountLearned(layer)));
        return learned;
    }

    private int CountLearned(LayerSettings layer) =>
        LayerActivation.CountLearned(layer.Activation, layer.Units, _settings.LearnedScope);

    private static long CountAffine(int inputs, int units) => (inputs + 1L) * units;

    private static string SharedName(LayerSettings layer) => $"{layer.Activation.Id}: {layer.Activation}";
}
