using Hillock.Lab.Data;
using Hillock.Lab.Laboratory.Figures;

namespace Hillock.Lab.Experiments.PerceptronLines;

/// <summary>Decisions, lines and points in one picture.</summary>
internal static class PerceptronFigures
{
    private const double DotSize = 4;

    public static Figure Of(string id, string title, PerceptronRun run, DataSet points) => new(id, title)
    {
        IsSquare = true,
        X = Axis("x₁"),
        Y = Axis("x₂"),
        Map = new(PerceptronNetwork.MapSide, PerceptronNetwork.MapSide, run.Decisions, points.ClassNames)
        {
            XMin = -PerceptronNetwork.Reach,
            XMax = PerceptronNetwork.Reach,
            YMin = -PerceptronNetwork.Reach,
            YMax = PerceptronNetwork.Reach,
        },
        Series =
        [
            .. points.ClassNames.Select((_, index) => Dots(points, index)),
            .. run.Lines.Chunk(3).Select(Line).OfType<Series>(),
        ],
        Caption = FormattableString.Invariant(
            $"Shaded: what the network decides. Dashed: where each perceptron is 0. Accuracy {100 * run.Accuracy:0.0} %."),
    };

    private static FigureAxis Axis(string label) => new(label) { Min = -PerceptronNetwork.Reach, Max = PerceptronNetwork.Reach };

    private static Series Dots(DataSet points, int index)
    {
        int[] rows = [.. Enumerable.Range(0, points.Count).Where(row => points.Classes[row] == index)];
        return new("", [.. rows.Select(row => (double)points.Inputs[2 * row])], [.. rows.Select(row => (double)points.Inputs[(2 * row) + 1])])
        {
            Style = SeriesStyle.Dots,
            Colour = index,
            Size = DotSize,
        };
    }

    // The part of w₁x + w₂y + b = 0 that is in the picture: where it meets the four sides.
    private static Series? Line(double[] line)
    {
        const double reach = PerceptronNetwork.Reach;
        double[] ends = [-reach, reach];
        (double X, double Y)[] met =
        [
            .. ends.Select(x => (x, -((line[0] * x) + line[2]) / line[1])),
            .. ends.Select(y => (-((line[1] * y) + line[2]) / line[0], y)),
        ];
        met = [.. met.Where(point => Math.Abs(point.X) <= reach && Math.Abs(point.Y) <= reach)];
        return met.Length < 2
            ? null
            : new("", [met[0].X, met[^1].X], [met[0].Y, met[^1].Y]) { Plain = true, Dashed = true };
    }
}
