using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Hillock.Kernels.SavedStates;

/// <summary>One bit an element: which of two slopes it has.</summary>
internal static unsafe class SlopeBits
{
    /// <summary>Elements that are packed at a time, a multiple of all vectors.</summary>
    public const int Block = 512;

    /// <summary>Sets the bits of the elements whose slope is the greater one.</summary>
    public static void Pack<T>(ReadOnlySpan<T> derivative, (T Smaller, T Greater) slopes, Span<byte> bits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var lanes = Vector512<T>.Count;
        var middle = (slopes.Smaller / T.CreateTruncating(2)) + (slopes.Greater / T.CreateTruncating(2));
        var middles = Vector512.Create(middle);
        var whole = derivative.Length - (derivative.Length % lanes);
        for (var i = 0; i < whole; i += lanes)
        {
            var slope = Vector512.Create(derivative.Slice(i, lanes));
            var mask = Vector512.GreaterThan(slope, middles).ExtractMostSignificantBits();
            if (lanes == 8) bits[i / 8] = (byte)mask;
            else BinaryPrimitives.WriteUInt16LittleEndian(bits[(i / 8)..], (ushort)mask);
        }

        if (whole == derivative.Length) return;
        bits[(whole / 8)..((derivative.Length + 7) / 8)].Clear();
        for (var i = whole; i < derivative.Length; i++)
            if (derivative[i] > middle)
                bits[i / 8] |= (byte)(1 << (i % 8));
    }

    /// <summary>gradient = upstream · slope.</summary>
    public static void Apply<T>(
        ReadOnlySpan<byte> bits, (T Smaller, T Greater) slopes, ReadOnlySpan<T> upstream, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var lanes = Vector512<T>.Count;
        var (smaller, greater) = (Vector512.Create(slopes.Smaller), Vector512.Create(slopes.Greater));
        var whole = upstream.Length - (upstream.Length % lanes);
        for (var i = 0; i < whole; i += lanes)
        {
            var mask = lanes == 8 ? bits[i / 8] : BinaryPrimitives.ReadUInt16LittleEndian(bits[(i / 8)..]);
            var slope = Vector512.ConditionalSelect(Spread<T>(mask), greater, smaller);
            (Vector512.Create(upstream.Slice(i, lanes)) * slope).CopyTo(gradient[i..]);
        }

        for (var i = whole; i < upstream.Length; i++)
            gradient[i] = upstream[i] * ((bits[i / 8] >> (i % 8) & 1) != 0 ? slopes.Greater : slopes.Smaller);
    }

    // All bits of a lane where its bit is set.
    private static Vector512<T> Spread<T>(uint mask)
    {
        if (typeof(T) == typeof(double))
        {
            var bit = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);
            return Vector512.Equals(Vector512.Create((ulong)mask) & bit, bit).As<ulong, T>();
        }

        var bits = Vector512.Create(
            1U, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return Vector512.Equals(Vector512.Create(mask) & bits, bits).As<uint, T>();
    }
}
