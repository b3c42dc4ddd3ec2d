using System.Runtime.InteropServices;

namespace Hillock.Benchmarks.Racing;

/// <summary>Floats outside the garbage collector, aligned to a cache line, so that no contestant
/// wins by the place of its data.</summary>
internal sealed unsafe class FloatBuffer : IDisposable
{
    private const int Page = 4096;
    private readonly void* _block;
    private float* _start;

    /// <param name="length">How many floats.</param>
    /// <param name="offset">Bytes from the start of a page. A load right behind a store to the same place of another
    /// page waits for it; buffers with places of their own do not meet.</param>
    public FloatBuffer(int length, int offset)
    {
        Length = length;
        _block = NativeMemory.AlignedAlloc(((nuint)length * sizeof(float)) + Page, Page);
        _start = (float*)((byte*)_block + offset);
        Span.Clear();
    }

    public int Length { get; }

    public nint Address => (nint)_start;

    public Span<float> Span => new(_start, Length);

    public void Dispose()
    {
        NativeMemory.AlignedFree(_block);
        _start = null;
    }
}
