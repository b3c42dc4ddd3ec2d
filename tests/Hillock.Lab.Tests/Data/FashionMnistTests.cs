using System.Buffers.Binary;
using System.IO.Compression;
using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public sealed class FashionMnistTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Idx(int magic, int[] shape, IEnumerable<byte> values)
    {
        int[] header = [magic, .. shape];
        return [.. header.SelectMany(BigEndian), .. values];
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Images(int count, int first) =>
        Idx(0x803, [count, 28, 28], Enumerable.Range(0, count * 784).Select(i => (byte)(first + i / 784)));

    private static byte[] Labels(params byte[] labels) => Idx(0x801, [labels.Length], labels);

    private static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress))
            gzip.Write(bytes);
        return zipped.ToArray();
    }

    private void WriteSound()
    {
        _folder.Write("train-images-idx3-ubyte.gz", Zip(Images(3, 10)));
        _folder.Write("train-labels-idx1-ubyte.gz", Zip(Labels(9, 0, 3)));
        _folder.Write("t10k-images-idx3-ubyte", Images(2, 200));
        _folder.Write("t10k-labels-idx1-ubyte", Labels(7, 7));
    }

    private string Failure() => Assert.Throws<DataException>(() => FashionMnist.Load(_folder.Path)).Message;

    [Fact]
    public void Plain_and_compressed_files_are_read_into_the_official_parts()
    {
        WriteSound();
        DataSet data = FashionMnist.Load(_folder.Path);
        Assert.Equal((784, 5), (data.Features, data.Count));
        Assert.Equal([9, 0, 3, 7, 7], data.Classes);
        Assert.Equal("Ankle boot", data.ClassNames[data.Classes[0]]);
        Assert.True(data.IsImage);
        (DataPart training, DataPart test) = data.Split(1);
        Assert.Equal((3, 2), (training.Count, test.Count));
        Assert.Equal([10f, 12f, 200f, 201f], [training.Inputs[0], training.Inputs[^1], test.Inputs[0], test.Inputs[^1]]);
    }

    [Fact]
    public void Only_a_folder_with_all_four_files_counts()
    {
        Assert.Null(FashionMnist.FindFolder([_folder.Path]));
        WriteSound();
        Assert.Equal(_folder.Path, FashionMnist.FindFolder(["/does/not/exist", _folder.Path]));
        File.Delete(Path.Combine(_folder.Path, "t10k-labels-idx1-ubyte"));
        Assert.Null(FashionMnist.FindFolder([_folder.Path]));
    }

    [Fact]
    public void The_named_folder_goes_before_the_home_and_the_home_before_the_system()
    {
        string[] common = ["/home/me/.hillock/data/fashion-mnist", "/usr/share/datasets/fashion-mnist"];
        Assert.Equal(common, FashionMnist.Folders(null, "/home/me"));
        Assert.Equal(common, FashionMnist.Folders("", "/home/me"));
        Assert.Equal(["/d", "/d/fashion-mnist", .. common], FashionMnist.Folders("/d", "/home/me"));
    }

    [Fact]
    public void How_to_get_it_names_the_package_the_files_and_the_folder()
    {
        string[] parts = ["dataset-fashion-mnist", "t10k-labels-idx1-ubyte", "~/.hillock/data/fashion-mnist", "HILLOCK_DATA"];
        Assert.All(parts, part => Assert.Contains(part, FashionMnist.HowToGet, StringComparison.Ordinal));
    }

    public static TheoryData<string, byte[], string> Damage => new()
    {
        { "t10k-images-idx3-ubyte", Labels(1, 2), "the file ends after 10 bytes, inside its header of 16." },
        { "t10k-images-idx3-ubyte", Labels(new byte[20]), "the magic number is 0x00000801 where 0x00000803 is expected." },
        { "t10k-labels-idx1-ubyte", Images(1, 0), "the magic number is 0x00000803 where 0x00000801 is expected." },
        { "t10k-images-idx3-ubyte", Images(2, 0)[..^1], "it has 1567 of the 1568 bytes of 2×28×28." },
        { "t10k-images-idx3-ubyte", [.. Images(2, 0), 0], "the file goes on after the 1568 bytes of 2×28×28." },
        { "t10k-images-idx3-ubyte", Idx(0x803, [2, 27, 28], new byte[1512]), "27×28 where 28×28 is expected." },
        { "t10k-images-idx3-ubyte", Idx(0x803, [-1, 28, 28], []), "the header gives an impossible size, -1×28×28." },
        { "t10k-images-idx3-ubyte", Idx(0x803, [99999999, 28, 28], []), "impossible size, 99999999×28×28." },
        { "t10k-labels-idx1-ubyte", Labels(1, 2, 3), "there are 3 labels for 2 images." },
        { "t10k-labels-idx1-ubyte", Labels(1, 10), "label 1 (from 0) is 10 where 0 to 9 is expected." },
        { "t10k-labels-idx1-ubyte", [], "the file ends after 0 bytes" },
        { "train-images-idx3-ubyte.gz", Images(3, 10), "this is not a sound gzip file" },
        { "train-images-idx3-ubyte.gz", Zip(Images(3, 10))[..30], "" },
        { "train-labels-idx1-ubyte.gz", Zip(Labels(9, 0)), "there are 2 labels for 3 images." },
    };

    [Theory]
    [MemberData(nameof(Damage))]
    public void A_damaged_file_is_named_with_what_is_wrong(string name, byte[] content, string problem)
    {
        WriteSound();
        string path = _folder.Write(name, content);
        string message = Failure();
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_with_a_wrong_byte_fails_its_checksum()
    {
        WriteSound();
        byte[] zipped = Zip(Labels(9, 0, 3));
        zipped[^6] ^= 1;
        string path = _folder.Write("train-labels-idx1-ubyte.gz", zipped);
        Assert.StartsWith(path + ": this is not a sound gzip file", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_files_have_70000_images_in_equal_classes()
    {
        Assert.SkipUnless(FashionMnist.IsPresent, "Fashion-MNIST is not installed here.");
        DataSet data = FashionMnist.Load();
        Assert.Equal((70_000, 60_000), (data.Count, data.OfficialTrainingCount));
        Assert.Equal([9, 0, 0, 3, 0, 2], data.Classes[..6]);
        Assert.All(data.Classes.CountBy(c => c), count => Assert.Equal(7000, count.Value));
        Assert.Equal(72.940352, data.Inputs.Take(60_000 * 784).Average(pixel => (double)pixel), 1e-5);
    }
}
