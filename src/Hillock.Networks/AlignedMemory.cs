namespace Hillock.Networks;

/// <summary>Memory that begins where a cache line does: a vector of 512 bits that does not is two loads.</summary>
internal static unsafe class AlignedMemory
{
    private const int CacheLine = 64;

    /// <summary>So many zeros.</summary>
    public static Memory<float> Take(int count)
    {
        // Pinned, so that it stays where it is.
        var array = GC.AllocateArray<float>(count + (CacheLine / sizeof(float)), pinned: true);
        fixed (float* first = array)
        {
            var behind = (int)((nuint)first % CacheLine);
            return array.AsMemory((CacheLine - behind) % CacheLine / sizeof(float), count);
        }
    }
}
