using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.PerceptronLines;

/// <summary>What lines can and cannot do.</summary>
internal static class PerceptronChecks
{
    public static Check NoBetterThanALine(IReadOnlyList<PerceptronRun> runs, BestLine line)
    {
        var best = runs.Max(run => run.Accuracy);
        return Check.That(
            "No perceptron, alone or three added up, parts more than the best of all lines: most, and the best line", best <= line.Accuracy + 1e-9,
            $"{Numbers.Fixed(100 * best, 1)} %, {Numbers.Fixed(100 * line.Accuracy, 1)} %");
    }

    public static Check Encloses(Workbench bench, PerceptronRun best, double enough) => Check.AtLength(
        bench, $"Three perceptrons with {best.Function} part {Numbers.Fixed(100 * enough, 0)} % in the best of the seeds", best.Accuracy >= enough,
        $"{Numbers.Fixed(100 * best.Accuracy, 1)} %");
}
