using System.Numerics;
using Hillock.Expressions.Groups;

namespace Hillock.Kernels.Groups;

/// <summary>yᵢ = the largest of k neighbours, to the first of which the gradient goes; NaN for a group with NaN, all of
/// whose gradients are NaN.</summary>
internal sealed unsafe class MaxoutLine<T>(MaxoutDefinition definition) : LineFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _size = definition.Size;

    public override nint OutputLength(nint n) => n % _size == 0
        ? n / _size
        : throw new ShapeException($"{definition.Id} takes groups of {_size}, which do not fill an axis of {n}.");

    public override void Value(T* x, T* y, nint n)
    {
        for (nint group = 0; group < n / _size; group++) y[group] = Elements<T>.Max(x + (group * _size), _size);
    }

    public override void Backward(T* x, T* upstream, T* gradient, nint n)
    {
        for (nint group = 0; group < n / _size; group++)
        {
            T* from = x + (group * _size), to = gradient + (group * _size);
            var largest = Elements<T>.Max(from, _size);
            Elements<T>.Fill(to, _size, T.IsNaN(largest) ? T.NaN : T.Zero);
            if (!T.IsNaN(largest)) to[Elements<T>.IndexOf(from, _size, largest)] = upstream[group];
        }
    }
}
