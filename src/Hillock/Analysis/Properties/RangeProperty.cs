using Hillock.Analysis.Ends;
using Hillock.Analysis.Intervals;
using Hillock.Analysis.Pieces;

namespace Hillock.Analysis.Properties;

/// <summary>Which values an activation takes: its infimum and supremum, enclosed, and whether they are attained.</summary>
internal static class RangeProperty
{
    // Enclosures narrower than this, relative to their size, leave open nothing that matters.
    private const double Narrow = 1e-9;

    /// <summary>The range; proved where both bounds are known to nine digits or are infinite, bounded where an enclosure
    /// is wider.</summary>
    public static Finding<FunctionRange> Of(AnalysedFunction function)
    {
        if (function.Shape is not { } shape) return WithoutShape(function);
        var (left, right) = (Limit(shape, right: false), Limit(shape, right: true));
        var infimum = Bound(Extent.Of(shape, 0, -1, withSeams: true));
        var supremum = Bound(Extent.Of(shape, 0, 1, withSeams: true));
        var range = new FunctionRange(infimum, supremum, left, right);
        return IsNarrow(infimum.Value) && IsNarrow(supremum.Value)
            ? new(range, Certainty.Proved, "Monotone pieces between enclosed turning points, limits at the ends, and "
                + "interval bounds where f is not cut into such pieces leave only these bounds, up to rounding.")
            : new(range, Certainty.Bounded, "Between the bounds f could not be cut into monotone pieces, so that interval "
                + "evaluation alone bounds it there.");
    }

    internal static bool IsNarrow(Enclosure value) =>
        value.Lower == value.Upper
        || (double.IsFinite(value.Lower) && double.IsFinite(value.Upper) && value.Upper - value.Lower <= Tolerance(value));

    private static double Tolerance(Enclosure value) =>
        Narrow * Math.Max(1e-3, Math.Max(Math.Abs(value.Lower), Math.Abs(value.Upper)));

    private static Bound Bound(Extreme extreme) => new(
        Enclosure.Of(extreme.Value), extreme.IsAttained, extreme.At is { } at ? Enclosure.Of(at) : null);

    private static Finding<FunctionRange> WithoutShape(AnalysedFunction function)
    {
        var enclosed = new EnclosedFunction(function.ExactFormula);
        var over = enclosed.Over(Interval.Entire);
        if (over.IsEmpty) return new(null, Certainty.NotDecided, $"It is defined nowhere, as far as seen: {function.WhyNoShape}.");
        var sample = SampleValues(enclosed);
        if (sample is not { } seen) return new(null, Certainty.NotDecided, $"Its pieces are unknown: {function.WhyNoShape}.");
        var range = new FunctionRange(
            new(new(over.Lower, seen.Lower), null, null), new(new(seen.Upper, over.Upper), null, null), null, null);
        return new(range, Certainty.Bounded, $"Interval evaluation and single values alone bound it: {function.WhyNoShape}.");
    }

    // Bounds on the infimum from above and on the supremum from below.
    private static (double Lower, double Upper)? SampleValues(EnclosedFunction function)
    {
        var values = Enumerable.Range(-200, 401)
            .Select(i => function.Over(i / 8.0))
            .Where(value => !value.IsEmpty && value.Decoration != Decoration.Unknown)
            .ToList();
        return values.Count == 0 ? null : (values.Min(value => value.Upper), values.Max(value => value.Lower));
    }

    private static Enclosure? Limit(Shape shape, bool right)
    {
        var piece = right ? shape.Function.Pieces[^1] : shape.Function.Pieces[0];
        if ((right ? piece.Right : piece.Left) is not null) return null;
        return piece.Limit(0, right) is { } limit ? new Enclosure(limit.Lower, limit.Upper) : null;
    }
}
