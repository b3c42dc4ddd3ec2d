using System.Text.Json.Serialization;

namespace Hillock.Benchmarks.Reporting;

/// <summary>Ours beside one peer. The ratio is the peer's time divided by ours, both minima.</summary>
internal sealed record Measurement(
    string Function,
    string Pass,
    int Size,
    int Threads,
    string Peer,
    double Nanoseconds,
    double Ratio,
    [property: JsonIgnore] double MedianRatio,
    string Precision,
    string Type = "float32");
