using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.Shared;

/// <summary>Checks over seeds that two functions share.</summary>
internal static class PairedCheck
{
    private const double Significance = 0.05;

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
        var p = less.Count > 1 ? PairedTest.PValue(less, more) : double.NaN;
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
}
