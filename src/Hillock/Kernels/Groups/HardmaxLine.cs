using System.Numerics;

namespace Hillock.Kernels.Groups;

/// <summary>yᵢ = 1 at the first position of the maximum, 0 elsewhere; the gradient is 0. NaN for a line with NaN.</summary>
internal sealed unsafe class HardmaxLine<T> : LineFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Value(T* x, T* y, nint n)
    {
        var largest = Elements<T>.Max(x, n);
        var place = Elements<T>.IndexOf(x, n, largest);
        Elements<T>.Fill(y, n, T.IsNaN(largest) ? T.NaN : T.Zero);
        if (place >= 0) y[place] = T.One;
    }

    public override void Backward(T* x, T* upstream, T* gradient, nint n) =>
        Elements<T>.Fill(gradient, n, T.IsNaN(Elements<T>.Max(x, n)) ? T.NaN : T.Zero);
}
