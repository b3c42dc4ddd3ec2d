using Hillock.Analysis.Reports;
using Hillock.Lab.Reports.Charts;

namespace Hillock.Lab.Reports;

/// <summary>The picture of one activation: curve and derivative, kinks, tangents, and where it saturates.</summary>
public static class FunctionPlot
{
    private const int Width = 640;
    private const int Height = 400;

    // Where tangents are drawn, apart from the kinks.
    private static readonly double[] Places = [-3, -1, 0, 1, 3];
    private const int MostAtKinks = 4;

    /// <summary>Whether a file name is one of a picture: <c>.svg</c> or <c>.png</c>.</summary>
    public static bool IsPicture(string file) => IsSvg(file) || file.EndsWith(".png", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the picture; PNG has two pixels to a unit and needs an installed font for its words.</summary>
    /// <param name="activation">The activation, with its default parameters.</param>
    /// <param name="report">Its properties.</param>
    /// <param name="file">The file, by its name SVG or PNG.</param>
    public static void Write(Activation activation, PropertyReport report, string file)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(file);
        using var chart = FunctionChart.Draw(Picture(activation, report), "function", Width, Height);
        var svg = chart.StandAlone();
        if (IsSvg(file)) File.WriteAllText(file, Report.ToText(svg));
        else File.WriteAllBytes(file, SvgRaster.Png(svg.Root!));
    }

    /// <summary>What a picture of the activation shows.</summary>
    internal static FunctionPicture Picture(Activation activation, PropertyReport report)
    {
        var picture = FunctionPictures.Of(activation, activation.Id);
        return picture with
        {
            Saturated = [.. SaturatedZones.Of(picture, report)],
            Tangents = [.. Tangents(activation, picture)],
        };
    }

    private static IEnumerable<Tangent> Tangents(Activation activation, FunctionPicture picture) =>
        Places.Concat(picture.Kinks.Where(kink => kink > picture.X[0] && kink < picture.X[^1]).Take(MostAtKinks))
            .Distinct()
            .Select(x => new Tangent(x, activation.Value(x), activation.DerivativeAt(x)))
            .Where(tangent => double.IsFinite(tangent.Y) && double.IsFinite(tangent.Slope));

    private static bool IsSvg(string file) => file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
}
