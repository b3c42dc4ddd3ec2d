namespace Hillock.Kernels.Threading;

/// <summary>Work that is cut into chunks, which may be done in any order and by several threads at once.</summary>
internal unsafe interface IChunkedWork
{
    /// <summary>Does one chunk. Must not throw: nobody could tell the caller.</summary>
    /// <param name="call">What the caller of <see cref="WorkerPool.Run"/> passed.</param>
    /// <param name="chunk">The number of the chunk, from 0.</param>
    void Run(void* call, int chunk);
}
