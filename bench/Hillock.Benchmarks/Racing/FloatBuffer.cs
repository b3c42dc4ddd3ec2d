using System.Runtime.InteropServices;

namespace Hillock.Benchmarks.Racing;

/// <summary>Floats outside the garbage collector, aligned to a cache line as libtorch's are, so that no contestant
/// wins by the place of its data.</summary>
internal sealed unsafe class FloatBuffer : IDisposable
{
    private const int CacheLine = 64;
    private float* _start;

    public FloatBuffer(int length)
    {
        Length = length;
        _start = (float*)NativeMemory.AlignedAlloc((nuint)length * sizeof(float), CacheLine);
        Span.Clear();
    }

    public int Length { get; }

    public nint Address => (nint)_start;

    public Span<float> Span => new(_start, Length);

    public void Dispose()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}
