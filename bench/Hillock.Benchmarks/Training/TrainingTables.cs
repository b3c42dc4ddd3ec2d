using System.Globalization;
using System.Text;

namespace Hillock.Benchmarks.Training;

/// <summary>The measurements as a table.</summary>
internal static class TrainingTables
{
    public static string Of(IReadOnlyList<TrainingMeasurement> measurements)
    {
        var text = new StringBuilder();
        Row(text,
        [
            "network", "batch", "threads", "peer", "ours, µs", "ratio", "by medians", "memory, ours / peer",
            "losses differ by",
        ]);
        Row(text, ["---", "---:", "---:", "---", "---:", "---:", "---:", "---:", "---:"]);
        foreach (var m in measurements)
        {
            Row(text,
            [
                m.Network, Whole(m.Batch), Whole(m.Threads), m.Peer, Number(m.Microseconds, "0.00"),
                Number(m.Ratio, "0.00"), Number(m.MedianRatio, "0.00"), Memory(m),
                m.LossDifference is { } difference ? Number(difference, "0.0e+0") : "",
            ]);
        }

        return text.ToString();
    }

    private static string Memory(TrainingMeasurement m)
    {
        if (m.Bytes is not { } ours || m.PeerBytes is not { } peer) return "";
        return $"{Kibibytes(ours)} / {Kibibytes(peer)} KiB = {Number((double)ours / peer, "0.00")}";
    }

    private static string Kibibytes(long bytes) => Number(bytes / 1024.0, "0");

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
