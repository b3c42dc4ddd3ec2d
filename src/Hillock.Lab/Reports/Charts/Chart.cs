using System.Globalization;
using System.Xml.Linq;
using ScottPlot;

namespace Hillock.Lab.Reports.Charts;

/// <summary>
/// One picture. ScottPlot draws the lines and areas; every word is written here, as SVG text in a stack of fonts,
/// because Skia drops all text where no font is installed and would fix its place by one machine's fonts elsewhere.
/// </summary>
internal sealed class Chart : IDisposable
{
    private const int Top = 34;
    private const int Right = 16;

    // Half the height of a letter, which a label at the upper end of the axis needs above it.
    private const int TickRoom = 8;

    private readonly Plot _plot = new();
    private readonly List<LegendEntry> _legend = [];
    private readonly List<(double X, double Y, string Text)> _notes = [];
    private readonly ChartAxis _x;
    private readonly ChartAxis _y;
    private readonly int _width;
    private readonly int _height;

    public Chart(string name, string title, ChartAxis x, ChartAxis y, int width = 380, int height = 270)
    {
        (Name, Title, _x, _y, _width, _height) = (name, title, x, y, width, height);
        PrepareFrame();
    }

    /// <summary>The name of its file, without extension; also makes its ids unique on a page.</summary>
    public string Name { get; }

    /// <summary>The heading of the picture; may be empty on a page, where the text around it says what it is.</summary>
    public string Title { get; }

    /// <summary>What the picture is of, put before the title where it stands alone.</summary>
    public string Subject { get; init; } = "";

    public IReadOnlyList<LegendEntry> Legend => _legend;

    private int Left => 14 + (int)Math.Min(
        170, _y.Ticks().Select(tick => Svg.EstimatedWidth(tick.Label)).DefaultIfEmpty(0).Max());

    private int Bottom => _x.Label.Length > 0 ? 44 : 26;

    private int DataWidth => _width - Left - Right;

    private int DataHeight => _height - Top - Bottom;

    /// <summary>Lines across the picture at the labelled values; to be added before anything else.</summary>
    public void AddGrid()
    {
        foreach (var tick in _y.Ticks())
            AddLine([_x.Min, _x.Max], [tick.Value, tick.Value], Pen.Grid, 1);
        if (_y.Names is not null)
        {
            foreach (var tick in _x.Ticks())
                AddLine([tick.Value, tick.Value], [_y.Min, _y.Max], Pen.Grid, 1);
        }

        if (_y is { Min: < 0, Max: > 0, IsLogarithmic: false, Names: null })
            AddLine([_x.Min, _x.Max], [0, 0], Pen.Muted, 0.8f);
    }

    public void AddLine(IReadOnlyList<double> xs, IReadOnlyList<double> ys, Pen pen, float width = 2)
    {
        var line = _plot.Add.ScatterLine(PlaceX(xs), PlaceY(ys), pen.Sentinel);
        line.LineWidth = width;
    }

    public void AddBand(
        IReadOnlyList<double> xs, IReadOnlyList<double> lower, IReadOnlyList<double> upper, Pen pen, double opacity)
    {
        var band = _plot.Add.FillY(PlaceX(xs), PlaceY(lower), PlaceY(upper));
        band.FillColor = pen.Sentinel.WithAlpha(opacity);
        band.LineWidth = 0;
        band.MarkerStyle.IsVisible = false;
    }

    public void AddDots(
        IReadOnlyList<double> xs, IReadOnlyList<double> ys, Pen pen, float size,
        MarkerShape shape = MarkerShape.FilledCircle, double opacity = 1) =>
        _plot.Add.Markers(PlaceX(xs), PlaceY(ys), shape, size, pen.Sentinel.WithAlpha(opacity));

    public void AddArea(IReadOnlyList<double> xs, IReadOnlyList<double> ys, Pen pen, double opacity)
    {
        var area = _plot.Add.Polygon(PlaceX(xs).Zip(PlaceY(ys), (x, y) => new Coordinates(x, y)).ToArray());
        area.FillColor = pen.Sentinel.WithAlpha(opacity);
        area.LineWidth = 0;
    }

    public void Add(IPlottable plottable) => _plot.Add.Plottable(plottable);

