using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.AlmostEverywhere;

/// <summary>What counts and trainings must be.</summary>
internal static class KinkChecks
{
    private const double Unlikely = 0.0005;
    private const double Significant = 0.05;

    public static Check AsDenseAsFloats(long met, double expected) => Check.That(
        "As many numbers of N(0, 1) are exactly ±1 as the density of floats says (within 99.9 % of Poisson's law)",
        AtMost(met, expected) >= Unlikely && 1 - AtMost(met - 1, expected) >= Unlikely,
        $"{met}, expected {Numbers.Compact(expected, 3)}");

    public static Check SeldomMet(IReadOnlyList<KinkRun> runs, double seldom)
    {
        var (met, seen, text) = Meetings(runs);
        return Check.That(
            $"{runs[0].Function}: fewer than one pre-activation in a million is at a kink", met < seldom * seen, text);
    }

    /// <summary>That a comparison of slopes is one: the slope at the kink is used.</summary>
    public static Check OftenMet(IReadOnlyList<KinkRun> runs, double seldom)
    {
        var (met, seen, text) = Meetings(runs);
        return Check.That(
            "In rounded numbers kinks are met at least a hundred times as often as that", met >= 100 * seldom * seen, text);
    }

    public static Check Same(Workbench bench, IReadOnlyList<KinkRun> first, IReadOnlyList<KinkRun> second, string slope)
    {
        double[] one = [.. first.Select(run => run.Accuracy)], other = [.. second.Select(run => run.Accuracy)];
        var p = PairedTest.PValue(one, other);
        return Check.AtLength(
            bench, $"{(first[0].IsRounded ? "In rounded numbers slope" : "Slope")} {slope} at 0 ends at the accuracy of slope 0", p >= Significant,
            $"{Numbers.Fixed(100 * (other.Average() - one.Average()), 2)} points, p {Numbers.Probability(p)}") with
        {
            Remark = $"{Numbers.Count(first.Zip(second).Count(pair => pair.First.Loss == pair.Second.Loss), "pair")} of {first.Count} "
                + "the same to the last bit",
        };
    }

    public static Check BlankMeets(IReadOnlyList<KinkRun> runs) => Check.That(
        "The exception: with biases of 0 an input of zeros meets relu's kink in every unit", runs.All(run => run.BlankBefore == 1),
        $"{Numbers.Compact(100 * runs.Min(run => run.BlankBefore), 3)} %");

    private static (long Met, long Seen, string Text) Meetings(IReadOnlyList<KinkRun> runs)
    {
        var (met, seen) = (runs.Sum(run => run.Met), runs.Sum(run => run.Seen));
        return (met, seen, $"{met} of {Numbers.Compact(seen, 3)}");
    }

    // Poisson's law, up to so many.
    private static double AtMost(long count, double expected)
    {
        var (term, sum) = (Math.Exp(-expected), 0.0);
        for (var k = 0L; k <= count; k++)
        {
            sum += term;
            term *= expected / (k + 1);
        }

        return sum;
    }
}
