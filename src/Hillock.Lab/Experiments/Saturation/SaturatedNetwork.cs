using Hillock.Catalogue.Noise;
using Hillock.Kernels.Noise;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Saturation;

/// <summary>A network of one hidden layer whose units all start saturated, trained by gradient descent on all examples at
/// once. Written out, because the layers of <see cref="DenseNetwork"/> take no noise.</summary>
/// <param name="Function">The activation, or one with noise.</param>
/// <param name="Seed">The seed of everything random.</param>
internal sealed record SaturatedNetwork(string Function, int Seed)
{
    public const int Hidden = 32;
    public const int Examples = 200;
    public const double LearningRate = 0.1;

    // A unit in its linear part for no example has nothing to go on but noise.
    public const float LinearPart = 1;

    private const double FirstWeight = 0.2;
    private const double LeastBias = 3;
    private const double MostBias = 4;
    private const int Looks = 100;

    /// <summary>Trains it.</summary>
    public RecoveryCurve Train(IReadOnlyList<float> points, IReadOnlyList<int> classes, int steps)
    {
        var random = new SeededRandom((ulong)Seed, 1);
        var unit = Unit.Parse(Function);
        float[] w1 = Normal(2 * Hidden, FirstWeight), b1 = Biases(), w2 = Normal(Hidden, 1 / Math.Sqrt(Hidden));
        float b2 = 0;
        float[] u = new float[Examples * Hidden], z = new float[u.Length], dz = new float[u.Length], du = new float[u.Length];
        var (at, losses, linear) = (new List<double>(), new List<double>(), new List<double>());
        for (var step = 0; step <= steps; step++)
        {
            Forward();
            unit.Value(u, z, (ulong)step);
            var (loss, delta) = Output();
            if (step % Math.Max(1, steps / Looks) == 0)
            {
                at.Add(step);
                losses.Add(loss);
                linear.Add(ShareOfUnitsInLinearPart(u));
            }

            unit.Backward(u, dz, du, (ulong)step);
            Step(delta);
        }

        return new(at, losses, linear);

        void Forward()
        {
            for (var e = 0; e < Examples; e++)
                for (var h = 0; h < Hidden; h++)
                    u[(e * Hidden) + h] = (points[2 * e] * w1[h]) + (points[(2 * e) + 1] * w1[Hidden + h]) + b1[h];
        }

        // Cross-entropy of a logistic output; dz is ∂L/∂z.
        (double Loss, float[] Delta) Output()
        {
            var (loss, deltas) = (0.0, new float[Examples]);
            for (var e = 0; e < Examples; e++)
            {
                var sum = (double)b2;
                for (var h = 0; h < Hidden; h++) sum += z[(e * Hidden) + h] * w2[h];
                loss += Math.Log(1 + Math.Exp(-Math.Abs(sum))) + Math.Max(sum, 0) - (sum * classes[e]);
                deltas[e] = (float)(((1 / (1 + Math.Exp(-sum))) - classes[e]) / Examples);
                for (var h = 0; h < Hidden; h++) dz[(e * Hidden) + h] = deltas[e] * w2[h];
            }

            return (loss / Examples, deltas);
        }

        void Step(float[] delta)
        {
            const float rate = (float)LearningRate;
            for (var h = 0; h < Hidden; h++)
            {
                var (gx, gy, gb, g2) = (0f, 0f, 0f, 0f);
                for (var e = 0; e < Examples; e++)
                {
                    var d = du[(e * Hidden) + h];
                    gx += d * points[2 * e];
                    gy += d * points[(2 * e) + 1];
                    gb += d;
                    g2 += delta[e] * z[(e * Hidden) + h];
                }

                w1[h] -= rate * gx;
                w1[Hidden + h] -= rate * gy;
                b1[h] -= rate * gb;
                w2[h] -= rate * g2;
            }

            b2 -= rate * delta.Sum();
        }

        float[] Normal(int count, double deviation)
        {
            var values = new float[count];
            random.FillNormal(values, deviation);
            return values;
        }

        float[] Biases() =>
            [.. Enumerable.Range(0, Hidden).Select(_ => (float)((LeastBias + ((MostBias - LeastBias) * random.NextUniform())) * (random.NextBelow(2) == 0 ? -1 : 1)))];
    }

    /// <summary>The share of units that are in their linear part for some example.</summary>
    public static double ShareOfUnitsInLinearPart(ReadOnlySpan<float> preActivations)
    {
        Span<bool> found = stackalloc bool[Hidden];
        found.Clear();
        for (var i = 0; i < preActivations.Length; i++)
            found[i % Hidden] |= MathF.Abs(preActivations[i]) < LinearPart;
        return (double)found.Count(true) / Hidden;
    }

    /// <summary>An activation with or without noise.</summary>
    private sealed record Unit(Action<float[], float[], ulong> Value, Action<float[], float[], float[], ulong> Backward)
    {
        public static Unit Parse(string function)
        {
            if (NoisyCatalogue.Find(function) is null)
            {
                var plain = Activation.Parse(function).Kernel<float>();
                return new((x, y, _) => plain.Value(x, y), (x, dy, dx, _) => plain.Backward(x, dy, dx));
            }

            var noisy = NoisyActivation.Parse(function).Kernel<float>();
            return new(
                (x, y, step) => noisy.Value(x, y, new NoiseSeed(step)), (x, dy, dx, step) => noisy.Backward(x, dy, dx, new NoiseSeed(step)));
        }
    }
}

/// <summary>How a saturated network went on.</summary>
/// <param name="Steps">When it was looked at.</param>
/// <param name="Losses">The loss.</param>
/// <param name="LinearUnits">The share of units in their linear part for some example.</param>
internal sealed record RecoveryCurve(IReadOnlyList<double> Steps, IReadOnlyList<double> Losses, IReadOnlyList<double> LinearUnits);
