using System.Text;

namespace Hillock.Lab.Reports.Charts;

/// <summary>A colour with one value for light pages and one for dark pages.</summary>
internal sealed record ThemeColour(string Name, string Light, string Dark);

/// <summary>
/// The colours of all charts. The series follow Okabe and Ito, whose colours stay apart for colour-blind readers;
/// the pale ones are darkened so that thin lines keep contrast on white.
/// </summary>
internal static class Palette
{
    public const int SeriesCount = 7;
    public const int Ink = 7;
    public const int Muted = 8;
    public const int Grid = 9;
    public const int Surface = 10;

    public static readonly IReadOnlyList<ThemeColour> Colours =
    [
        new("series-0", "#0072b2", "#5cb0ee"),
        new("series-1", "#d55e00", "#ff8d4d"),
        new("series-2", "#008a65", "#2fcb9f"),
        new("series-3", "#b4508c", "#eb9fcb"),
        new("series-4", "#b98000", "#f2b632"),
        new("series-5", "#4aa3d9", "#a9dcff"),
        new("series-6", "#333333", "#f0f0f0"),
        new("ink", "#222222", "#e6e4df"),
        new("muted", "#6b6862", "#a09c94"),
        new("grid", "#e3e0d9", "#3a3835"),
        new("surface", "#fffefb", "#191817"),
    ];

    /// <summary>
    /// The style sheet of charts. Shapes carry the light colour as an attribute too, for viewers without style sheets.
    /// </summary>
    public static string StyleSheet { get; } = BuildStyleSheet();

    private static string BuildStyleSheet()
    {
        var sheet = new StringBuilder();
        sheet.Append(".chart{").Append(Variables(colour => colour.Light)).Append("}\n");
        sheet.Append("@media (prefers-color-scheme:dark){.chart{").Append(Variables(colour => colour.Dark));
        sheet.Append("}}\n");
        foreach (var colour in Colours)
        {
            sheet.Append(".fill-").Append(colour.Name).Append("{fill:var(--").Append(colour.Name).Append(")}");
            sheet.Append(".stroke-").Append(colour.Name).Append("{stroke:var(--").Append(colour.Name).Append(")}\n");
        }

        sheet.Append(".chart text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,")
            .Append("'Liberation Sans','DejaVu Sans',sans-serif;font-variant-numeric:tabular-nums}\n");
        return sheet.ToString();
    }

    private static string Variables(Func<ThemeColour, string> value) =>
        string.Concat(Colours.Select(colour => $"--{colour.Name}:{value(colour)};"));
}
