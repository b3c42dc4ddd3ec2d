using System.Numerics;

namespace Hillock.Verification;

/// <summary><see cref="UlpMeasure"/> over whole blocks, with true results known in double precision: says quickly whether
/// a block holds an error above a threshold.</summary>
internal readonly struct UlpScreen
{
    private const int DoubleBias = 1023;
    private const int DoubleStored = 52;

    private readonly UlpMeasure _measure;
    private readonly double _overflow;

    public UlpScreen(UlpMeasure measure)
    {
        _measure = measure;
        _overflow = Math.ScaleB(1, measure.Type.LargestExponent + 1);
    }

    /// <summary>Whether any error may be above the threshold, and how many zeros have another sign than expected.</summary>
    public (bool IsAbove, long WrongZeros) Look(ReadOnlySpan<double> got, ReadOnlySpan<double> expected, double threshold)
    {
        var limit = new Vector<double>(threshold);
        var above = Vector<long>.Zero;
        var zeros = Vector<long>.Zero;
        var i = 0;
        for (; i <= got.Length - Vector<double>.Count; i += Vector<double>.Count)
            Look(new Vector<double>(got[i..]), new Vector<double>(expected[i..]), limit, ref above, ref zeros);
        if (i < got.Length)
        {
            // Equal numbers make no error and no wrong zero.
            Span<double> lastGot = stackalloc double[Vector<double>.Count], lastExpected = stackalloc double[Vector<double>.Count];
            lastGot.Clear();
            lastExpected.Clear();
            got[i..].CopyTo(lastGot);
            expected[i..].CopyTo(lastExpected);
            Look(new Vector<double>(lastGot), new Vector<double>(lastExpected), limit, ref above, ref zeros);
        }

        return (above != Vector<long>.Zero, -Vector.Sum(zeros));
    }

    // Masks are −1 where they hold.
    private void Look(
        Vector<double> got, Vector<double> expected, Vector<double> limit, ref Vector<long> above, ref Vector<long> zeros)
    {
        var size = Vector.Abs(expected);
        var truth = Vector.ConditionalSelect(
            Vector.GreaterThanOrEqual(size, new Vector<double>(_overflow)),
            Vector.CopySign(new Vector<double>(double.PositiveInfinity), expected),
            expected);
        var same = Vector.Equals(got, truth) | Vector.OnesComplement(Vector.Equals(got, got) | Vector.Equals(truth, truth));
        var error = Vector.Abs(got - truth) * InverseUnit(size);
        above |= Vector.OnesComplement(same | Vector.LessThanOrEqual(error, limit));
        // The sign of the exclusive or is that of the difference of signs.
        var signs = Vector.LessThan(Vector.AsVectorInt64(got ^ expected), Vector<long>.Zero);
        zeros += Vector.Equals(got, Vector<double>.Zero) & signs & Vector.Equals(expected, expected);
    }

    // 2^−u from the bits of the exponent alone: (bias − u) as the exponent of a double.
    private Vector<double> InverseUnit(Vector<double> size)
    {
        var smallest = _measure.UnitAt(long.MinValue) + _measure.Type.SignificandBits - 1;
        var exponent = Vector.AsVectorInt64(size) & new Vector<long>(0x7FFL << DoubleStored);
        exponent = Vector.Max(exponent, new Vector<long>((long)(smallest + DoubleBias) << DoubleStored));
        var inverse = new Vector<long>((long)((2 * DoubleBias) + _measure.Type.SignificandBits - 1) << DoubleStored) - exponent;
        return Vector.AsVectorDouble(inverse);
    }
}
