namespace Hillock.Verification;

/// <summary>The inputs near a sign change, or all that are near none: each with its own measure of errors.</summary>
internal sealed record Region(SignChange? Near, UlpMeasure Measure, IReadOnlyList<Stratum> Strata)
{
    /// <summary>Divides the inputs at the neighbourhoods of sign changes.</summary>
    public static IEnumerable<Region> Divide(
        ElementType type, IReadOnlyList<Stratum> strata, IReadOnlyList<SignChange> changes)
    {
        var rest = strata.Select(stratum => stratum.Segments);
        foreach (var change in changes)
        {
            var (from, to) = change.Near(type);
            var near = rest.Select(segments => segments.Select(s => s.Within(from, to)).Where(s => s.Count > 0).ToList());
            yield return new Region(change, new UlpMeasure(type, SignChange.SmallestUnit(type)), Whole(near));
            rest = rest.Select(segments => segments.SelectMany(s => s.Without(from, to)).ToList()).ToList();
        }

        yield return new Region(null, new UlpMeasure(type), Whole(rest));
    }

    private static List<Stratum> Whole(IEnumerable<IReadOnlyList<Segment>> strata) =>
        [.. strata.Where(segments => segments.Count > 0).Select(segments => new Stratum(segments))];
}
