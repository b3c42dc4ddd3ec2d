using Hillock.Lab.Laboratory.Figures;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>Errors and fits as pictures.</summary>
internal static class ApproximationFigures
{
    public static Figure Ball(IReadOnlyList<FitsOfSeeds> fits)
    {
        double[] units = [.. fits[0].Units.Select(count => (double)count)];
        var first = fits.Max(fit => fit.Errors[0]);
        return new("error-" + fits[0].Target.Replace(' ', '-'), $"Error in the unit ball, {fits[0].Target}")
        {
            X = new("units N") { IsLogarithmic = true },
            Y = new("root mean squared error") { IsLogarithmic = true },
            Series =
            [
                new("1/√N", units, [.. units.Select(count => first * Math.Sqrt(units[0] / count))]) { Plain = true, Dashed = true },
                .. fits.Select(Line),
            ],
        };
    }

    public static Figure Interval(int index, string target, IReadOnlyList<FitsOfSeeds> fits, IReadOnlyList<Floor> floors)
    {
        double[] units = [.. fits[0].Units.Select(count => (double)count)];
        return new($"error-target-{index + 1}", $"Error of {target} on [−1, 1]")
        {
            X = new("units N") { IsLogarithmic = true },
            Y = new("root mean squared error") { IsLogarithmic = true },
            Series =
            [
                .. floors.Select((floor, place) => new Series(
                    place == 0 ? "best polynomials of degree 1 to 3" : "",
                    [units[0], units[^1]], [floor.Error, floor.Error]) { Plain = true, Dashed = true, Size = 1 }),
                .. fits.Select(Line),
            ],
        };
    }

    public static Figure Picture(IReadOnlyList<FitsOfSeeds> fits, string target)
    {
        FitsOfSeeds[] shown = [.. fits.Where(fit => fit.Function is "tanh" or "x^2" or "x^3" or "identity")];
        var f = Activation.Parse(target);
        return new("fits", $"{target} by the largest networks")
        {
            X = new("x"),
            Series =
            [
                new(target, shown[0].Seeds[0].X, [.. shown[0].Seeds[0].X.Select(f.Value)]) { Plain = true, Dashed = true },
                .. shown.Select(fit => new Series(fit.Function, fit.Seeds[0].X, fit.Seeds[0].Outputs) { Size = 1.5 }),
            ],
            Caption = "A polynomial as activation gives the best polynomial of its degree, tanh lies on the target.",
        };
    }

    private static Series Line(FitsOfSeeds fit) => new(
        fit.Function, [.. fit.Units.Select(count => (double)count)], [.. fit.Errors]) { Style = SeriesStyle.LineAndDots, Size = 1.5 };
}
