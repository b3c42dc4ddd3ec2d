using System.Runtime.CompilerServices;

namespace Hillock.Networks.Products;

/// <summary>What becomes of the elements of a product.</summary>
internal unsafe interface IOutcome
{
    static abstract void Put<TVector, TLanes>(TVector sum, float* target, float rate)
        where TLanes : ILanes<TVector>;

    static abstract void Put(float sum, float* target, float rate);
}

/// <summary>They are the result.</summary>
internal readonly unsafe struct Kept : IOutcome
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put<TVector, TLanes>(TVector sum, float* target, float rate)
        where TLanes : ILanes<TVector> =>
        TLanes.Store(sum, target);

    public static void Put(float sum, float* target, float rate) => *target = sum;
}

/// <summary>They are a gradient, which moves what lies there against it: w ← w − rate · sum, in two roundings as an
/// optimiser does it.</summary>
internal readonly unsafe struct Descent : IOutcome
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put<TVector, TLanes>(TVector sum, float* target, float rate)
        where TLanes : ILanes<TVector> =>
        TLanes.Store(TLanes.Subtract(TLanes.Load(target), TLanes.Multiply(sum, TLanes.Broadcast(rate))), target);

    public static void Put(float sum, float* target, float rate) => *target -= sum * rate;
}
