using Hillock.Cli.Output;

namespace Hillock.Cli.Commands;

/// <summary>The part of the line that a command draws.</summary>
internal sealed record PlotRange(double From, double To)
{
    /// <summary>Reads the two ends.</summary>
    /// <exception cref="UsageException">One is not a number, or the left end is not below the right one.</exception>
    public static PlotRange Parse(string from, string to)
    {
        var range = new PlotRange(Numbers.Parse(from, "--from"), Numbers.Parse(to, "--to"));
        return double.IsFinite(range.From) && double.IsFinite(range.To) && range.From < range.To
            ? range
            : throw new UsageException(
                $"The range from {Numbers.Short(range.From)} to {Numbers.Short(range.To)} is empty; "
                + "--from must be below --to.");
    }

    /// <summary>Points at equal distances, both ends among them.</summary>
    public double[] Points(int count) =>
        [.. Enumerable.Range(0, count).Select(i => From + ((To - From) * i / (count - 1)))];

    /// <summary>The range as an interval.</summary>
    public override string ToString() => $"[{Numbers.Short(From)}, {Numbers.Short(To)}]";
}
