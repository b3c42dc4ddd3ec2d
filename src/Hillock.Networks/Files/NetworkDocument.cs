using System.Text.Json.Serialization;

namespace Hillock.Networks;

/// <summary>The shape of a network as a file tells it.</summary>
internal sealed record NetworkDocument
{
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    public required int Inputs { get; init; }

    public required int Outputs { get; init; }

    public required ParameterScope LearnedScope { get; init; }

    public required IReadOnlyList<LayerDocument> Hidden { get; init; }

    public static NetworkDocument Of(NetworkSettings settings) => new()
    {
        Version = CurrentVersion,
        Inputs = settings.Inputs,
        Outputs = settings.Outputs,
        LearnedScope = settings.LearnedScope,
        Hidden = [.. settings.Hidden.Select(LayerDocument.Of)],
    };

    public NetworkSettings ToSettings() => new()
    {
        Inputs = Inputs,
        Outputs = Outputs,
        LearnedScope = LearnedScope,
        Hidden = [.. Hidden.Select(layer => layer.ToSettings())],
    };
}

/// <summary>One hidden layer.</summary>
internal sealed record LayerDocument(
    int Units, string Activation, NormalisationKind Normalisation, double Dropout, bool AlphaDropout, bool Residual)
{
    public static LayerDocument Of(LayerSettings layer) => new(
        layer.Units, ActivationText.Of(layer.Activation), layer.Normalisation, layer.Dropout, layer.AlphaDropout,
        layer.Residual);

    public LayerSettings ToSettings() => new(Units, Hillock.Activation.Parse(Activation))
    {
        Normalisation = Normalisation,
        Dropout = Dropout,
        AlphaDropout = AlphaDropout,
        Residual = Residual,
    };
}

/// <summary>One tensor in the header of a safetensors file.</summary>
internal sealed record TensorDocument(
    string Dtype,
    IReadOnlyList<int> Shape,
    IReadOnlyList<long> DataOffsets);

/// <summary>The code that reads and writes these, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(NetworkDocument))]
[JsonSerializable(typeof(TensorDocument))]
internal sealed partial class NetworkJsonContext : JsonSerializerContext;
