using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>The cost of a network of two weights, p = sigmoid(w₂ tanh(w₁x)), on random examples: figure 5 of the paper.
/// </summary>
internal static class CostSurface
{
    public const int Side = 81;
    public const double Reach = 10;

    private const int Examples = 40;
    private const double Flat = 0.01;

    /// <summary>The cost on a grid of weights, w₁ along a row.</summary>
    public static double[] Of(bool isQuadratic, int seed)
    {
        var random = new SeededRandom((ulong)seed, 6);
        var examples = Enumerable.Range(0, Examples).Select(_ => (X: random.NextNormal(), Y: (double)random.NextBelow(2))).ToArray();
        var costs = new double[Side * Side];
        for (var cell = 0; cell < costs.Length; cell++)
        {
            var (w1, w2) = (Weight(cell % Side), Weight(cell / Side));
            costs[cell] = examples.Average(example =>
            {
                var u = w2 * Math.Tanh(w1 * example.X);
                var p = 1 / (1 + Math.Exp(-u));
                return isQuadratic
                    ? (p - example.Y) * (p - example.Y)
                    : Math.Log(1 + Math.Exp(-Math.Abs(u))) + Math.Max(u, 0) - (u * example.Y);
            });
        }

        return costs;
    }

    /// <summary>The share of the grid on which the gradient is shorter than 1 % of the longest.</summary>
    public static double ShareFlat(double[] costs)
    {
        var lengths = new List<double>();
        for (var row = 1; row < Side - 1; row++)
            for (var column = 1; column < Side - 1; column++)
            {
                var cell = (row * Side) + column;
                lengths.Add(Math.Sqrt(Math.Pow(costs[cell + 1] - costs[cell - 1], 2) + Math.Pow(costs[cell + Side] - costs[cell - Side], 2)));
            }

        return lengths.Average(length => length < Flat * lengths.Max() ? 1.0 : 0);
    }

    private static double Weight(int place) => Reach * ((2.0 * place / (Side - 1)) - 1);
}
