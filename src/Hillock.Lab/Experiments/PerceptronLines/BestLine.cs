namespace Hillock.Lab.Experiments.PerceptronLines;

/// <summary>The best that any straight line can do on points of two classes.</summary>
internal static class BestLine
{
    /// <summary>The largest number of points that a line puts on the right side of it, by trying all lines that touch two
    /// points: any line can be moved until it does without a point changing its side.</summary>
    /// <param name="xs">Abscissas.</param>
    /// <param name="ys">Ordinates.</param>
    /// <param name="classes">0 or 1 for each.</param>
    public static int MostCorrect(IReadOnlyList<double> xs, IReadOnlyList<double> ys, IReadOnlyList<int> classes)
    {
        var ones = classes.Sum();
        var best = Math.Max(ones, classes.Count - ones);
        for (var i = 0; i < xs.Count; i++)
            for (var j = i + 1; j < xs.Count; j++)
                best = Math.Max(best, Along(i, j));
        return best;

        int Along(int i, int j)
        {
            var (dx, dy) = (xs[j] - xs[i], ys[j] - ys[i]);
            var (onLeft, onRight) = (0, 0);
            for (var k = 0; k < xs.Count; k++)
            {
                var side = (dx * (ys[k] - ys[i])) - (dy * (xs[k] - xs[i]));
                if (k == i || k == j || side == 0) continue;
                if (side > 0 == (classes[k] == 1)) onLeft++;
                else onRight++;
            }

            // The two points (and any others on the line) go to either side as the line is turned a little.
            return Math.Max(onLeft, onRight) + (xs.Count - onLeft - onRight);
        }
    }
}
