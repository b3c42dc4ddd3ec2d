using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hillock.Kernels;

/// <summary>The rules for native arrays that all kernels share: those of <see cref="Spans"/>, for lengths beyond
/// <see cref="int.MaxValue"/> too.</summary>
internal static unsafe class Pointers
{
    /// <summary>Refuses a negative count, a null pointer to elements, and an array that would reach over the end of the
    /// address space.</summary>
    public static void CheckArray<T>(
        T* array, nint count, [CallerArgumentExpression(nameof(array))] string name = "")
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return;
        if (array is null) throw new ArgumentNullException(name, $"{name} is null but has {Text(count)} elements.");
        if ((nuint)count > (nuint.MaxValue - (nuint)array) / (nuint)sizeof(T))
            throw new ArgumentOutOfRangeException(
                nameof(count), $"{Text(count)} elements at {name} reach over the end of the address space.");
    }

    /// <summary>Refuses a destination that overlaps the source with another start.</summary>
    public static void CheckDestination<T>(
        T* source, T* destination, nint count, [CallerArgumentExpression(nameof(destination))] string name = "")
        where T : unmanaged
    {
        if (source == destination || !Overlap(source, destination, count)) return;
        var bytes = (nint)destination - (nint)source;
        var (distance, unit) = bytes % sizeof(T) == 0 ? (bytes / sizeof(T), "elements") : (bytes, "bytes");
        throw new ArgumentException(
            $"{name} overlaps a source but starts {Text(distance)} {unit} away from it; "
            + "it must be the same memory or disjoint.",
            name);
    }

    /// <summary>Refuses gradients that do not fit the pre-activations in memory.</summary>
    public static void CheckBackward<T>(T* x, T* upstream, T* gradient, nint count)
        where T : unmanaged
    {
        CheckArray(x, count);
        CheckArray(upstream, count);
        CheckArray(gradient, count);
        CheckDestination(x, gradient, count);
        CheckDestination(upstream, gradient, count);
    }

    /// <summary>Refuses two destinations that share memory.</summary>
    public static void CheckDisjoint<T>(
        T* first, T* second, nint count, [CallerArgumentExpression(nameof(second))] string name = "")
        where T : unmanaged
    {
        if (Overlap(first, second, count)) throw new ArgumentException("Two destinations share memory.", name);
    }

    private static bool Overlap<T>(T* first, T* second, nint count)
        where T : unmanaged => first < second + count && second < first + count;

    private static string Text(nint number) => number.ToString(CultureInfo.InvariantCulture);
}
