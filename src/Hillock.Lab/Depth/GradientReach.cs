namespace Hillock.Lab.Depth;

/// <summary>How deep a network can be until the gradient of its first layer is less than 10⁻⁶, or more than 10⁶, of that of
/// its last hidden layer.</summary>
/// <param name="Depth">The first depth at which it is; null where it never is, up to a million layers.</param>
/// <param name="Vanishes">Whether it falls below, rather than rises above.</param>
/// <param name="IsExtrapolated">Whether that lies beyond the layers that were looked at, and follows from the rate at the
/// last of them.</param>
/// <param name="Rate">The factor a layer, at the last layers; 1 where it is not told from chance.</param>
public sealed record GradientReach(double? Depth, bool Vanishes, bool IsExtrapolated, double Rate)
{
    /// <summary>The least share, and the reciprocal of the greatest.</summary>
    public const double Limit = 1e-6;

    private const double MostLayers = 1e6;

    /// <summary>Reads the depth off a network.</summary>
    /// <param name="logarithms">ln (gradient of layer 1 / gradient of layer l) for l = 1, 2, …: in a random network, the
    /// layers behind l do not change it.</param>
    /// <param name="logarithmicRate">How it goes on behind the last.</param>
    public static GradientReach Of(IReadOnlyList<double> logarithms, double logarithmicRate)
    {
        var limit = -Math.Log(Limit);
        var rate = Math.Exp(logarithmicRate);
        for (var i = 0; i < logarithms.Count; i++)
            if (Math.Abs(logarithms[i]) > limit)
                return new(i + 1, logarithms[i] < 0, IsExtrapolated: false, rate);
        var missing = (logarithmicRate < 0 ? -limit : limit) - logarithms[^1];
        var depth = Math.Ceiling(logarithms.Count + (missing / logarithmicRate));
        return depth <= MostLayers
            ? new(depth, logarithmicRate < 0, IsExtrapolated: true, rate)
            : new(null, logarithmicRate < 0, IsExtrapolated: true, rate);
    }
}
