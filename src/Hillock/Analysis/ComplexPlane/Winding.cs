using System.Numerics;
using Hillock.Expressions;

namespace Hillock.Analysis.ComplexPlane;

/// <summary>How often an expression turns around 0 while its argument goes once around a circle: the number of zeros
/// inside, where it is analytic.</summary>
internal static class Winding
{
    private const int FirstPoints = 32;
    private const int MostRefinements = 24;
    private const int PointsOfHalf = 512;

    // A turn between two points is told from one the other way round only if it is far from a half.
    private const double LargestTurn = 1;

    /// <summary>The number of turns, zeros counted with their multiplicity; null where it cannot be told.</summary>
    public static int? Around(Expression e, Complex centre, double radius)
    {
        var angles = Enumerable.Range(0, FirstPoints + 1).Select(k => 2 * Math.PI * k / FirstPoints).ToList();
        for (var refinement = 0; refinement < MostRefinements; refinement++)
        {
            if (On(e, centre, radius, angles) is not { } values) return null;
            var turns = Enumerable.Range(0, angles.Count - 1).Select(k => (values[k + 1] / values[k]).Phase).ToList();
            if (turns.Exists(double.IsNaN)) return null;
            if (turns.TrueForAll(turn => Math.Abs(turn) < LargestTurn))
                return (int)Math.Round(turns.Sum() / (2 * Math.PI));
            for (var k = turns.Count - 1; k >= 0; k--)
                if (Math.Abs(turns[k]) >= LargestTurn)
                    angles.Insert(k + 1, (angles[k] + angles[k + 1]) / 2);
        }

        return null;
    }

    /// <summary>The point of the upper half of the circle around 0 at which the expression is least.</summary>
    public static Complex LeastOn(Expression e, double radius)
    {
        var angles = Enumerable.Range(0, PointsOfHalf + 1).Select(k => Math.PI * k / PointsOfHalf).ToList();
        var values = On(e, 0, radius, angles)!;
        var least = Enumerable.Range(0, angles.Count).MinBy(k => Complex.Abs(values[k]));
        return Complex.FromPolarCoordinates(radius, angles[least]);
    }

    // The way to the circle comes first and is left out of what is returned.
    private static Complex[]? On(Expression e, Complex centre, double radius, List<double> angles)
    {
        var way = Continuation.Ray(centre + radius);
        var path = angles.Skip(1).Select(angle => centre + Complex.FromPolarCoordinates(radius, angle));
        return Continuation.Along(e, [.. way, .. path])?[(way.Length - 1)..];
    }
}
