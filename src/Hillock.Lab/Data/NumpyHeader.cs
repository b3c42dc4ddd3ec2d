using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hillock.Lab.Data;

/// <summary>
/// The start of a .npy file: the magic bytes, the version, the length of what follows, and a Python dictionary of
/// element type, order and shape, padded with spaces so that the numbers begin at a multiple of 64 bytes.
/// </summary>
internal sealed partial record NumpyHeader(string ElementType, int[] Shape)
{
    public const string Single = "<f4";
    public const string Double = "<f8";

    private const int Alignment = 64;
    private const int LongestDictionary = 1 << 20;

    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];

    /// <summary>How many numbers the shape holds; more than any array can where that is not countable.</summary>
    public long Count => Shape.Contains(0)
        ? 0
        : Shape.Aggregate(1L, (count, length) => count > Array.MaxLength ? count : count * length);

    /// <summary>The shape as Python writes it.</summary>
    public string ShapeText => Shape.Length == 1 ? $"({Shape[0]},)" : $"({string.Join(", ", Shape)})";

    /// <summary>Reads the header, and leaves the stream at the first number.</summary>
    public static NumpyHeader Read(string path, Stream stream)
    {
        byte[] start = ReadBytes(path, stream, Magic.Length + 2);
        if (!start.AsSpan().StartsWith(Magic))
            throw new DataException($"{path}: this is not a NumPy file; one begins with the bytes 93 'NUMPY'.");
        int length = (start[^2], start[^1]) switch
        {
            (1, 0) => BinaryPrimitives.ReadUInt16LittleEndian(ReadBytes(path, stream, 2)),
            (2, 0) => BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(path, stream, 4)),
            (var major, var minor) => throw new DataException(
                $"{path}: this is version {major}.{minor} of NumPy's format; versions 1.0 and 2.0 are read."),
        };
        if (length is < 0 or > LongestDictionary)
            throw new DataException($"{path}: the header claims an impossible length of {(uint)length} bytes.");
        return Parse(path, Encoding.Latin1.GetString(ReadBytes(path, stream, length)));
    }

    /// <summary>The header as it is written.</summary>
    public byte[] ToBytes()
    {
        string dictionary = $"{{'descr': '{ElementType}', 'fortran_order': False, 'shape': {ShapeText}, }}";
        int prefix = Magic.Length + 4;
        int total = (prefix + dictionary.Length + Alignment) / Alignment * Alignment;
        var bytes = new byte[total];
        Magic.CopyTo(bytes, 0);
        bytes[Magic.Length] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(prefix - 2), checked((ushort)(total - prefix)));
        Encoding.Latin1.GetBytes(dictionary.PadRight(total - prefix - 1) + '\n', bytes.AsSpan(prefix));
        return bytes;
    }

    private static NumpyHeader Parse(string path, string dictionary)
    {
        Match type = TypeEntry().Match(dictionary);
        Match order = OrderEntry().Match(dictionary);
        Match shape = ShapeEntry().Match(dictionary);
        if (!type.Success || !order.Success || !shape.Success)
            throw new DataException($"{path}: the header is not understood: {dictionary.Trim()}.");

        string elementType = type.Groups[1].Value.Trim('\'', '"');
        if (elementType is not (Single or Double))
        {
            throw new DataException(
                $"{path}: the element type is {elementType}{Known(elementType)}; "
                + "'<f4' and '<f8', little-endian float32 and float64, are read.");
        }
        var header = new NumpyHeader(elementType, ParseShape(path, shape.Groups[1].Value));
        if (order.Groups[1].Value == "True" && header.Shape.Length > 1)
        {
            throw new DataException(
                $"{path}: the array lies in Fortran order; C order is read, which numpy.ascontiguousarray gives.");
        }
        return header;
    }

    private static int[] ParseShape(string path, string text)
    {
        string[] lengths = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // Python 2 wrote 3L for a long integer.
        return [.. lengths.Select(length => length.TrimEnd('L')).Select(length =>
            int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? number
                : throw new DataException($"{path}: '{length}' in the shape ({text}) is not a readable length."))];
    }

    private static string Known(string elementType) => elementType switch
    {
        [_, 'f', '2'] => " (half precision)",
        ['>', 'f', ..] => " (big-endian)",
        [_, 'f', ..] => " (extended precision)",
        [_, 'i' or 'u', ..] => " (integers)",
        [_, 'b', ..] => " (truth values)",
        [_, 'c', ..] => " (complex numbers)",
        [_, 'O', ..] => " (Python objects)",
        ['[', ..] => " (records)",
        _ => "",
    };

    private static byte[] ReadBytes(string path, Stream stream, int count)
    {
        var bytes = new byte[count];
        return stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count
            ? bytes
            : throw new DataException($"{path}: the file ends inside its header; it is truncated or no NumPy file.");
    }

    [GeneratedRegex("""['"]descr['"]\s*:\s*('[^']*'|"[^"]*"|\[.*\])""")]
    private static partial Regex TypeEntry();

    [GeneratedRegex("""['"]fortran_order['"]\s*:\s*(True|False)""")]
    private static partial Regex OrderEntry();

    [GeneratedRegex("""['"]shape['"]\s*:\s*\(([^)]*)\)""")]
    private static partial Regex ShapeEntry();
}
