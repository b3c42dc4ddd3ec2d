namespace Hillock.Lab.Experiments.Convergence;

/// <summary>A function at its best learning rate.</summary>
/// <param name="Rate">The rate; NaN where no rate brings all seeds to the threshold.</param>
/// <param name="Steps">The mean of the steps over the seeds; null where no rate does.</param>
/// <param name="Errors">The training errors of the first seed at that rate, or at the one that comes nearest.</param>
internal sealed record BestRate(double Rate, double? Steps, IReadOnlyList<double> Errors)
{
    /// <summary>Chooses among all rates of a function.</summary>
    public static BestRate Of(string function, IEnumerable<(ConvergenceRun Run, TimeToError Time)> all)
    {
        var rates = all.Where(pair => pair.Run.Function == function).GroupBy(pair => pair.Run.LearningRate)
            .Select(group => (Rate: group.Key, Steps: Mean([.. group.Select(pair => pair.Time)]), First: group.First().Time))
            .ToList();
        var best = rates.Where(rate => rate.Steps is not null).OrderBy(rate => rate.Steps).FirstOrDefault();
        return best.First is not null
            ? new(best.Rate, best.Steps, best.First.Errors)
            : new(double.NaN, null, rates.MinBy(rate => rate.First.Errors.DefaultIfEmpty(1).Min()).First.Errors);
    }

    /// <summary>The mean steps over seeds, all of which must have arrived.</summary>
    public static double? Mean(IReadOnlyList<TimeToError> times) =>
        times.All(time => time.Steps is not null) ? times.Average(time => time.Steps) : null;
}
