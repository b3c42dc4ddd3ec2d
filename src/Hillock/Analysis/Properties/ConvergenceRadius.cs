using Hillock.Analysis.ComplexPlane;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>The radius of convergence at 0: the distance of the nearest complex singularity.</summary>
internal static class ConvergenceRadius
{
    /// <summary>The radius; +∞ for an entire function; null where it is not known.</summary>
    /// <param name="f">A formula without switches, analytic at 0.</param>
    public static double? Of(Expression f)
    {
        try
        {
            return NearestSingularities.Of(StableRules.Recognise(f))?.Distance;
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return null;
        }
    }
}
