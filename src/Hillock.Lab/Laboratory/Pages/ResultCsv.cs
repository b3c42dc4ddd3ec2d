using System.Globalization;
using Hillock.Lab.Data;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Laboratory.Pages;

/// <summary>Tables and figures as CSV, numbers with all their digits in the invariant culture.</summary>
internal static class ResultCsv
{
    public static string Of(ResultTable table) => Write(
    [
        table.Columns,
        .. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Text)]),
    ]);

    /// <summary>A row a point of a series; then a row a corner of an area and a row a cell of a map.</summary>
    public static string Of(Figure figure) => Write(
    [
        ["series", "x", "y"],
        .. figure.Series.SelectMany(Rows),
        .. figure.Areas.SelectMany((area, index) => area.X.Zip(area.Y, (x, y) => Row(Named("area", area.Name, index), x, y))),
        .. figure.Map is { } map ? Rows(map) : [],
    ]);

    private static IEnumerable<IReadOnlyList<string>> Rows(Series series, int index)
    {
        var name = Named("series", series.Name, index);
        foreach (var row in series.X.Zip(series.Y, (x, y) => Row(name, x, y)))
            yield return row;
        foreach (var row in series.X.Zip(series.Lower, (x, y) => Row(name + ", lower", x, y)))
            yield return row;
        foreach (var row in series.X.Zip(series.Upper, (x, y) => Row(name + ", upper", x, y)))
            yield return row;
    }

    // The centre of each cell, with its class or shade as the name.
    private static IEnumerable<IReadOnlyList<string>> Rows(FigureMap map)
    {
        for (var cell = 0; cell < map.Values.Count; cell++)
        {
            var x = map.XMin + ((map.XMax - map.XMin) * ((cell % map.Columns) + 0.5) / map.Columns);
            var y = map.YMin + ((map.YMax - map.YMin) * ((cell / map.Columns) + 0.5) / map.Rows);
            var value = map.Values[cell];
            yield return Row(map.Classes.Count > 0 && !double.IsNaN(value) ? map.Classes[(int)value] : Text(value), x, y);
        }
    }

    private static string Named(string kind, string name, int index) => name.Length > 0
        ? name
        : string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}");

    private static IReadOnlyList<string> Row(string name, double x, double y) => [name, Text(x), Text(y)];

    private static string Text(Cell cell) => cell.Text ?? (cell.Number is { } number ? Text(number) : "");

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Write(IEnumerable<IReadOnlyList<string>> rows) => string.Concat(rows.Select(CsvText.Row));
}
