using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;

namespace Hillock.Analysis.Properties;

/// <summary>Where f is undefined: logarithms and roots of negative numbers, divisions by 0.</summary>
internal static class DomainProperty
{
    /// <summary>The intervals and points without a value.</summary>
    public static Finding<FunctionDomain> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        if (new EnclosedFunction(anatomy.Formula).Over(Interval.Entire).Decoration != Decoration.Unknown)
            return new(new FunctionDomain([], []), Certainty.Proved, "Every part is defined everywhere.");
        if (anatomy.Form.Value is not { } form)
            return new(null, Certainty.NotDecided, $"Not all points are known: {anatomy.Form.WhyNot}.");
        if (anatomy.Junctions.Value is not { } junctions)
            return new(null, Certainty.NotDecided,
                $"What happens at one of them is not known: {anatomy.Junctions.WhyNot}.");
        var intervals = Enumerable.Range(0, form.Pieces.Count)
            .Where(i => form.Pieces[i] is null)
            .Select(i => new Enclosure(
                i == 0 ? double.NegativeInfinity : Place.Of(function, form.Breakpoints[i - 1]),
                i == form.Breakpoints.Count ? double.PositiveInfinity : Place.Of(function, form.Breakpoints[i])))
            .ToList();
        var points = junctions.Where(j => j.IsUndefined).Select(j => Place.Of(function, j.Point)).ToList();
        return new(new FunctionDomain(intervals, points), Certainty.Proved, intervals.Count + points.Count == 0
            ? "Where a part might be undefined it is not."
            : "There a part has no value, such as a logarithm of what is not positive or a division by 0.");
    }
}
