using System.Numerics;
using System.Runtime.CompilerServices;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Groups;

/// <summary>yᵢ = v(bᵢ) · g(aᵢ), a and b the halves of the line; daᵢ = dyᵢ · v(bᵢ) · g′(aᵢ), dbᵢ = dyᵢ · v′(bᵢ) · g(aᵢ).</summary>
[SkipLocalsInit]
internal sealed unsafe class GatedLine<T>(GatedDefinition definition, VectorWidth width) : LineFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ActivationKernel<T> _gate = Kernel(definition.Gate, width);
    private readonly ActivationKernel<T> _value = Kernel(definition.Value, width);

    public override nint OutputLength(nint n) => n % 2 == 0
        ? n / 2
        : throw new ShapeException($"{definition.Id} halves the axis, which has an odd length, {n}.");

    public override void Value(T* x, T* y, nint n)
    {
        var half = n / 2;
        T* a = x + GateAt(half), b = x + ValueAt(half);
        var gate = stackalloc T[Block];
        for (nint start = 0; start < half; start += Block)
        {
            var length = Math.Min(Block, half - start);
            _gate.Value(a + start, gate, length);
            _value.Value(b + start, y + start, length);
            Elements<T>.Multiply(gate, y + start, y + start, length);
        }
    }

    public override void Backward(T* x, T* upstream, T* gradient, nint n)
    {
        var half = n / 2;
        T* a = x + GateAt(half), b = x + ValueAt(half);
        T* da = gradient + GateAt(half), db = gradient + ValueAt(half);
        T* gate = stackalloc T[Block], value = stackalloc T[Block];
        for (nint start = 0; start < half; start += Block)
        {
            var length = Math.Min(Block, half - start);
            _gate.ValueAndDerivative(a + start, gate, da + start, length);
            _value.ValueAndDerivative(b + start, value, db + start, length);
            Elements<T>.Multiply(value, upstream + start, value, length);
            Elements<T>.Multiply(gate, upstream + start, gate, length);
            Elements<T>.Multiply(value, da + start, da + start, length);
            Elements<T>.Multiply(gate, db + start, db + start, length);
        }
    }

    private nint GateAt(nint half) => definition.GateFirst ? 0 : half;

    private nint ValueAt(nint half) => half - GateAt(half);
}
