using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hillock.Kernels;

/// <summary>The rules for spans that all kernels share, and sums over them.</summary>
internal static class Spans
{
    /// <summary>Refuses a destination that is too short or overlaps the source with another start.</summary>
    public static void CheckDestination<T>(
        ReadOnlySpan<T> source,
        ReadOnlySpan<T> destination,
        [CallerArgumentExpression(nameof(destination))] string name = "")
    {
        if (destination.Length < source.Length)
            throw new ArgumentException(
                $"The source has {source.Length} elements but {name} has room for {destination.Length}.", name);
        if (source.Overlaps(destination[..source.Length], out var offset) && offset != 0)
            throw new ArgumentException(
                $"{name} overlaps a source but starts {offset} elements away from it; it must be the same memory or disjoint.",
                name);
    }

    /// <summary>Refuses gradients that do not fit the pre-activations, in length or in memory.</summary>
    public static void CheckBackward<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> upstream, ReadOnlySpan<T> gradient)
    {
        if (upstream.Length != x.Length)
            throw new ArgumentException(
                $"x has {x.Length} elements but upstream has {upstream.Length}.", nameof(upstream));
        CheckDestination(x, gradient);
        CheckDestination(upstream, gradient);
    }

    /// <summary>Refuses two destinations that share memory.</summary>
    public static void CheckDisjoint<T>(
        ReadOnlySpan<T> first,
        ReadOnlySpan<T> second,
        [CallerArgumentExpression(nameof(second))] string name = "")
    {
        if (first.Overlaps(second)) throw new ArgumentException("Two destinations share memory.", name);
    }

    /// <summary>The sum in double precision, by eight interleaved partial sums, whatever the vector width.</summary>
    public static double Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int lanes = 8;
        Span<double> partial = stackalloc double[lanes];
        partial.Clear();
        for (var i = 0; i < values.Length; i++) partial[i % lanes] += double.CreateTruncating(values[i]);
        return (partial[0] + partial[1] + (partial[2] + partial[3]))
            + (partial[4] + partial[5] + (partial[6] + partial[7]));
    }
}
