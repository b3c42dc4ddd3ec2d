using System.Text.Json.Serialization;

namespace Hillock.Lab.Laboratory.Figures;

/// <summary>A line, or dots.</summary>
/// <param name="Name">For the legend; empty to be left out of it.</param>
/// <param name="X">Abscissas. NaN interrupts a line.</param>
/// <param name="Y">Ordinates.</param>
public sealed record Series(
    string Name,
    [property: JsonConverter(typeof(PlotNumbersConverter))] IReadOnlyList<double> X,
    [property: JsonConverter(typeof(PlotNumbersConverter))] IReadOnlyList<double> Y)
{
    /// <summary>How it is drawn.</summary>
    public SeriesStyle Style { get; init; } = SeriesStyle.Line;

    /// <summary>The number of its colour, 0 to 6; null for its place among the series with a name.</summary>
    public int? Colour { get; init; }

    /// <summary>Whether the line is dashed, as theory and bounds are.</summary>
    public bool Dashed { get; init; }

    /// <summary>Whether it is drawn in the colour of the text, as theory is, rather than in one of its own.</summary>
    public bool Plain { get; init; }

    /// <summary>The width of the line, or the size of the dots.</summary>
    public double Size { get; init; } = 2;

    /// <summary>The lower end of a band around it; empty for none.</summary>
    [JsonConverter(typeof(PlotNumbersConverter))]
    public IReadOnlyList<double> Lower { get; init; } = [];

    /// <summary>The upper end of the band.</summary>
    [JsonConverter(typeof(PlotNumbersConverter))]
    public IReadOnlyList<double> Upper { get; init; } = [];

    /// <summary>A histogram as an outline of steps.</summary>
    /// <param name="name">For the legend.</param>
    /// <param name="edges">The edges of the bins, ascending, one more than heights.</param>
    /// <param name="heights">How high each bin is.</param>
    public static Series Histogram(string name, IReadOnlyList<double> edges, IReadOnlyList<double> heights)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(heights);
        if (edges.Count != heights.Count + 1)
            throw new ArgumentException("There must be one edge more than heights.", nameof(edges));
        return new(
            name,
            [.. heights.SelectMany((_, i) => new[] { edges[i], edges[i + 1] })],
            [.. heights.SelectMany(height => new[] { height, height })]);
    }
}

/// <summary>How a series is drawn.</summary>
public enum SeriesStyle
{
    /// <summary>A line from point to point.</summary>
    Line,

    /// <summary>A dot at each point.</summary>
    Dots,

    /// <summary>A line with a dot at each point.</summary>
    LineAndDots,
}
