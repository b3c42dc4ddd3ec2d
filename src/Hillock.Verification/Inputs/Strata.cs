namespace Hillock.Verification;

/// <summary>The inputs for which kernels are verified.</summary>
internal static class Strata
{
    // A prime, so that samples of a float's 2^23 significands have low bits of all kinds.
    private const ulong FloatStride = 2039;

    // Numbers beside a special one, on each side of it.
    private const int Neighbours = 8;

    // Double: a witness is asked for each, so the middle gets more than the tails.
    private const int MiddleExponent = 12;
    private const int MiddleSamples = 64;
    private const int TailSamples = 2;

    /// <summary>Where implementations change their ways: ends of ranges of exp in both types, and small integers.</summary>
    private static readonly double[] Boundaries =
        [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 13, 14, 16, 17, 20, 27, 38, 87.3365, 88.7228, 91.8, 103.279, 103.972, 104, 708.396, 709.782, 745.13, 746];

    /// <summary>All numbers of the type.</summary>
    public static IReadOnlyList<Stratum> All(ElementType type) =>
    [
        .. Patterns(type, type.SpecialExponent)
            .Select(start => new Stratum([new Segment(start, 1, 1 << (type.SignificandBits - 1))])),
    ];

    /// <summary>A sample of each sign and exponent, with the ends of each, and the neighbours of special points.</summary>
    public static IReadOnlyList<Stratum> Sample(ElementType type, IEnumerable<double> special) =>
    [
        .. Patterns(type, type.SpecialExponent - 1).Select(start => Sample(type, start)),
        .. Patterns(type, 0).Select(start => type.Pattern(type.SpecialExponent) | start)
            .Select(start => new Stratum([new Segment(start, 1, 2)])),
        .. special.Concat(Boundaries).SelectMany(x => new[] { x, -x }).Distinct()
            .Select(x => new Stratum([Around(type, x)])),
    ];

    private static IEnumerable<ulong> Patterns(ElementType type, int largestExponent) =>
        Enumerable.Range(0, largestExponent + 1)
            .SelectMany(e => new[] { type.Pattern(e), type.SignBit | type.Pattern(e) });

    private static Stratum Sample(ElementType type, ulong start)
    {
        var size = 1UL << (type.SignificandBits - 1);
        var exponent = (int)((start & ~type.SignBit) >> (type.SignificandBits - 1)) - type.LargestExponent;
        var stride = type == ElementType.Float ? FloatStride
            : (size / (ulong)(Math.Abs(exponent) <= MiddleExponent ? MiddleSamples : TailSamples)) - 1;
        var edge = type == ElementType.Float ? Neighbours : 1;
        return new Stratum(
        [
            new Segment(start, stride, (int)(size / stride)),
            new Segment(start, 1, edge),
            new Segment(start + size - (ulong)edge, 1, edge),
        ]);
    }

    private static Segment Around(ElementType type, double x)
    {
        var pattern = type.ToPattern(x);
        var sizeOnly = pattern & ~type.SignBit;
        var below = Math.Min(sizeOnly, Neighbours);
        return new Segment(pattern - below, 1, (int)below + Neighbours + 1);
    }
}
