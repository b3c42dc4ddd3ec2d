using Hillock.Expressions;

namespace Hillock.Lab.Data;

/// <summary>The catalogue of data sets, and the way to any of them or to a CSV file.</summary>
public static class DataSets
{
    private const string Uci = "UCI Machine Learning Repository";
    private const string UciLicence = "CC BY 4.0";

    /// <summary>All data sets that have a name.</summary>
    public static IReadOnlyList<DataSetDescription> All =>
    [
        new("digits", "handwritten digits, 8×8 grey images", 1797, 64, 10,
            $"{Uci}, Alpaydin and Kaynak 1998", UciLicence),
        new("iris", "kinds of iris by their petals and sepals", 150, 4, 3, $"{Uci}, Fisher 1936", UciLicence),
        new("wine", "cultivars of wine by chemical analysis", 178, 13, 3, $"{Uci}, Forina et al. 1991", UciLicence),
        new("breast_cancer", "breast tumours by cell nuclei", 569, 30, 2, $"{Uci}, Wolberg et al. 1995", UciLicence),
        new("fashion-mnist", "articles of clothing, 28×28 grey images", 70_000, 784, 10,
            "Zalando Research, 2017", "MIT")
        {
            IsPresent = FashionMnist.IsPresent,
            HowToGet = FashionMnist.HowToGet,
        },
        .. PlaneGenerator.All.Select(generator => new DataSetDescription(
            generator.Name, generator.Summary, PlaneGenerator.DefaultPoints, 2, 2, "drawn from a seed", "none needed")),
    ];

    /// <summary>
    /// The data set of a name, in any case; or the CSV file of a path. A generator may be given arguments, as in
    /// <c>moons(noise=0.2, points=1000)</c>.
    /// </summary>
    /// <param name="nameOrPath">A name of <see cref="All"/>, or the path of a file.</param>
    /// <param name="seed">What the points of a generator are drawn from; of no effect on other data.</param>
    /// <param name="target">What the last column of a CSV file is; of no effect on other data.</param>
    /// <exception cref="DataException">There is no such data set, or it cannot be read.</exception>
    public static DataSet Find(string nameOrPath, int seed = 1, TargetKind target = TargetKind.Detect)
    {
        string name = nameOrPath.Trim();
        return FindFixed(name) ?? FindGenerated(name, seed)
            ?? (File.Exists(nameOrPath) ? CsvFile.Read(nameOrPath, target) : throw Unknown(nameOrPath));
    }

    private static DataSet? FindFixed(string name) => name.ToLowerInvariant().Replace('_', '-') switch
    {
        "digits" => BundledData.Digits(),
        "iris" => BundledData.Iris(),
        "wine" => BundledData.Wine(),
        "breast-cancer" => BundledData.BreastCancer(),
        "fashion-mnist" => FashionMnist.Load(),
        _ => null,
    };

    private static DataSet? FindGenerated(string text, int seed)
    {
        string name = PlaneRequest.NameIn(text).Replace('_', '-');
        PlaneGenerator? generator = PlaneGenerator.All.FirstOrDefault(
            candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (generator is null)
            return null;
        PlaneRequest request = PlaneRequest.Parse(text, generator);
        return generator.Draw(request.Name, request.Points, request.Noise, seed);
    }

    private static DataException Unknown(string nameOrPath)
    {
        string[] names = [.. All.Select(data => data.Name)];
        string hint = NearestName.Suggestion(PlaneRequest.NameIn(nameOrPath), names);
        if (hint.Length == 0)
            hint = $" The data sets are {string.Join(", ", names)}.";
        return new DataException($"'{nameOrPath}' is neither a data set nor the path of a file that exists.{hint}");
    }
}
