namespace Hillock.Kernels.Threading;

/// <summary>Threads that wait for chunks of a kernel's work.</summary>
/// <remarks>
/// A kernel's work often takes ten microseconds, about what it takes to wake a thread. So a worker that has had work
/// looks for more for a short while, and only then sleeps. Each thread does the chunks of a range of its own first, so
/// that repeated calls over the same memory find it in the caches of the same cores, and then what is left of the
/// others' ranges: a worker that sleeps or is slow holds up nobody. A caller that finds the pool in use does its work
/// alone.
/// </remarks>
internal sealed unsafe class WorkerPool
{
    // The gate counts the workers inside; closed, it is far below zero.
    private const int Opening = 1 << 30;

    private readonly List<Worker> _workers = [];
    private int _isTaken;
    private int _gate = -Opening;
    private int _generation;

    private IChunkedWork? _work;
    private void* _call;
    private int _threads;
    private Range[] _ranges = [];

    public static WorkerPool Shared { get; } = new();

    /// <summary>Changes when there is new work.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>Does all chunks, on this thread and up to <paramref name="threads"/> − 1 others.</summary>
    public void Run(IChunkedWork work, void* call, int chunks, int threads)
    {
        if (threads < 2 || Interlocked.CompareExchange(ref _isTaken, 1, 0) != 0)
        {
            for (var chunk = 0; chunk < chunks; chunk++) work.Run(call, chunk);
            return;
        }

        Prepare(work, call, chunks, threads);
        Interlocked.Add(ref _gate, Opening);
        Interlocked.Increment(ref _generation);
        for (var i = 0; i < threads - 1; i++) _workers[i].Wake();
        DoChunks(0);
        Interlocked.Add(ref _gate, -Opening);
        WaitForWorkers();
        _work = null;
        Volatile.Write(ref _isTaken, 0);
    }

    /// <summary>Takes part in the work there is, if there is any.</summary>
    /// <param name="thread">The number of the thread; the caller of <see cref="Run"/> is 0.</param>
    public void Join(int thread)
    {
        if (Interlocked.Increment(ref _gate) > 0 && thread < _threads) DoChunks(thread);
        Interlocked.Decrement(ref _gate);
    }

    private void Prepare(IChunkedWork work, void* call, int chunks, int threads)
    {
        while (_workers.Count < threads - 1) _workers.Add(new Worker(this, _workers.Count + 1));
        if (_ranges.Length < threads) _ranges = new Range[threads];
        for (var i = 0; i < threads; i++)
        {
            _ranges[i].Next = (int)((long)chunks * i / threads);
            _ranges[i].End = (int)((long)chunks * (i + 1) / threads);
        }

        _work = work;
        _call = call;
        _threads = threads;
    }

    private void DoChunks(int thread)
    {
        for (var i = 0; i < _threads; i++)
        {
            ref var range = ref _ranges[(thread + i) % _threads];
            while (Interlocked.Increment(ref range.Next) - 1 is var chunk && chunk < range.End) _work!.Run(_call, chunk);
        }
    }

    private void WaitForWorkers()
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _gate) != -Opening) spinner.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>The chunks that one thread does first. Each lies in a cache line of its own.</summary>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 128)]
    private struct Range
    {
        public int Next;
        public int End;
    }
}
