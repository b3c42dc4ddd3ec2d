using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Pages;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Tests.Data;

namespace Hillock.Lab.Tests.Laboratory;

/// <summary>The page of the documentation is what its results say.</summary>
public class LaboratoryPageTests
{
    private static readonly string Docs = Path.Combine(Root(), "docs");

    private static string ResultsFolder => Path.Combine(Docs, "laboratory");

    public static TheoryData<string> Results => new(
        Directory.GetFiles(ResultsFolder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!));

    [Fact]
    public void It_is_written_from_the_results_beside_it() => Assert.Equal(
        LaboratoryMarkdown.OfFolder(ResultsFolder), File.ReadAllText(Path.Combine(Docs, "laboratory.md")));

    [Theory]
    [MemberData(nameof(Results))]
    public void Every_result_is_one_of_an_experiment_and_at_full_length(string name)
    {
        var result = ExperimentResult.FromJson(File.ReadAllText(Path.Combine(ResultsFolder, name + ".json")));
        Assert.Equal(ExperimentCatalogue.Find(name).Name, result.Name);
        Assert.True(result.FullLength);
        Assert.Equal(Outcomes.Of(result.Checks.Select(check => check.Outcome)), result.Verdict);
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void Every_picture_is_there(string name)
    {
        var result = ExperimentResult.FromJson(File.ReadAllText(Path.Combine(ResultsFolder, name + ".json")));
        Assert.All(
            result.Sections.SelectMany(section => section.Figures),
            figure => Assert.True(File.Exists(Path.Combine(ResultsFolder, name, figure.Id + ".svg")), figure.Id));
    }

    [Fact]
    public void Results_of_other_experiments_stay_on_the_page()
    {
        using var folder = new TemporaryFolder();
        var page = folder.PathOf("laboratory.md");
        foreach (var name in Results.Take(2))
            LaboratoryMarkdown.Update([ExperimentResult.FromJson(File.ReadAllText(Path.Combine(ResultsFolder, name.Data + ".json")))], page);
        var text = File.ReadAllText(page);
        Assert.All(Results.Take(2), name => Assert.Contains($"## {name.Data}", text, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hillock.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no Hillock.slnx above the tests.");
        return folder.FullName;
    }
}
