using System.Runtime.InteropServices;

namespace Hillock.Benchmarks.Training;

/// <summary>The heap of the C library, where libtorch takes its tensors from.</summary>
internal static partial class NativeHeap
{
    /// <summary>Bytes handed out and not given back. Honest only where bench.sh has told malloc to map nothing
    /// by itself.</summary>
    public static long BytesInUse() => (long)Ask().InUse;

    [LibraryImport("libc", EntryPoint = "mallinfo2")]
    private static partial Information Ask();

    /// <summary>struct mallinfo2 of glibc 2.33.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Information
    {
        private readonly nuint _arena;
        private readonly nuint _freeChunks;
        private readonly nuint _fastChunks;
        private readonly nuint _maps;
        private readonly nuint _bytesOfMaps;
        private readonly nuint _mostInUse;
        private readonly nuint _bytesOfFastChunks;
        public readonly nuint InUse;
        private readonly nuint _free;
        private readonly nuint _releasable;
    }
}
