namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>The networks of the proofs: their weights are written down, nothing is trained.</summary>
internal static class Constructions
{
    // How many widths of a step lie between two steps.
    private const double Steepness = 20;

    private const int MeasuredPoints = 20_011;

    /// <summary>A broken line through N + 1 knots: c + Σ a_i·relu(x − x_i), N units.</summary>
    public static Construction OfRectifiers(Activation target, int units)
    {
        var width = 2.0 / units;
        double[] knots = [.. Enumerable.Range(0, units + 1).Select(i => -1 + (i * width))];
        double[] values = [.. knots.Select(target.Value)];
        double[] slopes = [.. values.Zip(values.Skip(1), (a, b) => (b - a) / width)];
        double[] weights = [slopes[0], .. slopes.Zip(slopes.Skip(1), (a, b) => b - a)];
        var error = LargestError(target, x =>
        {
            var sum = values[0];
            for (var i = 0; i < units && knots[i] < x; i++)
                sum += weights[i] * (x - knots[i]);
            return sum;
        });
        return new("relu", units, error, width * width * Largest(target, 2) / 8);
    }

    /// <summary>A staircase through the knots, its steps steep sigmoids: f(x₀) + Σ (f(x_i) − f(x_i−1))·σ(λ(x − m_i)) with m_i
    /// between the knots.</summary>
    /// <remarks>The staircase is wrong by at most h/2·max|f′|; a steep sigmoid differs from a step by at most ½ at the nearest
    /// step and by exp(−λ·distance) at the others.</remarks>
    public static Construction OfSigmoids(Activation target, int units)
    {
        var width = 2.0 / units;
        double[] values = [.. Enumerable.Range(0, units + 1).Select(i => target.Value(-1 + (i * width)))];
        var error = LargestError(target, x =>
        {
            var sum = values[0];
            for (var i = 1; i <= units; i++)
                sum += (values[i] - values[i - 1]) / (1 + Math.Exp(-Steepness / width * (x + 1 - ((i - 0.5) * width))));
            return sum;
        });
        var others = 2 * Math.Exp(-Steepness / 2) / (1 - Math.Exp(-Steepness));
        return new("sigmoid", units, error, width * Largest(target, 1) * (1 + others));
    }

    private static double LargestError(Activation target, Func<double, double> network) =>
        Grid().Max(x => Math.Abs(target.Value(x) - network(x)));

    // On a grid that fine the largest value is missed by less than the digits that are shown.
    private static double Largest(Activation target, int order) => Grid().Max(x => Math.Abs(target.DerivativeAt(x, order)));

    private static IEnumerable<double> Grid() =>
        Enumerable.Range(0, MeasuredPoints).Select(i => -1 + (2.0 * i / (MeasuredPoints - 1)));
}

/// <summary>A network that was written down.</summary>
/// <param name="Function">Its activation.</param>
/// <param name="Units">Its units.</param>
/// <param name="Error">The largest error on [−1, 1].</param>
/// <param name="Bound">What the proof promises.</param>
internal sealed record Construction(string Function, int Units, double Error, double Bound);
