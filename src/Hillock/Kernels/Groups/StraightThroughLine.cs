using System.Numerics;

namespace Hillock.Kernels.Groups;

/// <summary>Forward one function, backward the gradient of another that it stands for (Bengio, Léonard &amp; Courville
/// 2013).</summary>
internal sealed unsafe class StraightThroughLine<T>(LineFunction<T> forward, LineFunction<T> backward) : LineFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Value(T* x, T* y, nint n) => forward.Value(x, y, n);

    public override void Backward(T* x, T* upstream, T* gradient, nint n) => backward.Backward(x, upstream, gradient, n);
}
