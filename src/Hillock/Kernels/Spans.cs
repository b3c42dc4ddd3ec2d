using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Kernels;

/// <summary>The rules for spans that all kernels share, and sums over them.</summary>
internal static unsafe class Spans
{
    /// <summary>Refuses a destination that is too short for the source.</summary>
    public static void CheckRoom<T>(
        ReadOnlySpan<T> source,
        ReadOnlySpan<T> destination,
        [CallerArgumentExpression(nameof(destination))] string name = "")
    {
        if (destination.Length < source.Length)
            throw new ArgumentException(
                $"The source has {source.Length} elements but {name} has room for {destination.Length}.", name);
    }

    /// <summary>Refuses gradients whose lengths do not fit the pre-activations.</summary>
    public static void CheckBackwardRoom<T>(
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> upstream,
        ReadOnlySpan<T> gradient,
        [CallerArgumentExpression(nameof(x))] string name = "")
    {
        if (upstream.Length != x.Length)
            throw new ArgumentException(
                $"{name} has {x.Length} elements but upstream has {upstream.Length}.", nameof(upstream));
        CheckRoom(x, gradient);
    }

    /// <summary>Refuses a destination that is too short or overlaps the source with another start.</summary>
    public static void CheckDestination<T>(
        ReadOnlySpan<T> source,
        ReadOnlySpan<T> destination,
        [CallerArgumentExpression(nameof(destination))] string name = "")
        where T : unmanaged
    {
        CheckRoom(source, destination, name);
        fixed (T* from = source, to = destination) Pointers.CheckDestination(from, to, source.Length, name);
    }

    /// <summary>Refuses gradients that do not fit the pre-activations, in length or in memory.</summary>
    public static void CheckBackward<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> upstream, ReadOnlySpan<T> gradient)
        where T : unmanaged
    {
        CheckBackwardRoom(x, upstream, gradient);
        CheckDestination(x, gradient);
        CheckDestination(upstream, gradient);
    }

    /// <summary>The sum in double precision, by eight interleaved partial sums, whatever the vector width.</summary>
    public static double Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var lanes = Vector512<double>.Count;
        var partial = Vector512<double>.Zero;
        var whole = values.Length - (values.Length % lanes);
        fixed (T* start = values)
            for (var i = 0; i < whole; i += lanes)
                partial += Eight(start + i);
        for (var i = whole; i < values.Length; i++)
            partial = partial.WithElement(i - whole, partial[i - whole] + double.CreateTruncating(values[i]));
        return (partial[0] + partial[1] + (partial[2] + partial[3]))
            + (partial[4] + partial[5] + (partial[6] + partial[7]));
    }

    /// <summary>sums[i] += values[i], in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo<T>(double* sums, T* values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var lanes = Vector512<double>.Count;
        var i = 0;
        for (; i <= count - lanes; i += lanes) (Vector512.Load(sums + i) + Eight(values + i)).Store(sums + i);
        for (; i < count; i++) sums[i] += double.CreateTruncating(values[i]);
    }

    private static Vector512<double> Eight<T>(T* values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double)) return Vector512.Load((double*)values);
        var (lower, upper) = Vector256.Widen(Vector256.Load((float*)values));
        return Vector512.Create(lower, upper);
    }
}
