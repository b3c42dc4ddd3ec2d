using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;

namespace Hillock.Lab.Reports;

/// <summary>The parts of a picture in which an activation that saturates lets hardly any gradient pass.</summary>
/// <remarks>From the threshold on where it saturates hard; where it does so softly, from where |f′| stays below one hundredth
/// of the largest |f′| of the picture.</remarks>
internal static class SaturatedZones
{
    private const double Little = 0.01;

    // A pole or a vertical tangent would make every other slope small.
    private const double Steepest = 20;

    public static IEnumerable<SaturatedZone> Of(FunctionPicture picture, PropertyReport report)
    {
        var x = picture.X;
        var slopes = picture.Derivative.Select(Math.Abs).ToList();
        var little = Little * Math.Min(Steepest, slopes.Where(double.IsFinite).DefaultIfEmpty().Max());
        var mirrored = x.Reverse().ToList();
        var left = End(report.SaturationLeft.Value, slopes.TakeWhile(slope => slope <= little).Count(), x);
        var right = End(report.SaturationRight.Value, slopes.AsEnumerable().Reverse().TakeWhile(slope => slope <= little).Count(), mirrored);
        if (left > x[0]) yield return new(x[0], Math.Min(left.Value, x[^1]), IsHard(report.SaturationLeft.Value));
        // A step function is saturated throughout, which is shown once.
        var from = Math.Max(right ?? x[^1], left ?? x[0]);
        if (from < x[^1]) yield return new(Math.Max(from, x[0]), x[^1], IsHard(report.SaturationRight.Value));
    }

    // Where the zone ends that begins at the first of the points; null where there is none.
    private static double? End(SideSaturation? side, int flatSamples, IReadOnlyList<double> points) => side switch
    {
        { Kind: SaturationKind.Hard, Threshold: { } threshold } => threshold,
        { Kind: SaturationKind.Hard } => points[^1],
        { Kind: SaturationKind.Soft } when flatSamples > 1 => points[flatSamples - 1],
        _ => null,
    };

    private static bool IsHard(SideSaturation? side) => side?.Kind == SaturationKind.Hard;
}
