using Hillock.Catalogue;

namespace Hillock.Pages;

/// <summary>All files that are derived from the code.</summary>
internal static class GeneratedFiles
{
    private const string Folder = "docs/catalogue";
    private const string Index = Folder + "/README.md";

    /// <summary>The files, as far as the properties they tell of were computed.</summary>
    public static IReadOnlyList<GeneratedFile> All(ComputedProperties properties)
    {
        var bibliography = new Bibliography();
        return
        [
            new(Index, IndexPage.Write(entry => Cells(properties, entry))),
            .. ActivationCatalogue.Families.SelectMany(family => family.Entries.Select(entry =>
                Page(family, entry, bibliography, properties))),
            .. ActivationCatalogue.All.Select(entry =>
                new GeneratedFile($"{Folder}/pictures/{entry.Id}.svg", Picture.Draw(Activation.Of(entry)))),
            new($"{Folder}/{GroupPage.File}", GroupPage.Write(bibliography)),
            new($"{Folder}/{NoisePage.File}", NoisePage.Write(bibliography)),
            new(Folder + "/libraries.md", LibraryPage.Write()),
            new("docs/caffe.md", CaffePage.Write()),
            new("data/citations.bib", bibliography.Write()),
        ];
    }

    /// <summary>Files in the folder of the pages that nothing writes any more.</summary>
    public static IEnumerable<string> LeftOver(IReadOnlyList<GeneratedFile> files)
    {
        var folder = Path.Combine(Repository.Root, Folder);
        if (!Directory.Exists(folder)) return [];
        var known = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !known.Contains(path));
    }

    private static GeneratedFile Page(
        Family family, CatalogueEntry entry, Bibliography bibliography, ComputedProperties properties)
    {
        var path = $"{Folder}/{Markdown.PathOf(entry)}";
        var head = FunctionPage.Head(family, entry, bibliography);
        return properties.LinesOf(entry) is { } lines
            ? new(path, head + FunctionPage.Properties(entry, lines))
            : new(path, head, GoesOn: true);
    }

    private static readonly Lazy<string> IndexThere = new(() =>
        Path.Combine(Repository.Root, Index) is var path && File.Exists(path) ? File.ReadAllText(path) : "");

    private static string Cells(ComputedProperties properties, CatalogueEntry entry) =>
        properties.LinesOf(entry) is { } lines ? IndexCells.Of(lines) : IndexCells.In(IndexThere.Value, entry);
}
