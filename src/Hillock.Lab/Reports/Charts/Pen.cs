namespace Hillock.Lab.Reports.Charts;

/// <summary>How a series looks: a colour of the <see cref="Palette"/> and a pattern of dashes.</summary>
/// <param name="Colour">Index in <see cref="Palette.Colours"/>.</param>
/// <param name="Dash">Index in <see cref="DashPatterns"/>.</param>
internal readonly record struct Pen(int Colour, int Dash = 0)
{
    /// <summary>Lengths of dashes and gaps; the first is a solid line.</summary>
    public static readonly IReadOnlyList<string> DashPatterns = ["", "7 3", "2 2.5", "9 3 2 3", "14 4"];

    /// <summary>The reddest channel of a sentinel; no other colour of a chart has it.</summary>
    private const byte SentinelRed = 0xFE;

    public static readonly Pen Ink = new(Palette.Ink);
    public static readonly Pen Muted = new(Palette.Muted);
    public static readonly Pen Grid = new(Palette.Grid);
    public static readonly Pen Surface = new(Palette.Surface);

    public ThemeColour ThemeColour => Palette.Colours[Colour];

    public string DashPattern => DashPatterns[Dash];

    /// <summary>The look of the n-th series: 35 in all, because 7 colours and 5 patterns take turns.</summary>
    public static Pen Series(int index) => new(index % Palette.SeriesCount, index % DashPatterns.Count);

    /// <summary>
    /// The colour that stands for this pen while ScottPlot draws. Dashes and themes are put in afterwards, by
    /// <see cref="ChartSvg"/>, because Skia knows neither style sheets nor dashes when it writes SVG.
    /// </summary>
    public ScottPlot.Color Sentinel => new(SentinelRed, (byte)Dash, (byte)Colour);

    /// <summary>The pen that a colour like <c>#FE0103</c> stands for, or null.</summary>
    public static Pen? FromSentinel(string colour)
    {
        if (colour.Length != 7 || !colour.StartsWith("#FE", StringComparison.OrdinalIgnoreCase))
            return null;
        var (dash, index) = (Convert.ToInt32(colour[3..5], 16), Convert.ToInt32(colour[5..7], 16));
        return index < Palette.Colours.Count && dash < DashPatterns.Count ? new Pen(index, dash) : null;
    }
}
