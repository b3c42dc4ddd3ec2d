using Hillock.Lab.Experiments.Shared;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>The intervals of a line on which every unit of a network stays on one straight piece.</summary>
internal static class LineCells
{
    /// <summary>Follows a network along p + t·d for t between two ends, exact but for rounding.</summary>
    /// <param name="hidden">The hidden layers, without their activations.</param>
    /// <param name="activation">Their activation.</param>
    /// <param name="start">p.</param>
    /// <param name="direction">d.</param>
    /// <param name="low">The lower end; may be −∞.</param>
    /// <param name="high">The upper end; may be +∞.</param>
    /// <returns>How many intervals there are.</returns>
    public static int Count(
        IReadOnlyList<AffineMap> hidden, StraightPieces activation, double[] start, double[] direction,
        double low = double.NegativeInfinity, double high = double.PositiveInfinity)
    {
        List<Segment> segments = [new(low, high, direction, start)];
        foreach (var layer in hidden)
            segments = [.. segments.SelectMany(segment => Cut(segment.Through(layer), activation))];
        return segments.Count;
    }

    private static IEnumerable<Segment> Cut(Segment pre, StraightPieces activation)
    {
        double[] ends = [pre.Low, .. Cuts(pre, activation).Distinct().Order(), pre.High];
        return ends.Zip(ends.Skip(1), (low, high) => (pre with { Low = low, High = high }).Activate(activation));
    }

    private static IEnumerable<double> Cuts(Segment pre, StraightPieces activation) =>
        from unit in Enumerable.Range(0, pre.Slopes.Length)
        from point in activation.Breaks
        let t = (point - pre.Offsets[unit]) / pre.Slopes[unit]
        where t > pre.Low && t < pre.High
        select t;

    /// <summary>An interval of t, and what the units are on it: slope·t + offset.</summary>
    private sealed record Segment(double Low, double High, double[] Slopes, double[] Offsets)
    {
        private double Inside => (double.IsFinite(Low), double.IsFinite(High)) switch
        {
            (true, true) => (Low + High) / 2,
            (true, false) => Low + 1,
            (false, true) => High - 1,
            _ => 0,
        };

        public Segment Through(AffineMap layer) => this with
        {
            Slopes = layer.Apply(Slopes, withShift: false),
            Offsets = layer.Apply(Offsets, withShift: true),
        };

        public Segment Activate(StraightPieces activation)
        {
            var inside = Inside;
            int[] pieces = [.. Slopes.Zip(Offsets, (slope, offset) => activation.PieceAt((slope * inside) + offset))];
            return this with
            {
                Slopes = [.. Slopes.Zip(pieces, (slope, piece) => activation.Slopes[piece] * slope)],
                Offsets =
                [
                    .. Offsets.Zip(
                        pieces, (offset, piece) => (activation.Slopes[piece] * offset) + activation.Offsets[piece]),
                ],
            };
        }
    }
}
