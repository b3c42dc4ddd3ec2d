using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Kernels.Execution;

/// <summary>Moves vectors between memory and lanes of the same or of a wider type. Narrowing rounds once, to nearest,
/// subnormal results included.</summary>
internal static unsafe class LaneMemory
{
    /// <summary>As many elements as the vector has lanes, each converted to the type of the lanes.</summary>
    public static Vector512<TLane> Load<T, TLane>(T* source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane>
    {
        if (typeof(T) == typeof(TLane)) return Vector512.Load((TLane*)source);
        var (lower, upper) = Vector256.Widen(Vector256.Load((float*)source));
        return Vector512.Create(lower, upper).As<double, TLane>();
    }

    /// <summary>Each lane converted to the type of the elements.</summary>
    public static void Store<T, TLane>(Vector512<TLane> lanes, T* destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane>
    {
        if (typeof(T) == typeof(TLane))
        {
            lanes.Store((TLane*)destination);
            return;
        }

        var wide = lanes.AsDouble();
        Vector256.Narrow(wide.GetLower(), wide.GetUpper()).Store((float*)destination);
    }

    /// <summary>Four floats as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadFour(float* source)
    {
        var (lower, upper) = Vector128.Widen(Vector128.Load(source));
        return Vector256.Create(lower, upper);
    }

    /// <summary>Four doubles as floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFour(Vector256<double> lanes, float* destination) =>
        Vector128.Narrow(lanes.GetLower(), lanes.GetUpper()).Store(destination);

    /// <summary>Two floats as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadTwo(float* source) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(double*)source).AsSingle());

    /// <summary>Two doubles as floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwo(Vector128<double> lanes, float* destination) =>
        *(double*)destination = Vector128.Narrow(lanes, lanes).AsDouble().ToScalar();

    /// <summary>Eight floats as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadEight(float* source) => Load<float, double>(source);

    /// <summary>Eight doubles as floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEight(Vector512<double> lanes, float* destination) => Store(lanes, destination);
}
