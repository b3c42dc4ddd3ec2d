using System.Numerics;
using System.Runtime.CompilerServices;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Groups;

/// <summary>y = (f₁(x), f₂(x), …); dx = Σ dyₖ · fₖ′(x).</summary>
[SkipLocalsInit]
internal sealed unsafe class JoinedLine<T>(JoinedDefinition definition, VectorWidth width) : LineFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ActivationKernel<T>[] _parts = [.. definition.Parts.Select(part => Kernel(part, width))];

    public override nint OutputLength(nint n) => checked(n * _parts.Length);

    public override void Value(T* x, T* y, nint n)
    {
        for (var part = 0; part < _parts.Length; part++) _parts[part].Value(x, y + (part * n), n);
    }

    public override void Backward(T* x, T* upstream, T* gradient, nint n)
    {
        var scratch = stackalloc T[Block];
        Elements<T>.Fill(gradient, n, T.Zero);
        for (var part = 0; part < _parts.Length; part++)
            for (nint start = 0; start < n; start += Block)
            {
                var length = Math.Min(Block, n - start);
                _parts[part].Backward(x + start, upstream + (part * n) + start, scratch, length);
                Elements<T>.Add(scratch, gradient + start, length);
            }
    }
}
