using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Lab.Data;

/// <summary>Reads and writes NumPy's .npy files of little-endian float32 and float64.</summary>
public static class NumpyFile
{
    // The bytes of a span are counted in an int, those of an array are not.
    private const int ChunkLength = 1 << 24;

    /// <summary>Reads a file: a <see cref="NumpyArray{T}"/> of float or of double, as the file has it.</summary>
    /// <exception cref="DataException">The file is missing, damaged, or of another kind.</exception>
    public static NumpyArray Read(string path)
    {
        using FileStream stream = DataFile.Open(path);
        NumpyHeader header = NumpyHeader.Read(path, stream);
        return header.ElementType == NumpyHeader.Single
            ? new NumpyArray<float>(ReadValues<float>(path, stream, header), header.Shape)
            : new NumpyArray<double>(ReadValues<double>(path, stream, header), header.Shape);
    }

    /// <summary>Writes a file, in place of one that is there.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write<T>(string path, NumpyArray<T> array) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string elementType = array switch
        {
            NumpyArray<float> => NumpyHeader.Single,
            NumpyArray<double> => NumpyHeader.Double,
            _ => throw new NotSupportedException($"NumPy files of {typeof(T).Name} are not written."),
        };
        try
        {
            using FileStream stream = DataFile.Create(path);
            stream.Write(new NumpyHeader(elementType, [.. array.Shape]).ToBytes());
            foreach (Memory<T> chunk in Chunks(array.Values))
                stream.Write(MemoryMarshal.AsBytes(chunk.Span));
        }
        catch (IOException e)
        {
            throw new DataException($"{path}: the file could not be written: {e.Message}", e);
        }
    }

    private static T[] ReadValues<T>(string path, FileStream stream, NumpyHeader header)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long bytes = header.Count * Marshal.SizeOf<T>();
        CheckLength(path, stream, header, bytes);
        T[] values = GC.AllocateUninitializedArray<T>((int)header.Count);
        try
        {
            foreach (Memory<T> chunk in Chunks(values))
                stream.ReadExactly(MemoryMarshal.AsBytes(chunk.Span));
        }
        catch (EndOfStreamException e)
        {
            throw new DataException($"{path}: the file ends before the {bytes} bytes of shape {header.ShapeText}.", e);
        }
        return values;
    }

    /// <summary>Looks before memory is taken for a shape that may be nonsense; a pipe's length is not known.</summary>
    private static void CheckLength(string path, FileStream stream, NumpyHeader header, long expected)
    {
        if (header.Count > Array.MaxLength)
        {
            throw new DataException(
                $"{path}: shape {header.ShapeText} is too large; at most {Array.MaxLength} numbers are read.");
        }
        if (!stream.CanSeek)
            return;
        long found = stream.Length - stream.Position;
        if (found != expected)
        {
            string problem = found < expected ? "the file is truncated" : "the file is too long";
            throw new DataException(
                $"{path}: {problem}: {found} bytes follow the header where shape {header.ShapeText} needs {expected}.");
        }
    }

    private static IEnumerable<Memory<T>> Chunks<T>(T[] values)
    {
        for (int start = 0; start < values.Length; start += Math.Min(ChunkLength, values.Length - start))
            yield return values.AsMemory(start, Math.Min(ChunkLength, values.Length - start));
    }
}
