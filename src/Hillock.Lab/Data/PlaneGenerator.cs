using Hillock.Networks;

namespace Hillock.Lab.Data;

/// <summary>Draws points of the plane in two classes of equal size, from a seed.</summary>
internal sealed class PlaneGenerator
{
    /// <summary>Points drawn unless another number is asked for.</summary>
    public const int DefaultPoints = 600;

    private const int PointStream = 102;

    /// <summary>All generators there are.</summary>
    public static readonly IReadOnlyList<PlaneGenerator> All =
    [
        new("moons", "two interleaved half circles", 0.15, ["upper", "lower"], Moon),
        new("circles", "a small circle inside a large one", 0.08, ["outer", "inner"], Circle),
        new("spirals", "two spiral arms wound into each other", 0.03, ["first arm", "second arm"], Spiral),
        new("xor", "four squares; opposite ones belong together", 0.05, ["equal signs", "unequal signs"], Xor),
        new("triangles-in-circles", "a cluster of triangles in a ring of circles: no line parts them", 0.08,
            ["triangle", "circle"], TriangleInCircles),
    ];

    private readonly string[] _classNames;
    private readonly Func<SeededRandom, int, (double X, double Y)> _draw;

    private PlaneGenerator(
        string name, string summary, double noise, string[] classNames,
        Func<SeededRandom, int, (double X, double Y)> draw)
    {
        Name = name;
        Summary = summary;
        DefaultNoise = noise;
        _classNames = classNames;
        _draw = draw;
    }

    public string Name { get; }

    public string Summary { get; }

    /// <summary>The standard deviation of what is added to each coordinate unless another is asked for.</summary>
    public double DefaultNoise { get; }

    /// <summary>Draws the points; every second one belongs to the first class.</summary>
    public DataSet Draw(string name, int points, double noise, int seed)
    {
        var random = new SeededRandom((ulong)seed, PointStream);
        var inputs = new float[2 * points];
        var classes = new int[points];
        for (int i = 0; i < points; i++)
        {
            classes[i] = i % 2;
            (double x, double y) = _draw(random, classes[i]);
            inputs[2 * i] = (float)(x + noise * random.NextNormal());
            inputs[2 * i + 1] = (float)(y + noise * random.NextNormal());
        }
        return new DataSet(name, 2, inputs, classes, _classNames) { FeatureNames = ["x", "y"] };
    }

    private static (double X, double Y) Moon(SeededRandom random, int c)
    {
        (double x, double y) = Polar(1, Uniform(random, 0, Math.PI));
        return c == 0 ? (x, y) : (1 - x, 0.5 - y);
    }

    private static (double X, double Y) Circle(SeededRandom random, int c) => Polar(c == 0 ? 1 : 0.5, Angle(random));

    /// <summary>One turn and a half, outwards from near the middle; the root spaces the points evenly.</summary>
    private static (double X, double Y) Spiral(SeededRandom random, int c)
    {
        double along = Math.Sqrt(random.NextUniform());
        return Polar(0.1 + 0.9 * along, 3 * Math.PI * along + c * Math.PI);
    }

    private static (double X, double Y) Xor(SeededRandom random, int c)
    {
        double x = Uniform(random, -1, 1);
        double y = Uniform(random, 0, Math.Sign(x));
        return c == 0 ? (x, y) : (x, -y);
    }

    /// <summary>Radii from square roots fill the disc and the ring evenly.</summary>
    private static (double X, double Y) TriangleInCircles(SeededRandom random, int c) => c == 0
        ? Polar(Math.Sqrt(Uniform(random, 0, 0.16)), Angle(random))
        : Polar(Math.Sqrt(Uniform(random, 0.64, 1)), Angle(random));

    private static double Uniform(SeededRandom random, double low, double high) =>
        low + (high - low) * random.NextUniform();

    private static double Angle(SeededRandom random) => Uniform(random, 0, 2 * Math.PI);

    private static (double X, double Y) Polar(double radius, double angle) =>
        (radius * Math.Cos(angle), radius * Math.Sin(angle));
}
