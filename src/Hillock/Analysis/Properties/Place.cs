using Hillock.Analysis.Limits;
using Hillock.Expressions;

namespace Hillock.Analysis.Properties;

/// <summary>The double that stands for a point in a report.</summary>
internal static class Place
{
    /// <summary>The place of the kink that the definition names, where it lies within rounding of the point; else the
    /// double nearest to the point. A formula says −2.5 where 0.2·x + 0.5 is 0, although the double 0.2 is not 1/5.
    /// </summary>
    public static double Of(AnalysedFunction function, Breakpoint point)
    {
        var nearest = point.Nearest;
        foreach (var kink in function.Definition.Kinks)
        {
            var named = PlainEvaluation.Evaluate(function.WithValues(kink.Location), double.NaN, NoParameters);
            if (Math.Abs(named - nearest) <= 4 * (Math.BitIncrement(Math.Abs(nearest)) - Math.Abs(nearest)))
                return named;
        }

        return nearest;
    }

    private static readonly Dictionary<string, double> NoParameters = [];
}
