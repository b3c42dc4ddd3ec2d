namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>An activation of straight pieces: slope·u + offset between its breakpoints.</summary>
/// <param name="Breaks">Where pieces meet, ascending.</param>
/// <param name="Slopes">One more than there are breaks.</param>
/// <param name="Offsets">As many as slopes.</param>
internal sealed record StraightPieces(double[] Breaks, double[] Slopes, double[] Offsets)
{
    /// <summary>The pieces of an activation; null where it is not proved to be made of straight ones.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="parameters">Values of its parameters, such as a learned slope; empty for the defaults.</param>
    public static StraightPieces? Of(Activation activation, ReadOnlySpan<double> parameters = default)
    {
        if (activation.Properties().PiecewiseLinear.Value is not true)
            return null;
        double[] breaks = [.. activation.KinkLocations().Distinct().Order()];
        double[] inside = breaks.Length == 0
            ? [0]
            : [breaks[0] - 1, .. breaks.Zip(breaks.Skip(1), (a, b) => (a + b) / 2), breaks[^1] + 1];
        var (values, slopes) = (new double[inside.Length], new double[inside.Length]);
        activation.Kernel<double>().ValueAndDerivative(inside, values, slopes, parameters);
        return new(breaks, slopes, [.. values.Select((value, piece) => value - (slopes[piece] * inside[piece]))]);
    }

    /// <summary>The number of the piece that u is on.</summary>
    public int PieceAt(double u) => Breaks.Count(point => point < u);
}
