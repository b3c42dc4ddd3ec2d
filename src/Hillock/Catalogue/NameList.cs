using System.Globalization;

namespace Hillock.Catalogue;

/// <summary>Reads the short lists of the name tables: <c>alpha=negative_slope, max=hi</c> and <c>omega=30</c>.</summary>
internal static class NameList
{
    public static IReadOnlyDictionary<string, double> NoValues { get; } = new Dictionary<string, double>();

    public static IReadOnlyDictionary<string, string> Pairs(string text) => text
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, double> Values(string text) => text.Length == 0
        ? NoValues
        : Pairs(text).ToDictionary(
            pair => pair.Key, pair => double.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
