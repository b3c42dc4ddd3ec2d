using System.Globalization;

namespace Hillock.Tests.Catalogue;

/// <summary>A row of <c>published-formulas.tsv</c>: a formula as its source prints it, which entry it is, and its
/// values as mpmath computes them with 250 digits.</summary>
/// <param name="Source">The list that it was taken from.</param>
/// <param name="Name">The name there.</param>
/// <param name="Ours">The entry with parameters.</param>
/// <param name="Formula">The formula, with the values of its parameters behind <c>where</c>.</param>
/// <param name="Values">The values at <see cref="Points"/>, NaN where undefined.</param>
internal sealed record PublishedFormula(string Source, string Name, string Ours, string Formula, double[] Values)
{
    private static readonly string[] Lines = ReadLines();

    public static double[] Points { get; } = Numbers(Lines[0].Split('\t')[4..]);

    public static IReadOnlyList<PublishedFormula> All { get; } =
    [
        .. Lines.Skip(1).Select(line => line.Split('\t')).Select(cells =>
            new PublishedFormula(cells[0], cells[1], cells[2], cells[3], Numbers(cells[4..]))),
    ];

    private static string[] ReadLines()
    {
        using var stream = typeof(PublishedFormula).Assembly.GetManifestResourceStream("published-formulas.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static double[] Numbers(string[] cells) =>
        [.. cells.Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
}
