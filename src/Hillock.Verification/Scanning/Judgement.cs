using Hillock.Precision;

namespace Hillock.Verification;

/// <summary>What the witness says of single inputs, and where it is silent the screen.</summary>
internal sealed class Judgement(Func<double, BigReal?> witness, Evaluation kernel, Evaluation? screen, UlpMeasure measure)
{
    public IReadOnlyList<Verdict> Of(double[] inputs, CancellationToken cancellation)
    {
        var got = Evaluate(kernel, inputs);
        var screened = screen is null ? null : Evaluate(screen, inputs);
        return
        [
            .. Enumerable.Range(0, inputs.Length).AsParallel().WithCancellation(cancellation)
                .Select(i => Judge(inputs[i], got[i], screened?[i])),
        ];
    }

    private Verdict Judge(double x, double got, double? screened)
    {
        if (double.IsFinite(x) && witness(x) is { } truth)
            return new Verdict(
                new WorstError(measure.Error(got, truth), x, got, truth.ToDouble()),
                IsWitnessed: true,
                screened is { } s ? measure.Distance(s, truth) : 0);
        var expected = screened ?? got;
        return new Verdict(new WorstError(measure.Error(got, expected), x, got, expected), IsWitnessed: false, 0);
    }

    private static double[] Evaluate(Evaluation evaluation, double[] x)
    {
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i += StratumScan.BlockLength)
        {
            var length = Math.Min(StratumScan.BlockLength, x.Length - i);
            evaluation(x.AsSpan(i, length), y.AsSpan(i, length));
        }

        return y;
    }

    /// <summary>The error at one input.</summary>
    internal sealed record Verdict(WorstError Error, bool IsWitnessed, double ScreenDistance);
}
