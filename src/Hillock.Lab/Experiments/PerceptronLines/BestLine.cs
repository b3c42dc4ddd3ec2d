namespace Hillock.Lab.Experiments.PerceptronLines;

/// <summary>The line of the plane that parts two classes best.</summary>
/// <param name="Angle">The direction of its normal.</param>
/// <param name="Offset">Where it stands along the normal.</param>
/// <param name="Accuracy">The share of points that are on the side of their class.</param>
internal sealed record BestLine(double Angle, double Offset, double Accuracy)
{
    private const double Turn = 1e-9;
    private const double Shift = 1e-12;

    /// <summary>Tries all partings there are: every one that a line makes is made by one that nearly goes through two of the
    /// points, so that the normals across all pairs, turned a little to either side, are enough.</summary>
    /// <remarks>A line turns once around each point: O(n² log n).</remarks>
    public static BestLine Of(float[] points, int[] classes)
    {
        var count = classes.Length;
        var best = new BestLine(0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            var found = Around(points, classes, i);
            if (found.Accuracy > best.Accuracy)
                best = found;
        }

        return best;
    }

    // A line through the point turns; each other point changes its side twice. Between two changes only the centre is on
    // the line, and is put on its own side.
    private static BestLine Around(float[] points, int[] classes, int centre)
    {
        var (x, y) = (points[2 * centre], points[(2 * centre) + 1]);
        var (events, correct) = (new List<(double Angle, int Change)>(), 0);
        for (var j = 0; j < classes.Length; j++)
        {
            if (j == centre)
                continue;
            var towards = Math.Atan2(points[(2 * j) + 1] - y, points[2 * j] - x);
            // On the side of the normal (cos α, sin α) while α is within a quarter turn; class 1 belongs there.
            var (enter, leave) = (Positive(towards - (Math.PI / 2)), Positive(towards + (Math.PI / 2)));
            if (leave < enter == (classes[j] == 1))
                correct++;
            var gain = classes[j] == 1 ? 1 : -1;
            events.Add((enter, gain));
            events.Add((leave, -gain));
        }

        events.Sort((a, b) => a.Angle.CompareTo(b.Angle));
        var (most, angle) = (-1, 0.0);
        for (var i = 0; i < events.Count; i++)
        {
            correct += events[i].Change;
            // Points in line with the centre change sides together.
            var next = i + 1 < events.Count ? events[i + 1].Angle : events[0].Angle + (2 * Math.PI);
            if (correct > most && next > events[i].Angle + Turn)
                (most, angle) = (correct, (events[i].Angle + next) / 2);
        }

        // The centre itself comes on its own side by a shift along the normal that is smaller than any distance.
        var shift = classes[centre] == 1 ? -Shift : Shift;
        return new(angle, (x * Math.Cos(angle)) + (y * Math.Sin(angle)) + shift, (most + 1.0) / classes.Length);
    }

    private static double Positive(double angle) => angle < 0 ? angle + (2 * Math.PI) : angle >= 2 * Math.PI ? angle - (2 * Math.PI) : angle;
}
