using Hillock.Kernels;

namespace Hillock.Verification;

/// <summary>The verification of one kernel over given inputs.</summary>
internal sealed class QuantityVerification(
    Quantity quantity, Evaluation kernel, ElementType type, KernelPrecision precision, IReadOnlyList<Stratum> strata)
{
    // Where all inputs are tried a function may take its time.
    private readonly (int Worst, int Sample) _witnessed =
        strata.Sum(stratum => stratum.Count) > 1L << 30 ? (Worst: 4, Sample: 32) : (Worst: 1, Sample: 2);

    private readonly Evaluation _wide = KernelEvaluation.Of(quantity, ElementType.Double, KernelPrecision.Accurate)!;

    public IReadOnlyList<QuantityResult> Run(WorkDone work, CancellationToken cancellation)
    {
        var mayVanish = quantity.IsDerivative && !Bounds.AreCorrectlyRounded(type, precision);
        var changes = mayVanish ? SignChange.Find(_wide) : [];
        // The inputs that are near no sign change first.
        return [.. Region.Divide(type, strata, changes).Reverse().Select(region => Run(region, work, cancellation))];
    }

    private QuantityResult Run(Region region, WorkDone work, CancellationToken cancellation)
    {
        var scans = type.IsNarrowerThanDouble ? Scan(region, work, cancellation) : [];
        var worst = scans.SelectMany(scan => scan.Worst);
        var sample = type.IsNarrowerThanDouble
            ? region.Strata.SelectMany(stratum => stratum.Sample(_witnessed.Sample)).Select(type.ToDouble)
            : region.Strata.SelectMany(stratum => stratum.All()).Select(type.ToDouble).Where(double.IsFinite);
        var judged = new Judgement(quantity.Witness(), kernel, type.IsNarrowerThanDouble ? _wide : null, region.Measure)
            .Of([.. worst.Concat(sample).Distinct()], cancellation);
        if (!type.IsNarrowerThanDouble) work.Add(region.Strata.Sum(stratum => stratum.Count));
        return new QuantityResult
        {
            Quantity = quantity.Name,
            Near = region.Near?.At,
            Inputs = region.Strata.Sum(stratum => stratum.Count),
            Worst = judged.Select(j => j.Error).Where(e => e.Error > 0).MaxBy(e => e.Error),
            Bound = Bounds.Of(quantity, type, precision),
            WrongZeros = scans.Sum(scan => scan.WrongZeros),
            WrongZeroAt = scans.Select(scan => scan.WrongZeroAt).FirstOrDefault(x => x is not null),
            Witnessed = judged.Count(j => j.IsWitnessed),
            Unwitnessed = judged.Count(j => !j.IsWitnessed),
            ScreenDistance = judged.Select(j => j.ScreenDistance).DefaultIfEmpty().Max(),
        };
    }

    private List<StratumScan> Scan(Region region, WorkDone work, CancellationToken cancellation) =>
    [
        .. region.Strata.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(stratum =>
        {
            var scan = new StratumScan(type, kernel, _wide, region.Measure, _witnessed.Worst);
            scan.Run(stratum, cancellation);
            work.Add(stratum.Count);
            return scan;
        }),
    ];
}
