using System.Text.Json.Serialization;

namespace Hillock.Lab.Laboratory.Figures;

/// <summary>A grid of cells that fills a rectangle.</summary>
/// <param name="Columns">Cells in a row.</param>
/// <param name="Rows">Rows, the first at the bottom.</param>
/// <param name="Values">Row by row: from 0 (clear) to 1 (full colour) where <paramref name="Classes"/> is empty, else the
/// number of a class. NaN leaves a cell empty.</param>
/// <param name="Classes">The names of classes, a colour each; empty for shades of one colour.</param>
public sealed record FigureMap(
    int Columns,
    int Rows,
    [property: JsonConverter(typeof(PlotNumbersConverter))] IReadOnlyList<double> Values,
    IReadOnlyList<string> Classes)
{
    /// <summary>Left end.</summary>
    public required double XMin { get; init; }

    /// <summary>Right end.</summary>
    public required double XMax { get; init; }

    /// <summary>Lower end.</summary>
    public required double YMin { get; init; }

    /// <summary>Upper end.</summary>
    public required double YMax { get; init; }
}
