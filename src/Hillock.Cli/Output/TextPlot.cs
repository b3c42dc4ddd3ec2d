namespace Hillock.Cli.Output;

/// <summary>Curves drawn with Braille characters, eight dots each, with axes and their ends.</summary>
internal static class TextPlot
{
    private const int DotsAcross = 2;
    private const int DotsDown = 4;

    // The bits of the dots of a Braille character, column by column from the top.
    private static readonly int[,] Dot = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    /// <summary>The lines of a plot of f over [from, to], columns × rows characters without the labels.</summary>
    public static IReadOnlyList<string> Draw(Func<double, double> f, double from, double to, int columns, int rows)
    {
        var width = columns * DotsAcross;
        var values = Enumerable.Range(0, width).Select(i => f(from + ((to - from) * i / (width - 1)))).ToArray();
        var (low, high) = Range(values);
        var cells = new int[rows, columns];
        DrawAxes(cells, from, to, low, high);
        var height = rows * DotsDown;
        int? last = null;
        for (var i = 0; i < width; i++)
        {
            int? y = double.IsFinite(values[i]) ? (int)Math.Round((values[i] - low) / (high - low) * (height - 1)) : null;
            if (y is { } now) DrawColumn(cells, i, last ?? now, now);
            last = y;
        }

        return Label(cells, from, to, low, high);
    }

    private static (double Low, double High) Range(double[] values)
    {
        var finite = values.Where(double.IsFinite).ToList();
        if (finite.Count == 0) return (-1, 1);
        var (low, high) = (Math.Min(0, finite.Min()), Math.Max(0, finite.Max()));
        return high > low ? (low, high) : (low - 1, high + 1);
    }

    // A steep curve is drawn as a vertical stroke from the last height, so that it stays connected.
    private static void DrawColumn(int[,] cells, int x, int from, int to)
    {
        var step = Math.Sign(to - from);
        for (var y = from == to ? to : from + step; ; y += step)
        {
            Set(cells, x, y);
            if (y == to) return;
        }
    }

    private static void DrawAxes(int[,] cells, double from, double to, double low, double high)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var zeroRow = (int)Math.Round(-low / (high - low) * ((rows * DotsDown) - 1));
        for (var x = 0; x < columns * DotsAcross; x += 4) Set(cells, x, zeroRow);
        if (from > 0 || to < 0) return;
        var zeroColumn = (int)Math.Round(-from / (to - from) * ((columns * DotsAcross) - 1));
        for (var y = 0; y < rows * DotsDown; y += 3) Set(cells, zeroColumn, y);
    }

    private static void Set(int[,] cells, int x, int y)
    {
        var fromTop = (cells.GetLength(0) * DotsDown) - 1 - y;
        cells[fromTop / DotsDown, x / DotsAcross] |= Dot[fromTop % DotsDown, x % DotsAcross];
    }

    private static List<string> Label(int[,] cells, double from, double to, double low, double high)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var (top, bottom) = (Numbers.Short(high), Numbers.Short(low));
        var margin = Math.Max(top.Length, bottom.Length);
        var lines = new List<string>();
        for (var row = 0; row < rows; row++)
        {
            var label = row == 0 ? top : row == rows - 1 ? bottom : "";
            var line = string.Concat(Enumerable.Range(0, columns).Select(column => (char)(0x2800 + cells[row, column])));
            lines.Add($"{label.PadLeft(margin)} {line}");
        }

        var (left, right) = (Numbers.Short(from), Numbers.Short(to));
        lines.Add($"{new string(' ', margin)} {left}{right.PadLeft(Math.Max(0, columns - left.Length))}");
        return lines;
    }
}
