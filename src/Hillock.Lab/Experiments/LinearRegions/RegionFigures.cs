using Hillock.Lab.Laboratory.Figures;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>Pictures of regions and of their number.</summary>
internal static class RegionFigures
{
    private const int Colours = 7;

    public static Figure OnLine(IReadOnlyList<LineRegions> shapes)
    {
        int[] units = [.. shapes.Select(shape => shape.Widths.Sum()).Distinct().Order()];
        return new("regions-on-a-line", "Regions on a line, random networks")
        {
            X = new("units") { Min = 0 },
            Y = new("regions") { Min = 0 },
            Series =
            [
                new("units + 1", [.. units], [.. units.Select(count => count + 1.0)]) { Plain = true, Dashed = true },
                .. shapes.GroupBy(shape => shape.Function).Select(group => new Series(
                    group.Key,
                    [.. group.Select(shape => (double)shape.Widths.Sum())],
                    [.. group.Select(shape => shape.Counts.Average())]) { Style = SeriesStyle.Dots, Size = 8 }),
            ],
            Caption = "A dot is the mean over random networks of one shape. At 64 units there are five shapes, of one to eight layers.",
        };
    }

    public static Figure InTraining(IGrouping<string, TrainedRegions> runs) => new(
        $"regions-{runs.Key}", $"Regions in training on {runs.Key}")
    {
        X = new("updates + 1") { IsLogarithmic = true },
        Y = new("regions") { Min = 0 },
        Series =
        [
            .. runs.Where(run => run.Function is "relu" or "leaky_relu").Select((run, index) => new Series(
                $"{run.Function}, {LinearRegionsExperiment.Shape(run.Widths)}",
                [.. run.Updates.Select(update => update + 1.0)], [.. run.Counts.Select(count => (double)count)])
            {
                Colour = index % 3,
                Dashed = run.Function == "leaky_relu",
            }),
        ],
        Caption = "In the square around the points. One layer of 32 units could have 529.",
    };

    /// <summary>Neighbours differ by one unit that changes its piece, so that they never have one colour.</summary>
    public static Figure Cells(string id, string title, IReadOnlyList<PlaneCell> cells) => new(id, title)
    {
        IsSquare = true,
        X = new("x₁"),
        Y = new("x₂"),
        Areas = [.. cells.Select(cell => new FigureArea(cell.X, cell.Y, cell.Pieces % Colours, 0.6))],
        Caption = $"{cells.Count} regions in the square around the points; on each the network is linear. The colour tells how many units are on.",
    };
}
