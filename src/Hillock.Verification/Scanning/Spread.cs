using System.Collections.Concurrent;

namespace Hillock.Verification;

/// <summary>Work spread over the cores piece by piece: pieces cost more or less, and neighbours take cores away.</summary>
internal static class Spread
{
    public static ParallelQuery<T> Over<T>(IEnumerable<T> pieces) =>
        Partitioner.Create(pieces, EnumerablePartitionerOptions.NoBuffering).AsParallel();
}
