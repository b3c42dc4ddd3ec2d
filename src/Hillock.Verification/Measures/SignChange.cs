namespace Hillock.Verification;

/// <summary>A point where a derivative passes through zero. Near it, between half of it and three halves, the unit of
/// error does not get smaller than 2^(−p − 1): for floats 2^−25, so that two units are the absolute error 2^−24.</summary>
/// <remarks>
/// There a derivative is the difference of two numbers of size 1/4 and more, each rounded: no digits are left to compare
/// in units of its own. Elsewhere, in the tails above all, units are not limited. Zeros at x = 0 are no such points, for
/// nothing is subtracted there, nor are jumps. A function that changes its sign more than <see cref="Most"/> times
/// oscillates, and is judged by its own units everywhere.
/// </remarks>
/// <param name="At">The point, to double precision.</param>
public sealed record SignChange(double At)
{
    /// <summary>More sign changes than these are an oscillation.</summary>
    public const int Most = 4;

    // Searched: 2^−20 ≤ |x| < 2^20, at 64 points an octave.
    private const int Octaves = 20;
    private const int Steps = 64;

    // At a jump the two sides differ by more than this part of what they are a step away.
    private const double Continuity = 1e-6;

    /// <summary>The sign changes of a function, bracketed on both sides of zero.</summary>
    internal static IReadOnlyList<SignChange> Find(Evaluation function)
    {
        var found = new[] { 1, -1 }.SelectMany(side => Find(function, side)).ToList();
        return found.Count <= Most ? found : [];
    }

    /// <summary>The exponent of the smallest unit near it.</summary>
    internal static int SmallestUnit(ElementType type) => -1 - type.SignificandBits;

    /// <summary>The bit patterns of the numbers near it.</summary>
    internal (ulong From, ulong To) Near(ElementType type) => (type.ToPattern(At / 2), type.ToPattern(At * 1.5));

    private static IEnumerable<SignChange> Find(Evaluation function, int side)
    {
        var previous = (X: 0.0, Y: 0.0);
        for (var i = -Octaves * Steps; i < Octaves * Steps; i++)
        {
            var octave = (int)Math.Floor(i / (double)Steps);
            var x = side * Math.ScaleB(1 + ((i - (octave * Steps)) / (double)Steps), octave);
            var point = (X: x, Y: Evaluate(function, x));
            if (point.Y == 0 || !double.IsFinite(point.Y)) continue;
            if (previous.Y * point.Y < 0 && Bisect(function, previous, point) is { } at) yield return new SignChange(at);
            previous = point;
        }
    }

    // Null where it jumps.
    private static double? Bisect(Evaluation function, (double X, double Y) a, (double X, double Y) b)
    {
        var jump = Continuity * Math.Max(Math.Abs(a.Y), Math.Abs(b.Y));
        while (true)
        {
            var middle = (a.X + b.X) / 2;
            if (middle == a.X || middle == b.X) return Math.Abs(b.Y - a.Y) <= jump ? middle : null;
            var y = Evaluate(function, middle);
            if (y == 0) return middle;
            if (y < 0 == a.Y < 0) a = (middle, y);
            else b = (middle, y);
        }
    }

    private static double Evaluate(Evaluation function, double x)
    {
        Span<double> y = [x];
        function(y, y);
        return y[0];
    }
}
