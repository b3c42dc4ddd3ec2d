using System.Diagnostics;

namespace Hillock.Kernels.Threading;

/// <summary>One thread of a <see cref="WorkerPool"/>.</summary>
internal sealed class Worker
{
    // How long to look for more work before sleeping: a few times what waking takes.
    private static readonly long Patience = Stopwatch.Frequency / 10_000;

    private readonly WorkerPool _pool;
    private readonly int _thread;
    private readonly object _alarm = new();
    private bool _isAsleep;

    public Worker(WorkerPool pool, int thread)
    {
        (_pool, _thread) = (pool, thread);
        new Thread(Work) { IsBackground = true, Name = $"Hillock worker {thread}" }.Start();
    }

    /// <summary>Ends the sleep of a worker that sleeps, after <see cref="WorkerPool.Generation"/> has changed.</summary>
    public void Wake()
    {
        if (!Volatile.Read(ref _isAsleep)) return;
        lock (_alarm) Monitor.Pulse(_alarm);
    }

    private void Work()
    {
        var seen = 0;
        while (true)
        {
            AwaitOtherThan(seen);
            seen = _pool.Generation;
            _pool.Join(_thread);
        }
    }

    private void AwaitOtherThan(int seen)
    {
        var start = Stopwatch.GetTimestamp();
        while (_pool.Generation == seen)
        {
            if (Stopwatch.GetTimestamp() - start < Patience) Thread.SpinWait(1);
            else Sleep(seen);
        }
    }

    // Either this thread sees the new generation, or whoever brought it sees that this thread sleeps.
    private void Sleep(int seen)
    {
        lock (_alarm)
        {
            Volatile.Write(ref _isAsleep, true);
            Interlocked.MemoryBarrier();
            while (_pool.Generation == seen) Monitor.Wait(_alarm);
            Volatile.Write(ref _isAsleep, false);
        }
    }
}
