using System.Runtime.CompilerServices;

namespace Hillock.Kernels.Execution;

/// <summary>The constants of a compiled kernel, a vector each, all lanes alike, at an address that does not
/// change.</summary>
/// <remarks>An instruction can take its operand from there at no cost. Constants in the code would be kept in registers by
/// the compiler of .NET, which then spills the values that are computed.</remarks>
internal sealed unsafe class NumberTable(int bytesOfVector, int bytesOfLane)
{
    public const int Alignment = 64;

    private readonly Dictionary<ulong, int> _offsets = [];
    private byte[] _memory = [];

    /// <summary>The address of the first vector, once the table is filled.</summary>
    public nint Start { get; private set; }

    /// <summary>How many bytes after <see cref="Start"/> the vector with this pattern in each lane will be.</summary>
    public int OffsetOf(ulong bits)
    {
        if (!_offsets.TryGetValue(bits, out var offset)) _offsets[bits] = offset = _offsets.Count * bytesOfVector;
        return offset;
    }

    /// <summary>Writes the vectors; the table then takes no more.</summary>
    public void Fill()
    {
        _memory = GC.AllocateUninitializedArray<byte>((_offsets.Count * bytesOfVector) + Alignment, pinned: true);
        var first = (nint)Unsafe.AsPointer(ref _memory[0]);
        Start = (first + Alignment - 1) / Alignment * Alignment;
        foreach (var (bits, offset) in _offsets)
            for (var lane = 0; lane < bytesOfVector; lane += bytesOfLane)
                if (bytesOfLane == sizeof(float)) *(uint*)(Start + offset + lane) = (uint)bits;
                else *(ulong*)(Start + offset + lane) = bits;
    }
}
