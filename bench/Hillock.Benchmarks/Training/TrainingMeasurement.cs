using System.Text.Json.Serialization;

namespace Hillock.Benchmarks.Training;

/// <summary>Ours beside one peer. The ratio is the peer's time divided by ours, both minima.</summary>
internal sealed record TrainingMeasurement(
    string Network,
    int Batch,
    int Threads,
    string Peer,
    double Microseconds,
    double Ratio,
    [property: JsonIgnore] double MedianRatio)
{
    /// <summary>The memory of a step in bytes, ours and the peer's, where it was measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }

    /// <inheritdoc cref="Bytes"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PeerBytes { get; init; }

    /// <summary>By how much the losses after the same 100 steps differ, where that was measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? LossDifference { get; init; }
}
