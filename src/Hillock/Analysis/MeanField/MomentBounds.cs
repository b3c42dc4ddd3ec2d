using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.MeanField;

/// <summary>Intervals in which three moments lie, or what a part of the line adds to them.</summary>
internal readonly record struct MomentBounds(Interval Mean, Interval Square, Interval SlopeSquare)
{
    /// <summary>Nothing.</summary>
    public static MomentBounds Zero => new(Interval.Zero, Interval.Zero, Interval.Zero);

    /// <summary>How far apart the bounds of the widest are.</summary>
    public double Width => Math.Max(Mean.Width, Math.Max(Square.Width, SlopeSquare.Width));

    /// <summary>Whether the bounds of each are no farther apart than a share of the moment: of √E f² for the mean, which
    /// may be 0.</summary>
    public bool IsWithin(double share) =>
        IsNarrow(Mean, share * Math.Sqrt(Square.Magnitude))
        && IsNarrow(Square, share * Square.Magnitude)
        && IsNarrow(SlopeSquare, share * SlopeSquare.Magnitude);

    private static bool IsNarrow(Interval bounds, double width) => bounds.IsBounded && bounds.Width <= width;

    /// <summary>What two bounds have in common.</summary>
    public static MomentBounds Intersection(MomentBounds a, MomentBounds b) => new(
        Interval.Intersection(a.Mean, b.Mean), Interval.Intersection(a.Square, b.Square),
        Interval.Intersection(a.SlopeSquare, b.SlopeSquare));

    public static MomentBounds operator +(MomentBounds a, MomentBounds b) =>
        new(a.Mean + b.Mean, a.Square + b.Square, a.SlopeSquare + b.SlopeSquare);
}
