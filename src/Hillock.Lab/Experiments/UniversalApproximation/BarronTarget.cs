using Hillock.Networks;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>f(x) = Σ a_k cos(ω_k·x) on the unit ball, whose norm C_f = Σ |a_k|·‖ω_k‖ is known.</summary>
internal sealed class BarronTarget
{
    private const int Waves = 6;
    private const double SlowestWave = 2;
    private const double FastestWave = 6;

    private readonly int _dimensions;
    private readonly double[] _amplitudes = new double[Waves];
    private readonly double[] _frequencies;

    /// <summary>Draws waves of lengths 2 to 6 in random directions, with amplitudes N(0, 1).</summary>
    public BarronTarget(int dimensions, SeededRandom random)
    {
        _dimensions = dimensions;
        _frequencies = new double[Waves * dimensions];
        for (var wave = 0; wave < Waves; wave++)
        {
            _amplitudes[wave] = random.NextNormal();
            var frequency = _frequencies.AsSpan(wave * dimensions, dimensions);
            foreach (ref var component in frequency)
                component = random.NextNormal();
            var length = SlowestWave + ((FastestWave - SlowestWave) * random.NextUniform());
            var factor = length / Norm(frequency);
            foreach (ref var component in frequency)
                component *= factor;
            Constant += Math.Abs(_amplitudes[wave]) * length;
        }
    }

    /// <summary>C_f.</summary>
    public double Constant { get; }

    /// <summary>f(x).</summary>
    public double At(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var wave = 0; wave < Waves; wave++)
        {
            var phase = 0.0;
            for (var i = 0; i < _dimensions; i++)
                phase += _frequencies[(wave * _dimensions) + i] * x[i];
            sum += _amplitudes[wave] * Math.Cos(phase);
        }

        return sum;
    }

    /// <summary>What the theorem promises of the squared error of the best network of N sigmoids on the unit ball.</summary>
    public static double SquaredErrorBound(double constant, int units) => 4 * constant * constant / units;

    private static double Norm(Span<double> vector)
    {
        var square = 0.0;
        foreach (var component in vector)
            square += component * component;
        return Math.Sqrt(square);
    }
}