    public void AddNote(double x, double y, string text) => _notes.Add((x, y, text));

    public void AddLegend(LegendEntry entry) => _legend.Add(entry);

    /// <summary>The picture as a file of its own, with legend and style sheet.</summary>
    public XDocument StandAlone()
    {
        var svg = Root(0, _height + Charts.Legend.Height(_width, _legend.Count));
        svg.Add(new XElement(Svg.Space + "style", Palette.StyleSheet));
        svg.Add(Content());
        svg.Add(Heading(FullTitle));
        svg.Add(Charts.Legend.Below(_legend, _width, _height));
        return new XDocument(svg);
    }

    /// <summary>The picture as part of a page, which brings the legend and the style sheet.</summary>
    public XElement Inline()
    {
        var svg = Title.Length > 0 ? Root(0, _height) : Root(Top - TickRoom, _height - (Top - TickRoom));
        // A picture that grows with the page would have larger letters than the text around it.
        svg.Add(new XAttribute("style", $"max-width:{Svg.Number(1.1 * _width)}px"));
        svg.Add(Content());
        if (Title.Length > 0)
            svg.Add(Heading(Title));
        return Svg.WithoutNamespace(svg);
    }

    public void Dispose() => _plot.Dispose();

    private string FullTitle => (Subject.Length, Title.Length) switch
    {
        (0, _) => Title,
        (_, 0) => Subject,
        _ => Svg.Shorten(Subject, _width - 20 - Svg.EstimatedWidth(Title)) + ": " + Title,
    };

    private XElement Heading(string text) => Svg.Text(Svg.Shorten(text, _width - 20), 2, 15, Pen.Ink, isTitle: true);

    private XElement Root(int top, int height) => new(
        Svg.Space + "svg",
        new XAttribute("class", "chart"),
        new XAttribute("role", "img"),
        new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 {top} {_width} {height}")),
        new XAttribute("width", _width),
        new XAttribute("height", height),
        new XElement(
            Svg.Space + "title", string.Join(": ", new[] { Subject, Title }.Where(part => part.Length > 0))));

    private IEnumerable<XElement> Content() =>
    [
        .. ChartSvg.Shapes(_plot, _width, _height, Name + "-"),
        .. _x.Ticks().Select(tick => Svg.Text(
            tick.Label, PixelX(tick.Value), _height - Bottom + 17, Pen.Muted, "middle")),
        .. _y.Ticks().Select(tick => Svg.Text(
            Svg.Shorten(tick.Label, Left - 10), Left - 7, PixelY(tick.Value) + 4, Pen.Muted, "end")),
        .. _x.Label.Length > 0
            ? [Svg.Text(_x.Label, Left + DataWidth, _height - 8, Pen.Muted, "end")]
            : Array.Empty<XElement>(),
        .. _y.Label.Length > 0
            ? [Svg.Text(_y.Label, 2, Top - 8, Pen.Muted)]
            : Array.Empty<XElement>(),
        .. _notes.SelectMany(note => Svg.TextOnLines(note.Text, PixelX(note.X), PixelY(note.Y) + 4, Pen.Muted)),
    ];

    private void PrepareFrame()
    {
        _plot.FigureBackground.Color = ScottPlot.Colors.Transparent;
        _plot.DataBackground.Color = ScottPlot.Colors.Transparent;
        _plot.Layout.Fixed(new PixelPadding(Left, Right, Bottom, Top));
        _plot.Axes.SetLimits(_x.Place(_x.Min), _x.Place(_x.Max), _y.Place(_y.Min), _y.Place(_y.Max));
        foreach (var axis in _plot.Axes.GetAxes())
            axis.IsVisible = false;
        _plot.HideGrid();
    }

    private double[] PlaceX(IEnumerable<double> values) => [.. values.Select(_x.Place)];

    private double[] PlaceY(IEnumerable<double> values) => [.. values.Select(_y.Place)];

    private double PixelX(double value) =>
        Left + DataWidth * (_x.Place(value) - _x.Place(_x.Min)) / (_x.Place(_x.Max) - _x.Place(_x.Min));

    private double PixelY(double value) =>
        Top + DataHeight * (_y.Place(_y.Max) - _y.Place(value)) / (_y.Place(_y.Max) - _y.Place(_y.Min));
}
