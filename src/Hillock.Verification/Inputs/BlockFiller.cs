using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Verification;

/// <summary>Writes the numbers of a segment as doubles, floats several at a time.</summary>
internal static class BlockFiller
{
    public static void Fill(ElementType type, Segment segment, int first, Span<double> x)
    {
        if (type == ElementType.Float && x.Length % Vector<float>.Count == 0) FillFloats(segment, first, x);
        else
            for (var i = 0; i < x.Length; i++)
                x[i] = type.ToDouble(segment.Pattern(first + i));
    }

    private static void FillFloats(Segment segment, int first, Span<double> x)
    {
        var patterns = Vector.CreateSequence((uint)segment.Pattern(first), (uint)segment.Stride);
        var step = new Vector<uint>((uint)segment.Stride * (uint)Vector<uint>.Count);
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(x);
        for (var i = 0; i < vectors.Length; i += 2)
        {
            Vector.Widen(Vector.AsVectorSingle(patterns), out vectors[i], out vectors[i + 1]);
            patterns += step;
        }
    }
}
