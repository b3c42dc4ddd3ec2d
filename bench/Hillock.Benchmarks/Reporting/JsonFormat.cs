using System.Text.Json;

namespace Hillock.Benchmarks.Reporting;

/// <summary>How --json writes: names in lower case, indented so that differences read well.</summary>
internal static class JsonFormat
{
    public static JsonSerializerOptions Options { get; } =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };
}
