using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>What the theorems say of errors.</summary>
internal static class ApproximationChecks
{
    private const double Same = 1e-3;

    public static Check FallsLikeRoot(string target, IReadOnlyList<FitsOfSeeds> fits)
    {
        var slowest = fits.MaxBy(fit => fit.MeanSlope)!;
        return Check.That(
            $"{target}: the slope of log error against log N is −0.5 or steeper, for the slowest of {Numbers.List([.. fits.Select(fit => fit.Function)])}",
            slowest.MeanSlope <= -0.5, $"{Numbers.Fixed(slowest.MeanSlope, 2)} ({slowest.Function})") with
        {
            Remark = slowest.MeanSlope <= -0.5
                ? null
                : $"missed by {Numbers.Compact(slowest.MeanSlope + 0.5, 2)}; the theorem bounds the error, as the check of the bound below "
                + "tests, and promises no slope between two numbers of units",
        };
    }

    public static Check BelowBarron(IReadOnlyList<FitsOfSeeds> fits)
    {
        var most = fits.SelectMany(fit => fit.Seeds).Max(fit => fit.Units.Zip(fit.Errors, (units, error) =>
            error * error / BarronTarget.SquaredErrorBound(fit.Constant, units)).Max());
        return Check.That(
            "Squared errors of sigmoid and tanh are below (2·C_f)²/N at every N: largest share of the bound", most <= 1,
            Numbers.Compact(most, 2));
    }

    public static IEnumerable<Check> KeepBounds(IReadOnlyList<Construction> constructions) =>
        from construction in constructions
        group construction by construction.Function into known
        let most = known.Max(construction => construction.Error / construction.Bound)
        let promise = known.Key == "relu" ? "h²·max|f″|/8" : "h·max|f′|"
        // Rounding may lift an error that meets its bound exactly.
        select Check.That(
            $"The network of the proof from {known.Key} keeps {promise}: largest share of the bound", most <= 1 + 1e-9, Numbers.Compact(most, 4));

    public static Check PolynomialsStay(IReadOnlyList<FitsOfSeeds> fits, IReadOnlyList<Floor> floors)
    {
        var farthest = floors.Max(floor =>
        {
            var fit = fits.First(known => known.Target == floor.Target && known.Function == floor.Function);
            // So few units need not span all polynomials of the degree yet.
            return fit.Seeds.Max(seed => seed.Units.Zip(seed.Errors).Where(pair => pair.First >= 4)
                .Max(pair => Math.Abs((pair.Second / floor.Error) - 1)));
        });
        return Check.That(
            "From 4 units on identity, x² and x³ stay at the error of the best polynomial of their degree, for every target: largest relative "
            + "difference", farthest <= Same, Numbers.Compact(farthest, 2));
    }

    public static Check OthersGetBelow(Workbench bench, IReadOnlyList<FitsOfSeeds> fits, IReadOnlyList<Floor> floors)
    {
        double Share(FitsOfSeeds fit) =>
            fit.Errors[^1] / floors.First(floor => floor.Target == fit.Target && floor.Function == "x^3").Error;
        var worst = fits.MaxBy(Share)!;
        return Check.AtLength(
            bench, "Every other function gets below a tenth of the best cubic's error, for every target: largest share", Share(worst) < 0.1,
            $"{Numbers.Compact(Share(worst), 2)} ({worst.Function}, {worst.Target})");
    }
}
