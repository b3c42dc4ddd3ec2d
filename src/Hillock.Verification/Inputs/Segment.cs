namespace Hillock.Verification;

/// <summary>Numbers of a type by their bit patterns: start, start + stride, … On one side of zero these are sorted by
/// size.</summary>
internal readonly record struct Segment(ulong Start, ulong Stride, int Count)
{
    public ulong Pattern(int index) => Start + ((ulong)index * Stride);

    /// <summary>The part whose patterns are in [from, to].</summary>
    public Segment Within(ulong from, ulong to)
    {
        var first = IndexOf(from);
        return Part(first, to == ulong.MaxValue ? Count : IndexOf(to + 1));
    }

    /// <summary>The parts before and after [from, to].</summary>
    public IEnumerable<Segment> Without(ulong from, ulong to) =>
        new[] { Part(0, IndexOf(from)), Part(IndexOf(to + 1), Count) }.Where(part => part.Count > 0);

    private Segment Part(int first, int end) => new(Pattern(first), Stride, Math.Max(0, end - first));

    // The index of the first pattern that is not below the given one.
    private int IndexOf(ulong pattern)
    {
        if (pattern <= Start) return 0;
        var steps = (pattern - Start + Stride - 1) / Stride;
        return steps >= (ulong)Count ? Count : (int)steps;
    }
}
