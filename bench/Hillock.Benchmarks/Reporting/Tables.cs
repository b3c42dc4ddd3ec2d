using System.Globalization;
using System.Text;

namespace Hillock.Benchmarks.Reporting;

/// <summary>The measurements as text: every ratio, then the geometric mean and the worst a peer and pass.</summary>
internal static class Tables
{
    /// <summary>One row a function, pass, size and number of threads; a peer's column is its time divided by ours.</summary>
    public static string Ratios(IReadOnlyList<Measurement> measurements)
    {
        var peers = measurements.Select(m => m.Peer).Distinct().ToList();
        var text = new StringBuilder();
        Row(text, ["function", "pass", "precision", "size", "threads", "ours, ns", .. peers]);
        Row(text, ["---", "---", "---", "---:", "---:", "---:", .. peers.Select(_ => "---:")]);
        foreach (var row in measurements.GroupBy(m => (m.Function, m.Pass, m.Precision, m.Size, m.Threads)))
        {
            var byPeer = row.ToDictionary(m => m.Peer);
            var (function, pass, precision, size, threads) = row.Key;
            Row(text,
            [
                function, pass, precision, Whole(size), Whole(threads), Number(row.First().Nanoseconds, "0.000"),
                .. peers.Select(p => byPeer.TryGetValue(p, out var m) ? Number(m.Ratio, "0.00") : ""),
            ]);
        }
        return text.ToString();
    }

    public static string Summary(IReadOnlyList<Measurement> measurements)
    {
        var text = new StringBuilder();
        Row(text, ["peer", "pass", "precision", "size", "threads", "geometric mean", "by medians", "worst", "where"]);
        Row(text, ["---", "---", "---", "---:", "---:", "---:", "---:", "---:", "---"]);
        foreach (var group in measurements.GroupBy(m => (m.Peer, m.Pass, m.Precision, m.Threads)))
        {
            foreach (var size in group.GroupBy(m => m.Size)) Summarise(text, Whole(size.Key), [.. size]);
            Summarise(text, "all", [.. group]);
        }
        return text.ToString();
    }

    private static void Summarise(StringBuilder text, string size, IReadOnlyList<Measurement> group)
    {
        var worst = group.MinBy(m => m.Ratio)!;
        Row(text,
        [
            worst.Peer, worst.Pass, worst.Precision, size, Whole(worst.Threads),
            Number(GeometricMean(group.Select(m => m.Ratio)), "0.00"),
            Number(GeometricMean(group.Select(m => m.MedianRatio)), "0.00"),
            Number(worst.Ratio, "0.00"), $"{worst.Function}, {Whole(worst.Size)}",
        ]);
    }

    private static double GeometricMean(IEnumerable<double> ratios) => Math.Exp(ratios.Average(Math.Log));

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
