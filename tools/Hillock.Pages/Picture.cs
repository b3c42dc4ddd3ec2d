using System.Globalization;
using System.Text;

namespace Hillock.Pages;

/// <summary>A small picture of an activation on [−5, 5]: f in a full line, f′ in a broken one.</summary>
internal static class Picture
{
    private const int Width = 240;
    private const int Height = 160;
    private const int Samples = 161;
    private const double Reach = 5;
    private const double Highest = 6;

    public static string Draw(Activation activation)
    {
        double[] x = [.. Enumerable.Range(0, Samples).Select(i => -Reach + (2 * Reach * i / (Samples - 1)))];
        double[] value = new double[Samples], slope = new double[Samples];
        activation.Kernel<double>().Value(x, value);
        activation.Kernel<double>().Derivative(1, x, slope);
        var (low, high) = Range(value, slope);
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" ")
            .Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {Width} {Height}\">\n");
        svg.Append("<style>path{fill:none;stroke-width:2}.a{stroke:#999;stroke-width:1}.f{stroke:#0b62a4}")
            .Append(".d{stroke:#d1495b;stroke-width:1.3;stroke-dasharray:4 3}</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"a\" d=\"M0 {Y(0):0.#}H{Width}")
            .Append(CultureInfo.InvariantCulture, $"M{Width / 2} 0V{Height}\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"d\" d=\"{Path(slope)}\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"f\" d=\"{Path(value)}\"/>\n</svg>\n");
        return svg.ToString();

        double Y(double y) => Height - 6 - ((Height - 12) * (y - low) / (high - low));

        string Path(double[] y)
        {
            var path = new StringBuilder();
            var last = -1;
            for (var i = 0; i < Samples; i++)
            {
                if (!Inside(i) || (last >= 0 && Inside(i + 1) && IsOnLine(last, i))) continue;
                // What lies outside of the picture is left out, not crossed.
                var connected = last >= 0 && Enumerable.Range(last, i - last).All(Inside);
                path.Append(connected ? 'L' : 'M')
                    .Append(CultureInfo.InvariantCulture, $"{Width * i / (Samples - 1.0):0.#} {Y(y[i]):0.#}");
                last = i;
            }

            return path.ToString();

            bool Inside(int i) => i < Samples && double.IsFinite(y[i]) && y[i] >= low - 1 && y[i] <= high + 1;

            // All that is skipped on the way from the last point to the next one, to a seventh of a pixel.
            bool IsOnLine(int from, int i) => Enumerable.Range(from + 1, i - from).All(k =>
                Math.Abs(Y(y[k]) - Y(y[from] + ((y[i + 1] - y[from]) * (k - from) / (i + 1 - from)))) < 0.15);
        }
    }

    private static (double Low, double High) Range(double[] value, double[] slope)
    {
        var finite = value.Concat(slope).Where(v => double.IsFinite(v) && Math.Abs(v) <= Highest).Append(0).ToList();
        var (low, high) = (finite.Min(), finite.Max());
        return high - low > 0.5 ? (low, high) : (low - 0.5, high + 0.5);
    }
}
