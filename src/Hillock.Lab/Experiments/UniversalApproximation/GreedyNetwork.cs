using Hillock.Kernels;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>Builds a network of one hidden layer unit by unit, as the proofs of Jones and Barron do: the next unit is the
/// one of many that is nearest in direction to what is left of the target; then all outer weights are fitted again.</summary>
/// <remarks>The chosen units are kept orthonormal on the points, so that fitting again is one projection.</remarks>
internal sealed class GreedyNetwork
{
    private const int Candidates = 150;
    private const int Refinements = 350;

    // A better neighbour widens the search, a worse one narrows it, so that it stays about as likely to find one.
    private const double FirstSpread = 0.5;
    private const double Widening = 1.5;
    private const double Narrowing = 0.92;

    // A candidate of which less than this is new is a combination of the units there are, but for rounding.
    private const double NothingNew = 1e-6;

    private readonly ActivationKernel<double> _kernel;
    private readonly SamplePoints _training;
    private readonly SamplePoints _test;
    private readonly SeededRandom _random;
    private readonly double[] _residual;
    private readonly double[] _testResidual;
    private readonly double[] _constant;
    private readonly double[] _column;
    private readonly double[] _testColumn;
    private readonly List<(double[] Training, double[] Test)> _basis = [];

    /// <summary>A network of no units: a constant.</summary>
    /// <param name="activation">Of all units.</param>
    /// <param name="training">What is fitted.</param>
    /// <param name="test">What errors are measured on.</param>
    /// <param name="random">Draws the candidates.</param>
    public GreedyNetwork(Activation activation, SamplePoints training, SamplePoints test, SeededRandom random)
    {
        (_kernel, _training, _test, _random) = (activation.Kernel<double>(), training, test, random);
        (_residual, _testResidual) = ((double[])training.Targets.Clone(), (double[])test.Targets.Clone());
        (_column, _testColumn) = (new double[training.Count], new double[test.Count]);
        _constant = new double[training.Count];
        Array.Fill(_constant, 1);
        Array.Fill(_column, 1);
        Array.Fill(_testColumn, 1);
        Join();
    }

    /// <summary>√E (f − network)² on the test points.</summary>
    public double Error => Math.Sqrt(_test.Product(_testResidual, _testResidual));

    /// <summary>The same on the points that were fitted.</summary>
    public double FittedError => Math.Sqrt(_training.Product(_residual, _residual));

    /// <summary>What the network gives on the test points.</summary>
    public double[] TestOutputs => [.. _test.Targets.Zip(_testResidual, (target, left) => target - left)];

    /// <summary>Adds the best unit that is found; none where all are combinations of those there are.</summary>
    public void AddUnit()
    {
        var (best, gain) = (Array.Empty<double>(), 0.0);
        var spread = FirstSpread;
        for (var trial = 0; trial < Candidates + Refinements; trial++)
        {
            var isNear = trial >= Candidates && best.Length > 0;
            var unit = isNear ? Near(best, spread) : _training.DrawUnit(_random);
            var found = Gain(unit);
            spread *= !isNear ? 1 : found > gain ? Widening : Narrowing;
            if (found > gain)
                (best, gain) = (unit, found);
        }

        if (best.Length == 0)
            return;
        Fill(best, _training, _column);
        Fill(best, _test, _testColumn);
        Join();
    }

    private double[] Near(double[] unit, double spread)
    {
        var size = Math.Sqrt(unit.Sum(weight => weight * weight) / unit.Length);
        return [.. unit.Select(weight => weight + (spread * size * _random.NextNormal()))];
    }

    // The squared cosine between a unit, its mean apart, and what is left. The constant is always in the network.
    private double Gain(double[] unit)
    {
        if (!_training.HasInside(unit))
            return 0;
        Fill(unit, _training, _column);
        var (norm, mean) = (_training.Product(_column, _column), _training.Product(_column, _constant));
        var along = _training.Product(_column, _residual);
        var fresh = norm - (mean * mean);
        return double.IsFinite(norm) && fresh > NothingNew * norm ? along * along / fresh : 0;
    }

    // Twice, because once loses digits where the column is nearly a combination of the others.
    private void Join()
    {
        var before = _training.Product(_column, _column);
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var (training, test) in _basis)
            {
                var part = _training.Product(_column, training);
                Subtract(_column, part, training);
                Subtract(_testColumn, part, test);
            }
        }

        var norm = Math.Sqrt(_training.Product(_column, _column));
        if (norm * norm <= NothingNew * before)
            return;
        double[] fitted = [.. _column.Select(value => value / norm)];
        double[] testFitted = [.. _testColumn.Select(value => value / norm)];
        var weight = _training.Product(fitted, _residual);
        Subtract(_residual, weight, fitted);
        Subtract(_testResidual, weight, testFitted);
        _basis.Add((fitted, testFitted));
    }

    private void Fill(double[] unit, SamplePoints points, double[] column)
    {
        points.PreActivations(unit, column);
        _kernel.Value(column, column);
    }

    private static void Subtract(double[] values, double factor, double[] others)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] -= factor * others[i];
    }
}
