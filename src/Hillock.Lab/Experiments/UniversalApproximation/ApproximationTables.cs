using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>Errors in numbers.</summary>
internal static class ApproximationTables
{
    public static ResultTable Balls(IReadOnlyList<FitsOfSeeds> fits) => new(
        "balls", "Errors in the unit ball, geometric means over the seeds",
        ["inputs", "function", .. fits[0].Units.Select(units => $"N = {units}"), "slope", "largest N, other points"],
        [.. fits.Select(fit => (Cell[])
        [
            fit.Target, fit.Function, .. fit.Errors, fit.MeanSlope, Math.Exp(fit.Seeds.Average(seed => Math.Log(seed.TestError))),
        ])])
    {
        Digits = 3,
        Note = "On other points than the 3000 fitted ones the largest networks are worse, the more the more inputs there are: how well "
            + "they generalise is another question than how well they approximate.",
    };

    public static ResultTable Intervals(IReadOnlyList<FitsOfSeeds> fits, IReadOnlyList<Floor> floors) => new(
        "intervals", "Errors on [−1, 1], geometric means over the seeds",
        ["target", "function", .. fits[0].Units.Select(units => $"N = {units}"), "best polynomial"],
        [.. fits.Select(fit => (Cell[])
        [
            fit.Target, fit.Function, .. fit.Errors,
            floors.FirstOrDefault(floor => floor.Target == fit.Target && floor.Function == fit.Function)?.Error,
        ])]) { Digits = 3 };

    public static ResultTable Constructions(IReadOnlyList<Construction> networks, IReadOnlyList<string> targets) => new(
        "constructions", "",
        ["target", "function", "units", "largest error", "bound"],
        [.. networks.Select((network, index) => (Cell[])
        [
            targets[index * targets.Count / networks.Count], network.Function, network.Units, network.Error, network.Bound,
        ])]) { Digits = 3 };
}
