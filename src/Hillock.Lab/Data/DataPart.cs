namespace Hillock.Lab.Data;

/// <summary>Some rows of a data set: those to train on, or those to test on.</summary>
public sealed record DataPart
{
    /// <summary>The data set the rows are from.</summary>
    public required DataSet Data { get; init; }

    /// <summary>Which rows of <see cref="Data"/>, in ascending order.</summary>
    public required int[] Rows { get; init; }

    /// <summary>The inputs, row by row, as many numbers a row as the data set has features.</summary>
    public required float[] Inputs { get; init; }

    /// <summary>The class of each row; empty for regression.</summary>
    public required int[] Classes { get; init; }

    /// <summary>The target of each row; empty for classification.</summary>
    public required float[] Targets { get; init; }

    /// <summary>Rows.</summary>
    public int Count => Rows.Length;
}
