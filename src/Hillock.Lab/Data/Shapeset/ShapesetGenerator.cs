using Hillock.Networks;

namespace Hillock.Lab.Data.Shapeset;

/// <summary>Shapeset-3×2: pictures of 32×32 pixels with one or two triangles, parallelograms or ellipses, drawn without
/// end.</summary>
/// <remarks>As Glorot and Bengio 2010, §2.1, describe it, with the settings of the authors' generator. Pixels are in [0, 1], as in the authors' training
/// programs; their example of the generator has [−1, 1].
/// The classes are the kinds that are in the picture: each of three alone, each of three pairs of different kinds, each of
/// three pairs of one kind. They are not equally frequent: 1/6, 1/9 and 1/18.</remarks>
internal sealed class ShapesetGenerator(SeededRandom random)
{
    public const int Side = 32;
    public const int Pixels = Side * Side;
    public const int Classes = 9;

    /// <summary>The names of the classes.</summary>
    public static readonly IReadOnlyList<string> ClassNames =
    [
        "triangle", "parallelogram", "ellipse", "triangle and parallelogram", "parallelogram and ellipse", "triangle and ellipse",
        "two triangles", "two parallelograms", "two ellipses",
    ];

    private const int Kinds = 3;
    private const int Turns = 255;
    private const int MostRejections = 50;
    private const double MostOverlap = 0.5;
    private const double SmallestScale = 0.2;
    private const double LargestScale = 0.8;

    // Greys of eight bits: the darker range reaches to 0.45, the lighter begins at 0.55.
    private const int DarkTo = 114;
    private const int LightFrom = 140;
    private const int White = 255;

    // An ellipse is drawn as a polygon of twenty corners.
    private static readonly Polygon[] Regular = [RegularPolygon(3), RegularPolygon(4), RegularPolygon(20)];

    /// <summary>Draws a picture.</summary>
    /// <param name="pixels">Receives 32×32 values, row by row.</param>
    /// <returns>Its class.</returns>
    public int Draw(Span<float> pixels)
    {
        var isLightOnDark = random.NextBelow(2) == 0;
        pixels.Fill(Grey(isDark: isLightOnDark));
        var count = 1 + random.NextBelow(2);
        Span<int> kinds = stackalloc int[Kinds];
        kinds.Clear();
        Polygon? first = null;
        for (var i = 0; i < count; i++)
        {
            var kind = random.NextBelow(Kinds);
            if (Place(kind, first) is not { } shape) break;
            shape.Fill(pixels, Side, Grey(isDark: !isLightOnDark));
            first ??= shape;
            kinds[kind]++;
        }

        return ClassOf(kinds);
    }

    /// <summary>The class of so many triangles, parallelograms and ellipses.</summary>
    public static int ClassOf(ReadOnlySpan<int> kinds) => (kinds[0], kinds[1], kinds[2]) switch
    {
        (1, 0, 0) => 0,
        (0, 1, 0) => 1,
        (0, 0, 1) => 2,
        (1, 1, 0) => 3,
        (0, 1, 1) => 4,
        (1, 0, 1) => 5,
        (2, 0, 0) => 6,
        (0, 2, 0) => 7,
        _ => 8,
    };

    /// <summary>How much of a new shape is thought to lie on an old one, as a share of the old one's area: an estimate from
    /// how far both reach on the line between their centres.</summary>
    public static double Overlap(Polygon old, Polygon added)
    {
        var (a, b) = (old.Centre, added.Centre);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        if (distance == 0) return added.Area / old.Area;
        var reach = old.ReachTowards(dx / distance, dy / distance) + added.ReachTowards(-dx / distance, -dy / distance);
        if (reach <= distance) return 0;
        var factor = 1 - Math.Exp(-(reach - distance) * Math.Log(2) / distance);
        return factor * added.Area / old.Area;
    }

    // Kind and angles are kept while scale and place are drawn again.
    private Polygon? Place(int kind, Polygon? first)
    {
        var regular = Regular[kind];
        var sector = 2 * Math.PI / regular.X.Length;
        var (before, after) = (sector * random.NextUniform(), 2 * Math.PI * random.NextBelow(Turns) / Turns);
        for (var attempt = 0; attempt <= MostRejections; attempt++)
        {
            var shape = Move(Stretch(regular, before).Turned(after));
            if (first is null || Overlap(first, shape) <= MostOverlap) return shape;
        }

        return null;
    }

    // A regular polygon that is turned, stretched and turned back becomes any triangle, any parallelogram, any ellipse.
    private Polygon Stretch(Polygon regular, double turn)
    {
        var (one, two) = (Scale(), Scale());
        var (larger, smaller) = (Math.Max(one, two), Math.Min(one, two));
        return regular.Transformed(turn, larger, smaller, -Math.Atan(smaller / larger * Math.Tan(turn)));
    }

    private double Scale() => Side * (SmallestScale + ((LargestScale - SmallestScale) * random.NextUniform()));

    private Polygon Move(Polygon shape)
    {
        // One pixel is left free around it.
        return shape.Moved(Shift(shape.X), Shift(shape.Y));

        double Shift(double[] corners)
        {
            var (low, high) = (1 - corners.Min(), Side - 1 - corners.Max());
            return low + ((high - low) * random.NextUniform());
        }
    }

    private float Grey(bool isDark)
    {
        var level = isDark ? random.NextBelow(DarkTo + 1) : LightFrom + random.NextBelow(White - LightFrom + 1);
        return level / (float)White;
    }

    // On a circle of radius 1/2, with a horizontal base.
    private static Polygon RegularPolygon(int corners)
    {
        double[] angles = [.. Enumerable.Range(0, corners).Select(i => (Math.PI / 2) + (Math.PI / corners) + (2 * Math.PI * i / corners))];
        return new([.. angles.Select(angle => 0.5 * Math.Cos(angle))], [.. angles.Select(angle => 0.5 * Math.Sin(angle))]);
    }
}
