using Hillock.Networks;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>Points with a weight each, and what a target is there.</summary>
/// <param name="Dimensions">Numbers in a point.</param>
/// <param name="Points">Point by point.</param>
/// <param name="Weights">They add up to 1.</param>
/// <param name="Targets">f at each point.</param>
/// <param name="Steepest">The largest inner weight of units that are drawn.</param>
internal sealed record SamplePoints(int Dimensions, double[] Points, double[] Weights, double[] Targets, double Steepest)
{
    private const int NodesAPart = 4;

    public int Count => Weights.Length;

    /// <summary>Points that integrate over an interval: four of Gauss and Legendre in each part.</summary>
    public static SamplePoints OnInterval(Func<double, double> target, double low, double high, int parts, double steepest)
    {
        // Nodes and weights of the rule of four points, exact up to degree 7.
        double[] nodes = [-0.86113631159405258, -0.33998104358485626, 0.33998104358485626, 0.86113631159405258];
        double[] shares = [0.17392742256872693, 0.32607257743127307, 0.32607257743127307, 0.17392742256872693];
        var width = (high - low) / parts;
        double[] points =
        [
            .. Enumerable.Range(0, parts * NodesAPart).Select(i =>
                low + (width * (i / NodesAPart + ((1 + nodes[i % NodesAPart]) / 2)))),
        ];
        return new(1, points, [.. points.Select((_, i) => shares[i % NodesAPart] / parts)], [.. points.Select(target)], steepest);
    }

    /// <summary>Points drawn evenly from the unit ball.</summary>
    public static SamplePoints InBall(
        Func<ReadOnlySpan<double>, double> target, int dimensions, int count, double steepest, SeededRandom random)
    {
        var points = new double[count * dimensions];
        var targets = new double[count];
        for (var i = 0; i < count; i++)
        {
            var point = points.AsSpan(i * dimensions, dimensions);
            FillDirection(point, random, Math.Pow(random.NextUniform(), 1.0 / dimensions));
            targets[i] = target(point);
        }

        return new(dimensions, points, [.. Enumerable.Repeat(1.0 / count, count)], targets, steepest);
    }

    /// <summary>The weighted mean of a product.</summary>
    public double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += Weights[i] * a[i] * b[i];
        return sum;
    }

    /// <summary>Weights and bias of a unit: a direction, a steepness, and where along the direction it is 0.</summary>
    public double[] DrawUnit(SeededRandom random)
    {
        var unit = new double[Dimensions + 1];
        var steepness = Steepest * Math.Pow(100, -random.NextUniform());
        FillDirection(unit.AsSpan(0, Dimensions), random, steepness);
        unit[Dimensions] = steepness * ((2 * random.NextUniform()) - 1);
        return unit;
    }

    /// <summary>Whether a unit is one that could be drawn: not too steep, and 0 somewhere in the ball. The others differ
    /// from a constant in a few points only, if anywhere.</summary>
    public bool HasInside(double[] unit)
    {
        var square = unit.Take(Dimensions).Sum(weight => weight * weight);
        return square <= Steepest * Steepest && unit[Dimensions] * unit[Dimensions] <= square;
    }

    /// <summary>w·x + b at all points.</summary>
    public void PreActivations(double[] unit, double[] results)
    {
        for (var i = 0; i < results.Length; i++)
        {
            var sum = unit[Dimensions];
            for (var j = 0; j < Dimensions; j++)
                sum += unit[j] * Points[(i * Dimensions) + j];
            results[i] = sum;
        }
    }

    private static void FillDirection(Span<double> vector, SeededRandom random, double length)
    {
        var square = 0.0;
        foreach (ref var component in vector)
        {
            component = random.NextNormal();
            square += component * component;
        }

        foreach (ref var component in vector)
            component *= length / Math.Sqrt(square);
    }
}
