using System.Text.Json.Serialization;

namespace Hillock.Lab.Laboratory.Figures;

/// <summary>A filled polygon.</summary>
/// <param name="X">Its corners.</param>
/// <param name="Y">Its corners.</param>
/// <param name="Colour">The number of its colour, 0 to 6.</param>
/// <param name="Opacity">From 0 to 1.</param>
public sealed record FigureArea(
    [property: JsonConverter(typeof(PlotNumbersConverter))] IReadOnlyList<double> X,
    [property: JsonConverter(typeof(PlotNumbersConverter))] IReadOnlyList<double> Y,
    int Colour,
    double Opacity = 0.3)
{
    /// <summary>For the legend; empty to be left out of it.</summary>
    public string Name { get; init; } = "";
}
