namespace Hillock.Verification;

/// <summary>Runs a kernel over a stratum and keeps the inputs where it is farthest from the screen.</summary>
internal sealed class StratumScan
{
    /// <summary>Inputs at a time: few enough for the first-level cache.</summary>
    public const int BlockLength = 2048;

    private readonly ElementType _type;
    private readonly Evaluation _kernel;
    private readonly Evaluation _screen;
    private readonly UlpMeasure _measure;
    private readonly UlpScreen _look;
    private readonly WorstInputs _worst;

    public StratumScan(ElementType type, Evaluation kernel, Evaluation screen, UlpMeasure measure, int keep)
    {
        _type = type;
        _kernel = kernel;
        _screen = screen;
        _measure = measure;
        _look = new UlpScreen(measure);
        _worst = new WorstInputs(keep);
    }

    /// <summary>The worst inputs, none where every result is exact.</summary>
    public IReadOnlyList<double> Worst => _worst.Inputs;

    /// <summary>Zeros with another sign than the screen's.</summary>
    public long WrongZeros { get; private set; }

    /// <summary>An input that gives one.</summary>
    public double? WrongZeroAt { get; private set; }

    public void Run(Stratum stratum, CancellationToken cancellation)
    {
        Span<double> x = stackalloc double[BlockLength], got = stackalloc double[BlockLength];
        Span<double> expected = stackalloc double[BlockLength];
        foreach (var segment in stratum.Segments)
        {
            for (var first = 0; first < segment.Count; first += BlockLength)
            {
                cancellation.ThrowIfCancellationRequested();
                var length = Math.Min(BlockLength, segment.Count - first);
                BlockFiller.Fill(_type, segment, first, x[..length]);
                Look(x[..length], got[..length], expected[..length]);
            }
        }
    }

    private void Look(ReadOnlySpan<double> x, Span<double> got, Span<double> expected)
    {
        _kernel(x, got);
        _screen(x, expected);
        var (isAbove, wrongZeros) = _look.Look(got, expected, _worst.Threshold);
        if (isAbove) Search(x, got, expected);
        if (wrongZeros == 0) return;
        WrongZeros += wrongZeros;
        WrongZeroAt ??= FirstWrongZero(x, got, expected);
    }

    private void Search(ReadOnlySpan<double> x, ReadOnlySpan<double> got, ReadOnlySpan<double> expected)
    {
        for (var i = 0; i < x.Length; i++) _worst.Add(x[i], _measure.Error(got[i], expected[i]));
    }

    private static double? FirstWrongZero(ReadOnlySpan<double> x, ReadOnlySpan<double> got, ReadOnlySpan<double> expected)
    {
        for (var i = 0; i < x.Length; i++)
            if (got[i] == 0 && !double.IsNaN(expected[i]) && double.IsNegative(got[i]) != double.IsNegative(expected[i]))
                return x[i];
        return null;
    }
}
