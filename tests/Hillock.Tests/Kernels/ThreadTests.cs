using System.Runtime.InteropServices;
using Hillock.Kernels;
using Hillock.Kernels.Threading;

namespace Hillock.Tests.Kernels;

/// <summary>Sharing a call among threads changes nothing but the time.</summary>
public class ThreadTests
{
    // Enough for every kernel to be shared, and no multiple of anything.
    private const int Count = 300_007;

    private static readonly float[] X = Numbers(3, 8);
    private static readonly float[] Upstream = Numbers(4, 1);

    public static TheoryData<string> Functions => new(KernelCases.All);

    private static float[] Numbers(int seed, float size)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Count).Select(_ => (random.NextSingle() - 0.5f) * size)];
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Same_bits_for_any_number_of_threads(string function)
    {
        var activation = KernelCases.Parse(function);
        var kernel = activation.Kernel<float>();
        var expected = Results(kernel, activation.Parameters.Count);
        foreach (var threads in new[] { 2, 3, 7 })
        {
            var actual = Results(kernel.WithExactThreads(threads), activation.Parameters.Count);
            for (var i = 0; i < expected.Count; i++)
                Assert.True(actual[i].AsSpan().SequenceEqual(expected[i]), $"{function}, result {i}, {threads} threads");
        }
    }

    // As bytes: NaN is not equal to itself.
    private static List<byte[]> Results(ActivationKernel<float> kernel, int parameters)
    {
        var (value, derivative, gradient) = (new float[Count], new float[Count], new float[Count]);
        var sums = new double[parameters];
        kernel.ValueAndDerivative(X, value, derivative);
        kernel.Value(X.AsSpan(1), value.AsSpan(1));
        kernel.Backward(X, Upstream, gradient, [], sums);
        return [Bytes<float>(value), Bytes<float>(derivative), Bytes<float>(gradient), Bytes<double>(sums)];
    }

    private static byte[] Bytes<T>(ReadOnlySpan<T> values)
        where T : struct => MemoryMarshal.AsBytes(values).ToArray();

    [Fact]
    public void A_shared_call_allocates_nothing()
    {
        var kernel = KernelCases.Parse("tanh").Kernel<float>().WithExactThreads(2);
        var y = new float[Count];
        for (var i = 0; i < 3; i++) kernel.Value(X, y);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++) kernel.Value(X, y);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Callers_that_come_at_the_same_time_all_get_their_results()
    {
        var kernel = KernelCases.Parse("gelu").Kernel<float>();
        var expected = new float[Count];
        kernel.Value(X, expected);
        Parallel.For(0, 8, _ =>
        {
            var y = new float[Count];
            for (var i = 0; i < 5; i++)
            {
                kernel.WithExactThreads(3).Value(X, y);
                Assert.Equal(expected, y);
                y.AsSpan().Clear();
            }
        });
    }

    [Fact]
    public void Fewer_than_one_thread_is_refused_and_more_than_there_are_processors_are_not_used()
    {
        var kernel = KernelCases.Parse("gelu").Kernel<float>();
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.WithThreads(0));
        Assert.Equal(1, kernel.Threads);
        Assert.Equal(Environment.ProcessorCount, kernel.WithThreads(10_000).Threads);
        Assert.Equal(1, kernel.WithThreads(2).WithThreads(1).Threads);
    }

    [Fact]
    public unsafe void The_pool_does_each_chunk_once_whether_workers_sleep_or_not()
    {
        var pool = new WorkerPool();
        var random = new Random(1);
        var work = new Counting();
        for (var round = 0; round < 3000; round++)
        {
            var chunks = random.Next(0, 40);
            pool.Run(work, (void*)(nint)round, chunks, random.Next(1, 6));
            for (var i = 0; i < work.Times.Length; i++)
                Assert.Equal(i < chunks ? 1 : 0, Interlocked.Exchange(ref work.Times[i], 0));
            if (chunks > 0) Assert.Equal(round, (int)work.LastCall);
            if (round % 500 == 0) Thread.Sleep(2);
        }
    }

    private sealed unsafe class Counting : IChunkedWork
    {
        public int[] Times { get; } = new int[41];

        public nint LastCall { get; private set; }

        public void Run(void* call, int chunk)
        {
            Interlocked.Increment(ref Times[chunk]);
            LastCall = (nint)call;
        }
    }

    [Theory]
    [InlineData(0, 1_000_003, 2)]
    [InlineData(20, 1_000_003, 3)]
    [InlineData(3, 70_000, 2)]
    [InlineData(63, 5, 2)]
    public unsafe void Chunks_follow_each_other_and_end_where_cache_lines_end(int misplaced, int count, int threads)
    {
        var start = (float*)(4096 + misplaced);
        var partition = Partition.OfLines(start, count, threads);
        var next = (nint)0;
        for (var chunk = 0; chunk < partition.Chunks; chunk++)
        {
            Assert.Equal(next, partition.Start(chunk));
            next = partition.End(chunk);
            if (misplaced % sizeof(float) == 0 && next < count) Assert.Equal(0, (nint)(start + next) % 64);
        }

        Assert.Equal(count, next);
        Assert.InRange(partition.Chunks, 1, (4 * threads) + 1);
    }
}
