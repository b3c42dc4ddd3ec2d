namespace Hillock.Pages;

/// <summary>A file of the repository that is derived from the code.</summary>
/// <param name="Path">Its path in the repository, with slashes.</param>
/// <param name="Text">What it holds.</param>
internal sealed record GeneratedFile(string Path, string Text)
{
    private string FullPath => System.IO.Path.Combine(Repository.Root, Path);

    public bool IsUpToDate() => File.Exists(FullPath) && File.ReadAllText(FullPath).ReplaceLineEndings("\n") == Text;

    public void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullPath)!);
        File.WriteAllText(FullPath, Text);
    }
}

/// <summary>All of them.</summary>
internal static class GeneratedFiles
{
    private const string Folder = "docs/catalogue";

    public static IReadOnlyList<GeneratedFile> All()
    {
        var bibliography = new Bibliography();
        return
        [
            new(Folder + "/README.md", IndexPage.Write()),
            .. Catalogue.ActivationCatalogue.Families.Select(family =>
                new GeneratedFile($"{Folder}/{family.Name}.md", FamilyPage.Write(family, bibliography))),
            .. Catalogue.ActivationCatalogue.All.Select(entry =>
                new GeneratedFile($"{Folder}/pictures/{entry.Id}.svg", Picture.Draw(Activation.Parse(entry.Id)))),
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
}
