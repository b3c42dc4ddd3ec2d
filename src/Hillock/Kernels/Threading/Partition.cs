namespace Hillock.Kernels.Threading;

/// <summary>Elements cut into chunks: the first is longer by <paramref name="Head"/>, the last takes what is left.</summary>
/// <param name="Count">The number of elements.</param>
/// <param name="Length">The length of a chunk.</param>
/// <param name="Head">By how much the first chunk is longer.</param>
internal readonly record struct Partition(nint Count, nint Length, nint Head = 0)
{
    private const int CacheLine = 64;

    // So that a thread that comes late, or is taken away, holds nobody up for long.
    private const int ChunksPerThread = 4;

    public int Chunks => (int)Math.Max(1, (Count - Head + Length - 1) / Length);

    /// <summary>Chunks for some threads that end where a cache line of the destination ends: no line is written by
    /// two threads.</summary>
    public static unsafe Partition OfLines<T>(T* destination, nint count, int threads)
        where T : unmanaged
    {
        var line = CacheLine / sizeof(T);
        var length = (count / (threads * ChunksPerThread) / line * line) + line;
        var misplaced = (nint)destination % CacheLine;
        return new Partition(count, length, misplaced == 0 ? 0 : (CacheLine - misplaced) / sizeof(T));
    }

    /// <summary>The first element of a chunk.</summary>
    public nint Start(int chunk) => chunk == 0 ? 0 : Head + (chunk * Length);

    /// <summary>The element behind a chunk.</summary>
    public nint End(int chunk) => Math.Min(Count, Head + ((chunk + 1) * Length));
}
