using System.Globalization;

namespace Hillock.Lab.Data;

/// <summary>A cell of a CSV file with its place, both from 1.</summary>
internal readonly record struct CsvCell(string File, int Line, int Column, string Text)
{
    private const double LargestWhole = 1e15;

    /// <summary>Whether it reads as a number, finite or not.</summary>
    public bool IsNumber => TryParse(Text, out _);

    /// <summary>Whether it would be a number if its comma were a point.</summary>
    public bool HasDecimalComma => Text.Contains(',') && TryParse(WithPoint, out _);

    /// <summary>Whether it is a whole number of which every digit counts.</summary>
    public bool IsWhole =>
        TryParse(Text, out double number) && double.IsInteger(number) && Math.Abs(number) <= LargestWhole;

    private string WithPoint => Text.Replace(',', '.');

    /// <summary>The number in the cell; what is none, or not finite, is an error.</summary>
    public double Number()
    {
        if (Text.Length == 0)
            throw Error("the cell is empty");
        if (HasDecimalComma)
            throw Error($"'{Text}' has a decimal comma; write {WithPoint} instead");
        if (!TryParse(Text, out double number))
            throw Error($"'{Text}' is not a number");
        // The data are held in single precision.
        if (!float.IsFinite((float)number))
            throw Error($"'{Text}' is not a finite number");
        return number;
    }

    /// <summary>An error in this cell.</summary>
    public DataException Error(string problem) => new($"{File}, line {Line}, column {Column}: {problem}.");

    private static bool TryParse(string text, out double number)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            return true;
        // What C, Python and R write for infinity, which .NET does not read.
        bool isInfinite = text.TrimStart('+', '-').Equals("inf", StringComparison.OrdinalIgnoreCase);
        number = isInfinite ? double.PositiveInfinity : double.NaN;
        return isInfinite;
    }
}
