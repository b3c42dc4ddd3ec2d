using System.Globalization;
using System.IO.Compression;

namespace Hillock.Lab.Data;

/// <summary>The data sets that lie in this assembly; data/README.md has their form and their sources.</summary>
internal static class BundledData
{
    public static DataSet Digits()
    {
        float[][] rows = [.. Lines("digits.csv.gz").Select(Numbers)];
        string[] classNames = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        return FromRows("digits", rows, classNames, featureNames: [], isImage: true);
    }

    public static DataSet Iris() => WithClassNames("iris", "iris.csv",
        ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"]);

    public static DataSet Wine() => WithClassNames("wine", "wine_data.csv",
        [
            "alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "total phenols", "flavanoids",
            "nonflavanoid phenols", "proanthocyanins", "colour intensity", "hue", "OD280/OD315 of diluted wines",
            "proline",
        ]);

    public static DataSet BreastCancer()
    {
        string[] measures =
        [
            "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave points",
            "symmetry", "fractal dimension",
        ];
        return WithClassNames("breast_cancer", "breast_cancer.csv",
            [
                .. measures.Select(m => $"mean {m}"), .. measures.Select(m => $"{m} error"),
                .. measures.Select(m => $"worst {m}"),
            ]);
    }

    /// <summary>A file whose first line is: rows, features, names of the classes.</summary>
    private static DataSet WithClassNames(string name, string resource, string[] featureNames)
    {
        string[] lines = [.. Lines(resource)];
        float[][] rows = [.. lines.Skip(1).Select(Numbers)];
        return FromRows(name, rows, lines[0].Split(',')[2..], featureNames, isImage: false);
    }

    private static DataSet FromRows(
        string name, float[][] rows, string[] classNames, string[] featureNames, bool isImage) =>
        new(name, rows[0].Length - 1, [.. rows.SelectMany(row => row[..^1])], [.. rows.Select(row => (int)row[^1])],
            classNames)
        {
            FeatureNames = featureNames,
            IsImage = isImage,
        };

    private static float[] Numbers(string line) =>
        [.. line.Split(',').Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))];

    private static IEnumerable<string> Lines(string resource)
    {
        Stream stream = typeof(BundledData).Assembly.GetManifestResourceStream(resource)!;
        if (resource.EndsWith(".gz", StringComparison.Ordinal))
            stream = new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
