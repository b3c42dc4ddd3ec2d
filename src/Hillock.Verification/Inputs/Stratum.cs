namespace Hillock.Verification;

/// <summary>Inputs of one kind, such as all of one sign and exponent. The worst of each stratum are given to the
/// witness, and so is a sample of each.</summary>
internal sealed record Stratum(IReadOnlyList<Segment> Segments)
{
    public long Count => Segments.Sum(segment => (long)segment.Count);

    public IEnumerable<ulong> All() => Segments.SelectMany(s => Enumerable.Range(0, s.Count).Select(s.Pattern));

    /// <summary>Bit patterns spread over the stratum.</summary>
    public IEnumerable<ulong> Sample(int count)
    {
        foreach (var segment in Segments)
        {
            var wanted = (int)Math.Min(segment.Count, Math.Ceiling(count * (double)segment.Count / Count));
            // An odd fraction of the way, lest only round numbers are taken.
            for (var i = 0; i < wanted; i++) yield return segment.Pattern((int)((i + 0.6180339887) * segment.Count / wanted));
        }
    }
}
