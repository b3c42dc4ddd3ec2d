namespace Hillock.Lab.Laboratory.Figures;

/// <summary>A picture as data: it is drawn as SVG and written as a CSV file.</summary>
/// <param name="Id">The name of its files, in kebab case; unique in the experiment.</param>
/// <param name="Title">What it shows, short.</param>
public sealed record Figure(string Id, string Title)
{
    /// <summary>The horizontal axis.</summary>
    public FigureAxis X { get; init; } = new();

    /// <summary>The vertical axis.</summary>
    public FigureAxis Y { get; init; } = new();

    /// <summary>A map below everything else, or null.</summary>
    public FigureMap? Map { get; init; }

    /// <summary>Filled polygons, the first at the bottom.</summary>
    public IReadOnlyList<FigureArea> Areas { get; init; } = [];

    /// <summary>Lines and dots, the first at the bottom.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Words in the picture.</summary>
    public IReadOnlyList<FigureNote> Notes { get; init; } = [];

    /// <summary>What to see in it; may be empty.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Whether both axes have the same scale, as in a map of a plane; the picture is then square.</summary>
    public bool IsSquare { get; init; }
}

/// <summary>An axis.</summary>
/// <param name="Label">What is written next to it.</param>
public sealed record FigureAxis(string Label = "")
{
    /// <summary>Written behind every number, such as “ %”.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether it is logarithmic.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>The lowest value; null to show all there is.</summary>
    public double? Min { get; init; }

    /// <summary>The highest value; null to show all there is.</summary>
    public double? Max { get; init; }
}

/// <summary>Words at a place.</summary>
/// <param name="X">Where.</param>
/// <param name="Y">Where.</param>
/// <param name="Text">The words.</param>
public sealed record FigureNote(double X, double Y, string Text);
