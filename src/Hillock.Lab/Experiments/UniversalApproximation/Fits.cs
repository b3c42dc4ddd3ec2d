using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>Fits of targets by more and more units.</summary>
internal static class Fits
{
    private const int BallPoints = 3000;
    private const int IntervalParts = 256;

    // Steeper units would be steps between neighbouring points.
    private const double SteepestOnInterval = 40;
    private const double SteepestInBall = 15;

    /// <summary>2, 4, 8 … units.</summary>
    public static int[] UnitsUpTo(int most) => [.. Enumerable.Range(1, 30).Select(i => 1 << i).TakeWhile(units => units <= most)];

    /// <summary>Fits a formula on [−1, 1].</summary>
    public static Fit OnInterval(string function, string target, int most, int seed, StepProgress progress)
    {
        var f = Activation.Parse(target);
        // Parts of another number, so that errors are not measured at the points that were fitted.
        var training = SamplePoints.OnInterval(f.Value, -1, 1, IntervalParts, SteepestOnInterval);
        var test = SamplePoints.OnInterval(f.Value, -1, 1, IntervalParts + 2, SteepestOnInterval);
        return Grow(function, training, test, most, seed, progress);
    }

    /// <summary>Fits waves in the unit ball.</summary>
    public static Fit InBall(string function, int dimensions, int most, int seed, StepProgress progress)
    {
        var random = new SeededRandom((ulong)seed, stream: 31);
        var target = new BarronTarget(dimensions, random);
        var training = SamplePoints.InBall(target.At, dimensions, BallPoints, SteepestInBall, random);
        var test = SamplePoints.InBall(target.At, dimensions, BallPoints, SteepestInBall, random);
        return Grow(function, training, test, most, seed, progress) with { Constant = target.Constant };
    }

    private static Fit Grow(
        string function, SamplePoints training, SamplePoints test, int most, int seed, StepProgress progress)
    {
        var network = new GreedyNetwork(Activation.Parse(function), training, test, new((ulong)seed, stream: 32));
        var units = UnitsUpTo(most);
        var (errors, fitted) = (new List<double>(), new List<double>());
        for (var unit = 1; unit <= units[^1]; unit++)
        {
            network.AddUnit();
            // A unit costs as much as there are others.
            progress.Tell((long)unit * unit, (long)units[^1] * units[^1]);
            if (!units.Contains(unit))
                continue;
            errors.Add(network.Error);
            fitted.Add(network.FittedError);
        }

        // Points of an interval integrate; those of a ball are a measure of their own, of which the theorems speak as well.
        return new(function, units, training.Dimensions == 1 ? [.. errors] : [.. fitted])
        {
            TestError = errors[^1],
            X = training.Dimensions == 1 ? Thinned(test.Points) : [],
            Outputs = training.Dimensions == 1 ? Thinned(network.TestOutputs) : [],
        };
    }

    private static double[] Thinned(double[] values) => [.. values.Where((_, i) => i % 4 == 0)];
}

/// <summary>How well more and more units fit a target.</summary>
/// <param name="Function">Their activation.</param>
/// <param name="Units">How many there are.</param>
/// <param name="Errors">√E (f − network)² with so many: over an interval, or over the points that were fitted in a ball.</param>
internal sealed record Fit(string Function, int[] Units, double[] Errors)
{
    /// <summary>C_f of the target, where it is known.</summary>
    public double Constant { get; init; }

    /// <summary>The error of the largest network on other points.</summary>
    public double TestError { get; init; }

    /// <summary>Points of an interval.</summary>
    public double[] X { get; init; } = [];

    /// <summary>The largest network there.</summary>
    public double[] Outputs { get; init; } = [];

    /// <summary>The slope of log error against log units by least squares, from four units on.</summary>
    public double Slope => StraightLine.Slope(
        [.. Units.Skip(1).Select(units => Math.Log(units))], [.. Errors.Skip(1).Select(error => Math.Log(error))]);
}
