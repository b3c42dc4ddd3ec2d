using System.Numerics;

namespace Hillock.Tests.Kernels.Memory;

/// <summary>An array of more elements than the machine may have memory for: one window of memory, mapped again and
/// again, and a last window of its own.</summary>
internal sealed unsafe class RepeatedArray<T> : IDisposable
    where T : unmanaged, INumberBase<T>
{
    private const nint WindowBytes = 1 << 26;

    private readonly byte* _start;
    private readonly nint _bytes;
    private readonly int _file;

    public RepeatedArray(nint count)
    {
        Count = count;
        _bytes = ((count * sizeof(T)) + (2 * WindowBytes) - 1) / WindowBytes * WindowBytes;
        _file = NativePages.MemoryFile(WindowBytes);
        _start = NativePages.Reserve(_bytes, NativePages.ReadWrite);
        for (var offset = (nint)0; offset < _bytes - (2 * WindowBytes); offset += WindowBytes)
            NativePages.Place(_start + offset, WindowBytes, _file);
    }

    public nint Count { get; }

    public T* Start => (T*)_start;

    /// <summary>The elements that all repeated windows show.</summary>
    public Span<T> Window => new(_start, (int)(WindowBytes / sizeof(T)));

    /// <summary>The first element that is not repeated.</summary>
    public nint Last => (_bytes - (2 * WindowBytes)) / sizeof(T);

    /// <summary>The elements that are not repeated, and as many as a page holds behind the end.</summary>
    public Span<T> LastWindow => new(Start + Last, (int)(Count - Last + (NativePages.PageSize / sizeof(T))));

    public void Dispose()
    {
        NativePages.Release(_start, _bytes);
        NativePages.Close(_file);
    }
}
