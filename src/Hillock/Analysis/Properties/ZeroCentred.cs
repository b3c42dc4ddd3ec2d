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
        if (BySymmetry(f) is { } proved) return proved;
        if (moments.Mean.Status == Certainty.Measured)
            return new(Math.Abs(mean.Value) <= Largest(moments), Certainty.Measured, Sentence($"E f = {mean.Value:G6}."));
        var (lower, upper) = mean.Bounds;
        if (lower > 0 || upper < 0)
            return new(false, Certainty.Proved, Between(lower, upper));
        var size = Math.Max(-lower, upper);
        return size <= Largest(moments)
            // No enclosure tells 0 from its neighbours.
            ? new(true, Certainty.Measured, Sentence($"|E f| is at most {size:G2}, which is taken for 0."))
            : new(false, Certainty.NotDecided, Between(lower, upper));
    }

    // The mean exists, so that what mirrors each other cancels.
    private static Finding<bool>? BySymmetry(AnalysedFunction f)
    {
        if (Parity.IsOdd(f.ExactFormula)) return new(true, Certainty.Proved, "f is odd, but for single points at most.");
        return SymmetryProperty.Of(f) is not { Status: Certainty.Proved, Value: { } symmetry } ? null
            : symmetry.Kind switch
            {
                SymmetryKind.Odd => new(true, Certainty.Proved, "f is odd."),
                SymmetryKind.OddAboutAPoint when Math.Abs(symmetry.Centre ?? 0) > Near => new(
                    false, Certainty.Proved, Sentence($"f is odd about (0, c), so that E f = c = {symmetry.Centre:G6}.")),
                _ => null,
            };
    }

    private static string Between(double lower, double upper)
    {
        var (least, most) = (Sentence($"{lower:G6}"), Sentence($"{upper:G6}"));
        return least == most ? $"E f is {least} to the digits written." : $"E f lies between {least} and {most}.";
    }

    private static double Largest(NormalMoments moments) =>
        Near * Math.Sqrt(moments.Square.Value?.Value ?? 1);

    private static string Sentence(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
