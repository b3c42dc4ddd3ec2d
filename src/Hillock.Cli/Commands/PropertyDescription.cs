using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;

namespace Hillock.Cli.Commands;

/// <summary>A property report as programs read it: a key a property, each with value, status and reason.</summary>
internal static class PropertyDescription
{
    public static IReadOnlyDictionary<string, object> Of(PropertyReport report) => PropertyTable.Of(report)
        .GroupBy(line => line.Key)
        .ToDictionary(group => group.Key, group => group.First().Side is null
            ? Of(group.First().Finding)
            : group.ToDictionary(line => line.Side!, line => Of(line.Finding)));

    // The threshold stands beside the kind of saturation, so that the value is one word.
    private static object Of(IFinding finding) => finding.Value is SideSaturation side
        ? new { Value = side.Kind, side.Threshold, finding.Status, finding.Because }
        : new { finding.Value, finding.Status, finding.Because };
}
