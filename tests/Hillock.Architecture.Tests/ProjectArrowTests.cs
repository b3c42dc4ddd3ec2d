using System.Xml.Linq;

namespace Hillock.Architecture.Tests;

/// <summary>Projects and packages point one way.</summary>
public class ProjectArrowTests
{
    // What each project of src/ may refer to directly. A new arrow is a decision: change this table with its reason.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Hillock"] = [],
        ["Hillock.Precision"] = [],
        ["Hillock.Verification"] = ["Hillock", "Hillock.Precision"],
        ["Hillock.Networks"] = ["Hillock"],
        ["Hillock.Lab"] = ["Hillock.Networks"],
        ["Hillock.Cli"] = ["Hillock.Lab", "Hillock.Verification"],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Hillock"] = [],
        ["Hillock.Precision"] = [],
        ["Hillock.Verification"] = [],
        ["Hillock.Networks"] = [],
        ["Hillock.Lab"] = ["ScottPlot"],
        ["Hillock.Cli"] = ["Spectre.Console", "System.CommandLine"],
    };

    public static TheoryData<string> Projects => new(Directory.GetDirectories(Path.Combine(Repository.Root, "src"))
        .Select(folder => Path.GetFileName(folder)!));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(Allowed[project].Order(), references.Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_its_packages(string project) =>
        Assert.Equal(Packages[project].Order(), Items(project, "PackageReference").Order());

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants(kind)
            .Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));
}
