using System.Globalization;
using System.Runtime.InteropServices;

namespace Hillock.Tests.Kernels.Memory;

/// <summary>The calls of Linux that map pages of memory.</summary>
internal static unsafe partial class NativePages
{
    public const int None = 0, Read = 1, ReadWrite = 3;

    private const int Shared = 0x01, Private = 0x02, Fixed = 0x10, Anonymous = 0x20, NoReserve = 0x4000;
    private const int PopulateNow = 0x8000;
    private const int HugePages = 14;

    public static nint PageSize => Environment.SystemPageSize;

    public static void SkipElsewhere() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pages are mapped with the calls of Linux.");

    /// <summary>Address space whose pages are zero, and take memory only once they are written to.</summary>
    public static byte* Reserve(nint bytes, int protection)
    {
        var start = Checked(MemoryMap(null, bytes, protection, Private | Anonymous | NoReserve, -1, 0));
        // Only a wish: fewer and larger pages are faster to map.
        _ = Advise(start, bytes, HugePages);
        return start;
    }

    /// <summary>Replaces reserved pages by those of a file.</summary>
    public static void Place(byte* start, nint bytes, int file) =>
        Checked(MemoryMap(start, bytes, ReadWrite, Shared | Fixed | PopulateNow, file, 0));

    /// <summary>A file without a name, in memory.</summary>
    public static int MemoryFile(nint bytes)
    {
        var file = MemoryFileCreate("hillock-tests", 0);
        if (file < 0 || SetLength(file, bytes) != 0) throw Failure();
        return file;
    }

    public static void Protect(byte* start, nint bytes, int protection)
    {
        if (MemoryProtect(start, bytes, protection) != 0) throw Failure();
    }

    public static void Release(byte* start, nint bytes) => _ = MemoryUnmap(start, bytes);

    public static void Close(int file) => _ = CloseFile(file);

    private static byte* Checked(void* start) => (nint)start == -1 ? throw Failure() : (byte*)start;

    private static InvalidOperationException Failure() => new(string.Create(
        CultureInfo.InvariantCulture, $"Pages could not be mapped: error {Marshal.GetLastPInvokeError()}."));

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial void* MemoryMap(void* start, nint bytes, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int MemoryUnmap(void* start, nint bytes);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int MemoryProtect(void* start, nint bytes, int protection);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* start, nint bytes, int advice);

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MemoryFileCreate(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    private static partial int SetLength(int file, nint bytes);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseFile(int file);
}
