namespace Hillock.Tests.Kernels.Memory;

/// <summary>A page of memory between two pages that nobody may read or write: an access there ends the process.
/// Spans are cut from it that touch the guard before or behind.</summary>
internal sealed unsafe class GuardedArray<T> : IDisposable
    where T : unmanaged
{
    private const byte Untouched = 0xA5;

    private readonly byte* _start;

    public GuardedArray()
    {
        _start = NativePages.Reserve(3 * NativePages.PageSize, NativePages.None);
        NativePages.Protect(_start + NativePages.PageSize, NativePages.PageSize, NativePages.ReadWrite);
    }

    private Span<byte> Page => new(_start + NativePages.PageSize, (int)NativePages.PageSize);

    /// <summary>A span at the end of the page, or at its start; the rest of the page is marked.</summary>
    public Span<T> Cut(int length, bool touchesEnd)
    {
        Page.Fill(Untouched);
        var bytes = length * sizeof(T);
        var start = _start + NativePages.PageSize + (touchesEnd ? NativePages.PageSize - bytes : 0);
        return new Span<T>(start, length);
    }

    /// <summary>Whether nothing but the span that was cut last has been written.</summary>
    public bool IsRestUntouched(int length, bool touchesEnd)
    {
        var bytes = length * sizeof(T);
        var rest = touchesEnd ? Page[..^bytes] : Page[bytes..];
        return rest.IndexOfAnyExcept(Untouched) < 0;
    }

    public void Dispose() => NativePages.Release(_start, 3 * NativePages.PageSize);
}
