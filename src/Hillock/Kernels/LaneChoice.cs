using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hillock.Kernels;

/// <summary>Decides in which format a kernel computes, so that it keeps the bound of its precision.</summary>
/// <remarks>
/// Arithmetic in the lanes of the elements is the fastest. Where a sample over all sizes of x shows it to miss the bound,
/// what its roundings lose is carried along; where that misses it too, or costs more, floats are computed as doubles and
/// rounded once. The sample decides between programs, it proves nothing: <c>hillock verify --exhaustive</c> looks at
/// every float.
/// </remarks>
internal static unsafe class LaneChoice
{
    // Of the bounds of values and of derivatives, so that what the sample does not show fits in. Derivatives have more
    // terms, whose errors seldom meet.
    private const double MarginOfValues = 0.87;
    private const double MarginOfDerivatives = 0.8;

    // Whole vectors.
    private const int BlockLength = 1024;

    private static readonly float[] Sample = [.. SamplePoints()];

    /// <exception cref="NotSupportedException">The type has no kernels.</exception>
    /// <exception cref="ArgumentException">The type has no kernels of this precision.</exception>
    public static void Check<T>(KernelPrecision precision)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var format = ElementFormat.Of<T>();
        if (precision == KernelPrecision.Exact && !format.IsSingle)
            throw new ArgumentException(
                $"There are no exact kernels for {typeof(T).Name}: they need lanes of twice the width.", nameof(precision));
    }

    /// <summary>The program for a precision.</summary>
    public static VectorProgram Translate<T>(Translation translation, KernelPrecision precision)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (precision == KernelPrecision.Exact) return translation.Build(ElementFormat.Double);
        if (typeof(T) == typeof(double)) return translation.Build(ElementFormat.Double);
        var wide = translation.Build(ElementFormat.WidenedSingle);
        float[] sample = [.. Sample, .. AroundKinks(translation.Kinks)];
        var expected = Run(translation, wide, Array.ConvertAll(sample, x => (double)x));
        var narrow = translation.Build(ElementFormat.Single);
        var kept = KeepBound(translation, narrow, sample, expected, precision);
        if (Array.TrueForAll(kept, isKept => isKept)) return narrow;
        return Compensated(translation, kept)
            .Where(program => KernelCost.Weight(program) <= KernelCost.Weight(wide))
            .OrderBy(KernelCost.Weight)
            .FirstOrDefault(
                program => Array.TrueForAll(KeepBound(translation, program, sample, expected, precision), isKept => isKept),
                wide);
    }

    // Where some outputs need no compensation, the others may or may not have use for what all of them would share.
    private static IEnumerable<VectorProgram> Compensated(Translation translation, bool[] isKeptWithout)
    {
        yield return translation.Build(ElementFormat.CompensatedSingle);
        if (isKeptWithout.Contains(true))
            yield return translation.Build(
                [.. isKeptWithout.Select(isKept => isKept ? ElementFormat.Single : ElementFormat.CompensatedSingle)]);
    }

    // For each output, whether the program keeps the bound on the sample.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool[] KeepBound(
        Translation translation, VectorProgram program, float[] sample, double[][] expected, KernelPrecision precision)
    {
        double[][] nearZeros = [.. expected.Select(y => SignChanges(sample, y, translation.Kinks))];
        var blocks = (sample.Length + BlockLength - 1) / BlockLength;
        var kept = new bool[translation.OutputCount];
        Array.Fill(kept, true);
        // From the middle outwards, where a program that misses the bound is found out soonest.
        foreach (var block in Enumerable.Range(0, blocks).OrderBy(k => Math.Abs((2 * k) - blocks)))
        {
            var start = block * BlockLength;
            var x = sample[start..Math.Min(start + BlockLength, sample.Length)];
            var actual = Run(translation, program, x);
            for (var output = 0; output < translation.OutputCount; output++)
            {
                var want = expected[output].AsSpan(start, x.Length);
                var zeros = translation.IsDerivative[output] ? nearZeros[output] : null;
                kept[output] &= KeepsBound(x, want, actual[output], zeros, precision);
            }

            if (!kept.Contains(true)) break;
        }

        return kept;
    }

    private static bool KeepsBound(
        float[] x, ReadOnlySpan<double> expected, float[] actual, double[]? zeros, KernelPrecision precision)
    {
        var isDerivative = zeros is not null;
        var bound = (isDerivative ? MarginOfDerivatives : MarginOfValues) * KernelBounds.Of(precision, isDerivative);
        for (var i = 0; i < x.Length; i++)
        {
            var (want, got) = (expected[i], actual[i]);
            var unit = SizeOfUlp(want);
            if (zeros is not null && IsNear(x[i], zeros)) unit = Math.Max(unit, KernelBounds.SmallestUnitNearZero);
            if (!IsWithin(bound * unit, want, got)) return false;
            // A value keeps the sign of a zero; that of a derivative means nothing.
            if (!isDerivative && got == 0 && float.IsNegative(got) != double.IsNegative(want)) return false;
        }

        return true;
    }

    private static bool IsWithin(double bound, double expected, float actual) =>
        double.IsNaN(expected) ? float.IsNaN(actual)
        : actual == (float)expected || Math.Abs(actual - expected) <= bound;

    // As hillock verify sees it: where a function passes through zero, but not at 0, by a jump, or again and again.
    private static double[] SignChanges(float[] x, double[] y, IReadOnlyList<double> kinks)
    {
        const int most = 4;
        var found = new List<double>();
        for (var i = 1; i < x.Length; i++)
        {
            var (left, right) = (x[i - 1], x[i]);
            if (y[i - 1] * y[i] < 0 && left < right && left * right > 0 && !kinks.Any(kink => left <= kink && kink <= right))
                found.Add(left);
        }

        return found.Count <= most ? [.. found] : [];
    }

    private static bool IsNear(float x, double[] zeros)
    {
        foreach (var zero in zeros)
            if (Math.Abs(x - zero) <= Math.Abs(zero) / 2)
                return true;
        return false;
    }

    private static double SizeOfUlp(double value) =>
        Math.ScaleB(1, Math.Max(Math.ILogB(Math.Abs(value)), -126) - 23);

    private static T[][] Run<T>(Translation translation, VectorProgram program, T[] x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var results = new T[translation.OutputCount][];
        for (var o = 0; o < results.Length; o++) results[o] = new T[x.Length];
        var upstream = new T[x.Length];
        Array.Fill(upstream, T.One);
        translation.Interpret(program, x, upstream, results);
        return results;
    }

    // x + 3 may be 6 to a float where x is not yet 3: the neighbours of a kink may fall on its other side.
    private static IEnumerable<float> AroundKinks(IEnumerable<double> kinks)
    {
        const int reach = 8;
        foreach (var kink in kinks)
        {
            var x = (float)kink;
            for (var i = 0; i < reach; i++) x = MathF.BitDecrement(x);
            for (var i = 0; i < 2 * reach; i++, x = MathF.BitIncrement(x)) yield return x;
        }
    }

    // Every binade of floats, and densely where activations bend; in order.
    private static List<float> SamplePoints()
    {
        const int perBinade = 12;
        const int dense = 6000;
        var random = new Random(20161);
        var points = new SortedSet<float>();
        for (var exponent = -149; exponent <= 127; exponent++)
            for (var i = 0; i < perBinade; i++)
            {
                var size = (float)Math.ScaleB(1 + random.NextDouble(), exponent);
                points.Add(size);
                points.Add(-size);
            }

        for (var i = 0; i < dense; i++) points.Add((float)((random.NextDouble() * 40) - 20));
        for (var i = 0; i < dense / 4; i++) points.Add((float)((random.NextDouble() * 220) - 110));
        var sorted = points.ToList();
        // Whole vectors.
        while (sorted.Count % 16 != 0) sorted.Add(sorted[^1]);
        sorted.AddRange([-0f, 0f, float.NegativeInfinity, float.PositiveInfinity, float.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        return sorted;
    }
}
