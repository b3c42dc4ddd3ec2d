namespace Hillock.Lab.Data;

/// <summary>Fashion-MNIST, 28×28 grey images of clothing, from its four idx files where they are installed.</summary>
internal static class FashionMnist
{
    private const int Side = 28;

    private static readonly string[] FileNames =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    private static readonly string[] ClassNames =
    [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ];

    /// <summary>How to come by the files, as one sentence without its full stop.</summary>
    public static string HowToGet =>
        $"install the Debian package dataset-fashion-mnist, or put the files {string.Join(", ", FileNames)} "
        + "(.gz or unpacked) into ~/.hillock/data/fashion-mnist or into the folder that the environment variable "
        + "HILLOCK_DATA names";

    public static bool IsPresent => InstalledFolder() is not null;

    public static DataSet Load() =>
        Load(InstalledFolder() ?? throw new DataException($"Fashion-MNIST is not on this machine: {HowToGet}."));

    /// <summary>Loads from a folder that has all four files.</summary>
    public static DataSet Load(string folder)
    {
        string[] paths = [.. FileNames.Select(name => FindFile(folder, name)!)];
        (byte[] pixels, byte[] labels) = LoadPart(paths[0], paths[1]);
        (byte[] testPixels, byte[] testLabels) = LoadPart(paths[2], paths[3]);

        var inputs = GC.AllocateUninitializedArray<float>(pixels.Length + testPixels.Length);
        Widen(pixels, inputs);
        Widen(testPixels, inputs.AsSpan(pixels.Length));
        return new DataSet(
            "fashion-mnist", Side * Side, inputs, [.. labels, .. testLabels], ClassNames)
        {
            OfficialTrainingCount = labels.Length,
            IsImage = true,
        };
    }

    /// <summary>The first folder that has all four files.</summary>
    public static string? FindFolder(IEnumerable<string> folders) =>
        folders.FirstOrDefault(folder => FileNames.All(name => FindFile(folder, name) is not null));

    /// <summary>Where to look, first place first.</summary>
    /// <param name="named">What the environment variable says.</param>
    /// <param name="home">The user's folder.</param>
    public static IEnumerable<string> Folders(string? named, string home)
    {
        if (!string.IsNullOrEmpty(named))
        {
            yield return named;
            yield return Path.Combine(named, "fashion-mnist");
        }
        yield return Path.Combine(home, ".hillock", "data", "fashion-mnist");
        yield return "/usr/share/datasets/fashion-mnist";
    }

    private static string? InstalledFolder() => FindFolder(Folders(
        Environment.GetEnvironmentVariable("HILLOCK_DATA"),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)));

    private static string? FindFile(string folder, string name)
    {
        string plain = Path.Combine(folder, name);
        string[] candidates = [plain + ".gz", plain];
        return candidates.FirstOrDefault(File.Exists);
    }

    private static (byte[] Pixels, byte[] Labels) LoadPart(string imagePath, string labelPath)
    {
        (int[] shape, byte[] pixels) = IdxFile.Read(imagePath, 3);
        (_, byte[] labels) = IdxFile.Read(labelPath, 1);
        if (shape is not [_, Side, Side])
        {
            throw new DataException(
                $"{imagePath}: the images are {shape[1]}×{shape[2]} where {Side}×{Side} is expected.");
        }
        if (labels.Length != shape[0])
            throw new DataException($"{labelPath}: there are {labels.Length} labels for {shape[0]} images.");
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
        if (wrong >= 0)
        {
            throw new DataException(
                $"{labelPath}: label {wrong} (from 0) is {labels[wrong]} where 0 to 9 is expected.");
        }
        return (pixels, labels);
    }

    private static void Widen(byte[] pixels, Span<float> inputs)
    {
        for (int i = 0; i < pixels.Length; i++)
            inputs[i] = pixels[i];
    }
}
