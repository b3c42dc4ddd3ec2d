namespace Hillock.Benchmarks.Racing;

/// <summary>The inputs of one size and the memory that results go to. Contestants take turns on it.</summary>
internal sealed class Workload : IDisposable
{
    private const double StandardDeviation = 2;
    private const int Apart = 1024;

    public Workload(int size)
    {
        X = new FloatBuffer(size, 0 * Apart);
        Upstream = new FloatBuffer(size, 1 * Apart);
        Value = new FloatBuffer(size, 2 * Apart);
        Slope = new FloatBuffer(size, 3 * Apart);
        var random = new Random(size);
        Fill(X.Span, random, StandardDeviation);
        Fill(Upstream.Span, random, 1);
    }

    public int Size => X.Length;

    public FloatBuffer X { get; }

    public FloatBuffer Upstream { get; }

    public FloatBuffer Value { get; }

    public FloatBuffer Slope { get; }

    public void Dispose()
    {
        X.Dispose();
        Upstream.Dispose();
        Value.Dispose();
        Slope.Dispose();
    }

    // Box and Muller; two normal numbers from two uniform ones.
    private static void Fill(Span<float> target, Random random, double deviation)
    {
        for (var i = 0; i + 1 < target.Length; i += 2)
        {
            var radius = deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            target[i] = (float)(radius * cosine);
            target[i + 1] = (float)(radius * sine);
        }
    }
}
