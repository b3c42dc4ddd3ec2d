using System.Buffers.Binary;
using System.IO.Compression;

namespace Hillock.Lab.Data;

/// <summary>
/// Reads idx files of unsigned bytes, the format of MNIST and its kin: a big-endian magic number 0x000008dd with dd
/// dimensions, the size of each dimension, then the bytes; plain or, with the ending .gz, compressed.
/// </summary>
internal static class IdxFile
{
    private const int UnsignedBytes = 0x0800;

    public static (int[] Shape, byte[] Values) Read(string path, int dimensions)
    {
        using Stream stream = Open(path);
        try
        {
            int[] shape = ReadShape(path, stream, dimensions);
            return (shape, ReadValues(path, stream, shape));
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"{path}: this is not a sound gzip file ({e.Message.TrimEnd('.')}).", e);
        }
    }

    private static Stream Open(string path)
    {
        FileStream file = DataFile.Open(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
    }

    private static int[] ReadShape(string path, Stream stream, int dimensions)
    {
        var header = new byte[4 * (1 + dimensions)];
        int read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < header.Length)
            throw new DataException($"{path}: the file ends after {read} bytes, inside its header of {header.Length}.");

        int magic = BinaryPrimitives.ReadInt32BigEndian(header);
        if (magic != (UnsignedBytes | dimensions))
        {
            throw new DataException(
                $"{path}: the magic number is 0x{magic:x8} where 0x{UnsignedBytes | dimensions:x8} is expected.");
        }

        var shape = new int[dimensions];
        long size = 1;
        for (int d = 0; d < dimensions; d++)
        {
            shape[d] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 * (1 + d)));
            size = shape[d] > 0 && size <= Array.MaxLength ? size * shape[d] : long.MaxValue;
        }
        if (size > Array.MaxLength)
            throw new DataException($"{path}: the header gives an impossible size, {Describe(shape)}.");
        return shape;
    }

    private static byte[] ReadValues(string path, Stream stream, int[] shape)
    {
        var values = new byte[shape.Aggregate(1, (product, size) => product * size)];
        int read = stream.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        if (read < values.Length)
        {
            throw new DataException(
                $"{path}: the file is truncated: it has {read} of the {values.Length} bytes of {Describe(shape)}.");
        }
        if (stream.ReadByte() >= 0)
            throw new DataException($"{path}: the file goes on after the {values.Length} bytes of {Describe(shape)}.");
        return values;
    }

    private static string Describe(int[] shape) => string.Join('×', shape);
}
