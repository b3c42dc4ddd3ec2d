using System.Text.RegularExpressions;

namespace Hillock.Architecture.Tests;

/// <summary>Inside the library: Expressions ← Catalogue, Kernels ← Analysis ← the façade, read from the sources.</summary>
public partial class FolderArrowTests
{
    // What the files of a folder may name of the others; the façade (the files at the top) may name all.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Expressions"] = [],
        ["Catalogue"] = ["Expressions"],
        ["Kernels"] = ["Expressions"],
        ["Analysis"] = ["Expressions", "Kernels"],
    };

    public static TheoryData<string> Folders =>
        new(Directory.GetDirectories(Library).Select(folder => Path.GetFileName(folder)!).Where(name => name is not "obj" and not "bin"));

    private static string Library => Path.Combine(Repository.Root, "src", "Hillock");

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_those_below_it(string folder)
    {
        var others = Allowed.Keys.Where(name => name != folder && !Allowed[folder].Contains(name)).ToList();
        foreach (var file in Sources(folder))
        {
            var code = Comments().Replace(File.ReadAllText(file), "");
            foreach (var other in others)
                Assert.False(
                    Regex.IsMatch(code, $@"\bHillock\.{other}\b|\busing static {other}\b|(?<![\w.]){other}\.\w"),
                    $"{Path.GetRelativePath(Repository.Root, file)} names {other}, but {folder} lies below it.");
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_folder_names_the_facade(string folder)
    {
        var types = Directory.GetFiles(Library, "*.cs").Select(Path.GetFileNameWithoutExtension);
        foreach (var file in Sources(folder))
        {
            var code = Comments().Replace(File.ReadAllText(file), "");
            foreach (var type in types)
                Assert.False(
                    Regex.IsMatch(code, $@"(?<![\w.""]){type}(?![\w""])"),
                    $"{Path.GetRelativePath(Repository.Root, file)} names {type}, which is above it.");
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Namespaces_follow_folders(string folder)
    {
        foreach (var file in Sources(folder))
            Assert.Matches($@"namespace Hillock\.{folder}[\w.]*;", File.ReadAllText(file));
    }

    private static string[] Sources(string folder) =>
        Directory.GetFiles(Path.Combine(Library, folder), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""(\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
