using System.Globalization;
using Hillock.Analysis.MeanField;

namespace Hillock.Analysis.Properties;

/// <summary>Whether E f(x) = 0 for x ~ N(0, 1).</summary>
public static class ZeroCentred
{
    /// <summary>A mean below this share of √E f² is 0 to all that is asked for.</summary>
    private const double Near = 1e-8;

    internal static Finding<bool> Of(AnalysedFunction f, NormalMoments moments)
    {
        if (moments.Mean.Value is not { } mean) return new(
            false, moments.Mean.Status == Certainty.Proved ? Certainty.Proved : Certainty.NotDecided, moments.Mean.Because);
        if (Parity.IsOdd(f.ExactFormula)) return new(true, Certainty.Proved, "f is odd.");
        if (moments.Mean.Status == Certainty.Measured)
            return new(Math.Abs(mean.Value) <= Largest(moments), Certainty.Measured, Sentence($"E f = {mean.Value:G6}."));
        var (lower, upper) = mean.Bounds;
        if (lower > 0 || upper < 0)
            return new(false, Certainty.Proved, Sentence($"E f lies between {lower:G6} and {upper:G6}."));
        var size = Math.Max(-lower, upper);
        return size <= Largest(moments)
            ? new(true, Certainty.Bounded, Sentence($"|E f| is at most {size:G2}."))
            : new(false, Certainty.NotDecided, Sentence($"E f lies between {lower:G6} and {upper:G6}."));
    }

    private static double Largest(NormalMoments moments) =>
        Near * Math.Sqrt(moments.Square.Value?.Value ?? 1);

    private static string Sentence(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
