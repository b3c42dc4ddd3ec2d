using System.Xml.Linq;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Pages;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Tests.Data;

namespace Hillock.Lab.Tests.Laboratory;

public class ResultTests
{
    private static ExperimentResult Result(bool quick = false) => ExperimentRun.Of(
        new SampleExperiment(), new(new SampleExperiment(), new() { Quick = quick }), "hillock lab sample");

    [Theory]
    [InlineData(false, Outcome.DidNotHold)]
    [InlineData(true, Outcome.NotDecided)]
    public void What_fails_at_full_length_did_not_hold_and_what_fails_before_is_open(bool quick, Outcome expected) =>
        Assert.Equal(expected, Result(quick).Verdict);

    [Fact]
    public void A_result_comes_back_from_JSON()
    {
        var json = Result().ToJson();
        Assert.Equal(json, ExperimentResult.FromJson(json).ToJson());
        Assert.Contains("\"verdict\": \"did not hold\"", json, StringComparison.Ordinal);
        Assert.Contains("\"rate\": \"form\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duration_comes_back_to_the_tick()
    {
        var result = Result();
        Assert.All(Enumerable.Range(1800, 200), ticks =>
        {
            var timed = result with { Duration = TimeSpan.FromTicks(ticks) };
            Assert.Equal(ticks, ExperimentResult.FromJson(timed.ToJson()).Duration.Ticks);
        });
    }

    [Fact]
    public void A_folder_has_the_page_the_result_tables_and_pictures()
    {
        using var folder = new TemporaryFolder();
        ExperimentFolder.Write(Result(), folder.PathOf("sample"));
        Assert.Equal(
            ["curves.csv", "curves.svg", "index.html", "numbers.csv", "plane.csv", "plane.svg", "result.json"],
            Directory.GetFiles(folder.PathOf("sample")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var page = File.ReadAllText(folder.PathOf("sample/index.html"));
        Assert.Equal("html", XDocument.Parse(page[page.IndexOf('\n', StringComparison.Ordinal)..]).Root!.Name.LocalName);
        Assert.Contains("did not hold", page, StringComparison.Ordinal);
        Assert.Equal("name,value\na|b,1.23456\nc,NaN\nd,\n", File.ReadAllText(folder.PathOf("sample/numbers.csv")));
        Assert.Equal(Result().Checks, ExperimentFolder.Read(folder.PathOf("sample")).Checks);
    }

    [Fact]
    public void Of_an_interrupted_line_no_piece_is_drawn_where_there_is_no_value()
    {
        using var folder = new TemporaryFolder();
        ExperimentFolder.Write(Result(), folder.PathOf("sample"));
        var svg = File.ReadAllText(folder.PathOf("sample/curves.svg"));
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.Contains(">line<", svg, StringComparison.Ordinal);
    }
}
