namespace Hillock.Lab.Data.Shapeset;

/// <summary>A convex polygon in the plane of a picture, in pixels.</summary>
/// <param name="X">Its corners.</param>
/// <param name="Y">Its corners.</param>
internal sealed record Polygon(double[] X, double[] Y)
{
    /// <summary>The mean of the corners.</summary>
    public (double X, double Y) Centre => (X.Average(), Y.Average());

    /// <summary>The area, by the shoelace formula.</summary>
    public double Area
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < X.Length; i++)
            {
                var next = (i + 1) % X.Length;
                sum += (X[i] * Y[next]) - (X[next] * Y[i]);
            }

            return Math.Abs(sum) / 2;
        }
    }

    /// <summary>The polygon turned about the origin, then stretched along the axes, then turned again.</summary>
    public Polygon Transformed(double turn, double stretchX, double stretchY, double turnBack)
    {
        var turned = Turned(turn);
        return new Polygon([.. turned.X.Select(x => x * stretchX)], [.. turned.Y.Select(y => y * stretchY)]).Turned(turnBack);
    }

    /// <summary>The polygon turned about the origin.</summary>
    public Polygon Turned(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new([.. X.Zip(Y, (x, y) => (x * cos) - (y * sin))], [.. X.Zip(Y, (x, y) => (x * sin) + (y * cos))]);
    }

    /// <summary>The polygon moved.</summary>
    public Polygon Moved(double x, double y) => new([.. X.Select(value => value + x)], [.. Y.Select(value => value + y)]);

    /// <summary>How far it reaches from its centre in a direction of length 1.</summary>
    public double ReachTowards(double x, double y)
    {
        var centre = Centre;
        var reach = 0.0;
        for (var i = 0; i < X.Length; i++)
            reach = Math.Max(reach, ((X[i] - centre.X) * x) + ((Y[i] - centre.Y) * y));
        return reach;
    }

    /// <summary>Fills all pixels whose centres lie inside, without any blending.</summary>
    public void Fill(Span<float> pixels, int side, float grey)
    {
        var first = Math.Max(0, (int)Math.Ceiling(Y.Min() - 0.5));
        var last = Math.Min(side - 1, (int)Math.Floor(Y.Max() - 0.5));
        for (var row = first; row <= last; row++)
        {
            var (left, right) = CrossingsAt(row + 0.5);
            var from = Math.Max(0, (int)Math.Ceiling(left - 0.5));
            var to = Math.Min(side - 1, (int)Math.Floor(right - 0.5));
            if (from <= to) pixels.Slice((row * side) + from, to - from + 1).Fill(grey);
        }
    }

    private (double Left, double Right) CrossingsAt(double y)
    {
        var (left, right) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < X.Length; i++)
        {
            var next = (i + 1) % X.Length;
            var (low, high) = (Math.Min(Y[i], Y[next]), Math.Max(Y[i], Y[next]));
            if (y < low || y > high || low == high) continue;
            var x = X[i] + ((X[next] - X[i]) * (y - Y[i]) / (Y[next] - Y[i]));
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
        }

        return (left, right);
    }
}
