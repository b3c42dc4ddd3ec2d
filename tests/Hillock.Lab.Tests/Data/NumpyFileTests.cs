using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public sealed class NumpyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int[]> Shapes => new((int[][])[[], [1], [5], [0], [3, 4], [0, 7], [2, 3, 5], [1, 1, 1, 2, 1, 3]]);

    private static byte[] Npy(string dictionary, byte[] data, byte version = 1)
    {
        string padded = dictionary.PadRight(117) + '\n';
        var length = new byte[version == 1 ? 2 : 4];
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)padded.Length);
        else
            BinaryPrimitives.WriteInt32LittleEndian(length, padded.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. Encoding.Latin1.GetBytes(padded), .. data];
    }

    private static string Dictionary(string type, string shape, bool fortran = false) =>
        $"{{'descr': {type}, 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}";

    private NumpyArray Read(byte[] bytes) => NumpyFile.Read(_folder.Write("array.npy", bytes));

    private string Failure(byte[] bytes)
    {
        string message = Assert.Throws<DataException>(() => Read(bytes)).Message;
        Assert.StartsWith(Path.Combine(_folder.Path, "array.npy") + ": ", message, StringComparison.Ordinal);
        return message;
    }

    private void RoundTrip<T>(int[] shape) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string path = Path.Combine(_folder.Path, "round.npy");
        int count = shape.Aggregate(1, (product, length) => product * length);
        T[] values = [.. Enumerable.Range(0, count).Select(i => T.CreateChecked(i) / T.CreateChecked(7))];
        if (values.Length > 2)
            (values[0], values[1], values[2]) = (T.NaN, T.NegativeInfinity, T.NegativeZero);
        NumpyFile.Write(path, new NumpyArray<T>(values, shape));

        var back = Assert.IsType<NumpyArray<T>>(NumpyFile.Read(path));
        Assert.Equal(shape, back.Shape);
        Assert.Equal(MemoryMarshal.AsBytes<T>(values), MemoryMarshal.AsBytes<T>(back.Values));
        Assert.Equal(0, (new FileInfo(path).Length - Marshal.SizeOf<T>() * values.Length) % 64);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_written_is_read_back_bit_by_bit(int[] shape)
    {
        RoundTrip<float>(shape);
        RoundTrip<double>(shape);
    }

    [Fact]
    public void The_bytes_are_those_that_NumPy_writes()
    {
        string path = Path.Combine(_folder.Path, "one.npy");
        NumpyFile.Write(path, new NumpyArray<float>([1, -2], [2]));
        byte[] expected = Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", [0, 0, 128, 63, 0, 0, 0, 192]);
        Assert.Equal(expected, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_header_of_any_length_is_padded_to_the_next_multiple_of_64()
    {
        for (int dimensions = 0; dimensions < 60; dimensions++)
        {
            int[] shape = [.. Enumerable.Range(0, dimensions).Select(d => d % 5 == 0 ? 10 : 1)];
            byte[] header = new NumpyHeader(NumpyHeader.Double, shape).ToBytes();
            Assert.Equal(0, header.Length % 64);
            Assert.Equal(header.Length - 10, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)));
            Assert.Equal((byte)'\n', header[^1]);
            Assert.InRange(header.AsSpan()[..^1].TrimEnd((byte)' ').Length, header.Length - 64, header.Length - 1);
            Assert.Equal(shape, NumpyHeader.Read("x", new MemoryStream(header)).Shape);
        }
    }

    [Fact]
    public void Version_2_double_quotes_and_longs_of_Python_2_are_read()
    {
        byte[] bytes = Npy("{\"shape\": (2L, 1L), \"fortran_order\": False, \"descr\": \"<f8\"}", new byte[16], version: 2);
        Assert.Equal([2, 1], Assert.IsType<NumpyArray<double>>(Read(bytes)).Shape);
    }

    [Theory]
    [InlineData("(3,)", 12)]
    [InlineData("()", 4)]
    public void Fortran_order_means_nothing_below_two_dimensions(string shape, int bytes) =>
        Assert.IsType<NumpyArray<float>>(Read(Npy(Dictionary("'<f4'", shape, fortran: true), new byte[bytes])));

    public static TheoryData<byte[], string> Unreadable => new()
    {
        { Npy(Dictionary("'<f4'", "(3, 2)", fortran: true), new byte[24]), "Fortran order; C order is read, which numpy.ascontiguousarray gives." },
        { Npy(Dictionary("'>f8'", "(2,)"), new byte[16]), "the element type is >f8 (big-endian); '<f4' and '<f8'" },
        { Npy(Dictionary("'<f2'", "(2,)"), new byte[4]), "the element type is <f2 (half precision)" },
        { Npy(Dictionary("'<i8'", "(2,)"), new byte[16]), "the element type is <i8 (integers)" },
        { Npy(Dictionary("'|O'", "(2,)"), new byte[16]), "the element type is |O (Python objects)" },
        { Npy(Dictionary("[('a', '<f4')]", "(2,)"), new byte[8]), "the element type is [('a', '<f4')] (records)" },
        { Npy(Dictionary("'<f4'", "(3,)"), new byte[11]), "the file is truncated: 11 bytes follow the header where shape (3,) needs 12." },
        { Npy(Dictionary("'<f8'", "(2, 3)"), new byte[49]), "the file is too long: 49 bytes follow the header where shape (2, 3) needs 48." },
        { Npy(Dictionary("'<f8'", "(2000000000, 2000000000, 2000000000)"), []), "(2000000000, 2000000000, 2000000000) is too large" },
        { Npy(Dictionary("'<f8'", "(2000000000,)"), []), "truncated: 0 bytes follow the header where shape (2000000000,) needs 16000000000." },
        { Npy(Dictionary("'<f4'", "(-1,)"), []), "'-1' in the shape (-1,) is not a readable length." },
        { Npy("{'descr': '<f4'}", []), "the header is not understood: {'descr': '<f4'}." },
        { [0x93, .. "NUMPY"u8, 3, 0, 0, 0, 0, 0], "this is version 3.0 of NumPy's format; versions 1.0 and 2.0 are read." },
        { [0x93, .. "NUMPY"u8, 2, 0, 255, 255, 255, 255], "impossible length of 4294967295 bytes." },
        { [.. "PK\u0003\u0004 and more"u8], "this is not a NumPy file; one begins with the bytes 93 'NUMPY'." },
        { [], "the file ends inside its header" },
        { Npy(Dictionary("'<f4'", "(3,)"), [])[..50], "the file ends inside its header" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_is_named(byte[] bytes, string problem) =>
        Assert.Contains(problem, Failure(bytes), StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        string missing = Path.Combine(_folder.Path, "missing", "x.npy");
        var one = new NumpyArray<float>([1], []);
        string absent = $"{missing}: there is no such file or folder.";
        Assert.Equal(absent, Assert.Throws<DataException>(() => NumpyFile.Read(missing)).Message);
        Assert.Equal(absent, Assert.Throws<DataException>(() => NumpyFile.Write(missing, one)).Message);
        string folder = $"{_folder.Path}: this is a folder, not a file.";
        Assert.Equal(folder, Assert.Throws<DataException>(() => NumpyFile.Write(_folder.Path, one)).Message);
    }

    [Fact]
    public void A_shape_must_fit_its_values_and_its_type_must_be_known()
    {
        Assert.Throws<ArgumentException>(() => new NumpyArray<float>([1, 2, 3], [2]));
        Assert.Throws<ArgumentException>(() => new NumpyArray<float>([1, 2], [-1, -2]));
        Assert.Throws<NotSupportedException>(() => NumpyFile.Write("x.npy", new NumpyArray<Half>([Half.One], [1])));
    }
}
