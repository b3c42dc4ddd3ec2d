using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Hillock.Lab.Reports.Charts;

/// <summary>Paints the SVG that charts are made of as pixels: paths, lines, rectangles, words and clipping.</summary>
/// <remarks>It knows no more of SVG than <see cref="Chart"/> and <see cref="ChartSvg"/> write. Words need a font that is
/// installed; where there is none they are left out.</remarks>
internal static class SvgRaster
{
    // There is no name that every system knows.
    private static readonly Lazy<string?> Family = new(() =>
        new[] { "Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans" }.FirstOrDefault(SKFontManager.Default.FontFamilies.Contains));

    /// <summary>The picture as a PNG file on a light ground, <paramref name="scale"/> pixels for a unit.</summary>
    public static byte[] Png(XElement svg, int scale = 2)
    {
        var (width, height) = ((int)Value(svg, "width"), (int)Value(svg, "height"));
        using var surface = SKSurface.Create(new SKImageInfo(width * scale, height * scale));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.Parse(Pen.Surface.ThemeColour.Light));
        canvas.Scale(scale);
        var clips = svg.Descendants(Svg.Space + "clipPath").ToDictionary(
            clip => $"url(#{clip.Attribute("id")!.Value})", clip => Area(clip.Elements().First()));
        Paint(svg.Elements(), canvas, clips);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Paint(IEnumerable<XElement> elements, SKCanvas canvas, Dictionary<string, SKRect> clips)
    {
        foreach (var element in elements)
        {
            switch (element.Name.LocalName)
            {
                case "g":
                    canvas.Save();
                    if (element.Attribute("clip-path") is { } clip) canvas.ClipRect(clips[clip.Value]);
                    Paint(element.Elements(), canvas, clips);
                    canvas.Restore();
                    break;
                case "path":
                    using (var path = SKPath.ParseSvgPathData(element.Attribute("d")!.Value)) Draw(element, canvas, path);
                    break;
                case "rect":
                    Draw(element, canvas, Path(path => path.AddRect(Area(element))));
                    break;
                case "line":
                    Draw(element, canvas, Path(path =>
                    {
                        path.MoveTo(Value(element, "x1"), Value(element, "y1"));
                        path.LineTo(Value(element, "x2"), Value(element, "y2"));
                    }));
                    break;
                case "circle":
                    Draw(element, canvas, Path(path =>
                        path.AddCircle(Value(element, "cx"), Value(element, "cy"), Value(element, "r"))));
                    break;
                case "ellipse":
                    Draw(element, canvas, Path(path => path.AddOval(Ellipse(element))));
                    break;
                case "text":
                    Write(element, canvas);
                    break;
            }
        }
    }

    private static SKPath Path(Action<SKPath> build)
    {
        var path = new SKPath();
        build(path);
        return path;
    }

    private static void Draw(XElement element, SKCanvas canvas, SKPath path)
    {
        if (Colour(element, "fill") is { } fill)
        {
            using var paint = new SKPaint { Color = fill, IsAntialias = true };
            canvas.DrawPath(path, paint);
        }

        if (Colour(element, "stroke") is not { } stroke) return;
        using var pen = new SKPaint
        {
            Color = stroke,
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = Value(element, "stroke-width"),
            PathEffect = Dashes(element),
        };
        canvas.DrawPath(path, pen);
    }

    private static void Write(XElement element, SKCanvas canvas)
    {
        var isBold = element.Attribute("font-weight") is not null;
        using var typeface = SKTypeface.FromFamilyName(Family.Value, isBold ? SKFontStyle.Bold : SKFontStyle.Normal);
        using var font = new SKFont(typeface, Value(element, "font-size"));
        using var paint = new SKPaint { Color = Colour(element, "fill")!.Value, IsAntialias = true };
        var align = (string?)element.Attribute("text-anchor") switch
        {
            "middle" => SKTextAlign.Center,
            "end" => SKTextAlign.Right,
            _ => SKTextAlign.Left,
        };
        canvas.DrawText(element.Value, Value(element, "x"), Value(element, "y"), align, font, paint);
    }

    private static SKRect Area(XElement rectangle) => SKRect.Create(
        Value(rectangle, "x"), Value(rectangle, "y"), Value(rectangle, "width"), Value(rectangle, "height"));

    private static SKRect Ellipse(XElement ellipse)
    {
        var (x, y) = (Value(ellipse, "rx"), Value(ellipse, "ry"));
        return SKRect.Create(Value(ellipse, "cx") - x, Value(ellipse, "cy") - y, 2 * x, 2 * y);
    }

    private static SKPathEffect? Dashes(XElement element) => element.Attribute("stroke-dasharray") is { } dashes
        ? SKPathEffect.CreateDash([.. dashes.Value.Split(' ').Select(Number)], 0)
        : null;

    private static SKColor? Colour(XElement element, string use) =>
        (string?)element.Attribute(use) is { } colour && colour != "none"
            ? SKColor.Parse(colour).WithAlpha((byte)Math.Round(255 * Opacity(element, use)))
            : null;

    private static float Opacity(XElement element, string use) =>
        element.Attribute(use + "-opacity") is { } opacity ? Number(opacity.Value) : 1;

    private static float Value(XElement element, string attribute) =>
        element.Attribute(attribute) is { } number ? Number(number.Value) : 0;

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
