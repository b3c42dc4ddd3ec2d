using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Pieces;

/// <summary>Encloses the zero of a monotone function between two points at which it has opposite signs.</summary>
internal static class ZeroBetween
{
    private const int MostSteps = 200;

    /// <summary>The narrowest interval that bisection finds; a single point where the value there is exactly 0.</summary>
    public static Interval Enclose(EnclosedFunction function, double left, double right, int signAtLeft)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var middle = new Interval(left, right).Midpoint;
            if (!(left < middle && middle < right)) break;
            var sign = function.Over(middle).Sign;
            if (sign == 0) return middle;
            if (sign is null)
                return new(
                    Approach(function, left, middle, signAtLeft), Approach(function, right, middle, -signAtLeft));
            if (sign == signAtLeft) left = middle;
            else right = middle;
        }

        return new(left, right);
    }

    // The last point on the way to a place where rounding hides the sign, at which it does not.
    private static double Approach(EnclosedFunction function, double from, double to, int sign)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var middle = from + ((to - from) / 2);
            if (middle == from || middle == to) break;
            if (function.Over(middle).Sign == sign) from = middle;
            else to = middle;
        }

        return from;
    }
}
