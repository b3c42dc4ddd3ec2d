using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.Shared;

/// <summary>Checks over seeds that two functions share.</summary>
internal static class PairedCheck
{
    private const double Significance = 0.05;

    /// <summary>That of the paired test; NaN for a single pair, of which nothing can be told.</summary>
    public static double PValue(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        first.Count > 1 ? PairedTest.PValue(first, second) : double.NaN;

    /// <summary>That the mean of one is less than that of the other. Where the seeds do not tell the two apart, it is not
    /// decided.</summary>
    /// <param name="bench">The bench.</param>
    /// <param name="statement">What should be so.</param>
    /// <param name="less">A number a seed that should be less.</param>
    /// <param name="more">The other's, in the same order of seeds.</param>
    /// <param name="write">How a number is written.</param>
    public static Check Less(
        Workbench bench, string statement, IReadOnlyList<double> less, IReadOnlyList<double> more, Func<double, string> write)
    {
        var measured = $"{write(less.Average())} and {write(more.Average())}";
        var p = PValue(less, more);
        if (!(p < Significance) && less.Average() != more.Average())
        {
            return new(statement, measured, Outcome.NotDecided)
            {
                Remark = less.Count == 1
                    ? "one seed tells nothing"
                    : $"{Numbers.Count(less.Count, "seed")} do not tell them apart, p = {Numbers.Probability(p)}",
            };
        }

        return Check.AtLength(bench, statement, less.Average() < more.Average(), measured) with
        {
            Remark = $"paired over {Numbers.Count(less.Count, "seed")}, p {(p < 0.001 ? "" : "= ")}{Numbers.Probability(p)}",
        };
    }

    /// <summary>That one is no higher than the other by a middle that is not the mean, such as a median: where it is higher
    /// but the seeds do not tell the two apart, it is not decided.</summary>
    /// <param name="bench">The bench.</param>
    /// <param name="statement">What should be so.</param>
    /// <param name="middle">Of a sample.</param>
    /// <param name="less">A number a seed that should be no higher.</param>
    /// <param name="more">The other's, in the same order of seeds.</param>
    /// <param name="write">How a number is written.</param>
    public static Check NoHigher(
        Workbench bench, string statement, Func<IEnumerable<double>, double> middle, IReadOnlyList<double> less,
        IReadOnlyList<double> more, Func<double, string> write)
    {
        var (first, second) = (middle(less), middle(more));
        var measured = $"{write(first)} and {write(second)}";
        if (first <= second)
            return Check.AtLength(bench, statement, true, measured);
        var p = PValue(less, more);
        return p < Significance
            ? Check.AtLength(bench, statement, false, measured) with { Remark = $"the seeds tell them apart, p = {Numbers.Probability(p)}" }
            : new(statement, measured, Outcome.NotDecided) { Remark = $"the seeds do not tell them apart, p = {Numbers.Probability(p)}" };
    }
}
