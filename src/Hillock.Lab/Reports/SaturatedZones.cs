using Hillock.Analysis.Reports;

namespace Hillock.Lab.Reports;

/// <summary>The part of a picture on which an activation that saturates lets hardly any gradient pass.</summary>
/// <remarks>From the threshold on where it saturates hard; where it does so softly, from where |f′| stays below one hundredth
/// of the largest |f′| of the picture.</remarks>
internal static class SaturatedZones
{
    private const double Little = 0.01;

    public static IEnumerable<SaturatedZone> Of(FunctionPicture picture, PropertyReport report) => [];

    // How many samples from one end on have next to no slope.
    private static int Count(IEnumerable<double> slopes, double largest) =>
        slopes.TakeWhile(slope => Math.Abs(slope) < Little * largest).Count();
}
