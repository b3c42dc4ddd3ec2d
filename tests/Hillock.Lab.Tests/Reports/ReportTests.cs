using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Tests.Reports;

public sealed class ReportTests : IDisposable
{
    // Set to keep the reports of these tests and look at them.
    private static readonly string? KeptFolder = Environment.GetEnvironmentVariable("HILLOCK_KEEP_REPORTS");

    private readonly string _folder = Path.Combine(
        KeptFolder ?? Path.GetTempPath(), "report-" + (TestContext.Current.TestMethod?.MethodName ?? "") + "-" + Guid.NewGuid().ToString("N")[..6]);

    public void Dispose()
    {
        if (KeptFolder is null && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Report_shows_every_function_and_every_section()
    {
        var page = Write(new SampleComparison());

        Assert.Equal(
            ["Summary", "Which differences are real", "Final scores", "Learning curves", "Functions", "Layers over time",
                "Settings", "Terms"],
            page.Descendants("h2").Select(heading => heading.Value));
        foreach (var name in new[] { "relu", "gelu", "silu", "tanh", "square" })
            Assert.Contains(page.Descendants("h3"), heading => heading.Value.Trim() == name);
        Assert.Contains("square diverged in 3 of 5 runs.", page.Value, StringComparison.Ordinal);
        Assert.Contains("hillock compare relu gelu", page.Value, StringComparison.Ordinal);
        Assert.Contains("AMD EPYC", page.Value, StringComparison.Ordinal);
        // Final score, three learning curves, and a curve and six layer charts a function.
        Assert.Equal(4 + 5 * 7, page.Descendants("figure").Count());
    }

    [Fact]
    public void Report_needs_no_other_file_and_no_network()
    {
        Write(new SampleComparison { HasPlane = true });
        var text = File.ReadAllText(Path.Combine(_folder, Report.PageName));

        Assert.DoesNotMatch(new Regex("https?:", RegexOptions.IgnoreCase), text);
        Assert.DoesNotMatch(new Regex(@"<(script|link|img|iframe|image|use)\b|\bsrc=|\bhref=|@import|url\((?!#)"), text);
    }

    [Fact]
    public void Pictures_are_well_formed_and_stand_alone()
    {
        Write(new SampleComparison { HasPlane = true });
        var files = Directory.GetFiles(Path.Combine(_folder, Report.PicturesName), "*.svg");

        Assert.Equal(4 + 5 * 8, files.Length);
        foreach (var file in files)
        {
            var svg = XDocument.Load(file).Root!;
            Assert.Equal("svg", svg.Name.LocalName);
            Assert.Contains(svg.Elements(), element => element.Name.LocalName == "style");
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "image");
            Assert.DoesNotContain("#FE0", svg.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Words_of_pictures_are_text_that_needs_no_font_here()
    {
        Write(new SampleComparison());

        Assert.Equal(
            ["Test accuracy after the last epoch", "gelu", "relu", "silu", "square", "tanh"],
            Words("final-score").Where(word => !word.EndsWith('%')).Order(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<string> { "Test error (logarithmic)", "2 %", "50 %", "epoch", "0", "20", "relu", "square" },
            Words("test-error").ToHashSet());
    }

    [Fact]
    public void Ids_are_unique_on_the_page_and_all_references_lead_to_one()
    {
        var page = Write(new SampleComparison { HasPlane = true });
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.Descendants().Attributes("clip-path"), clip => Assert.Contains(clip.Value[5..^1], ids));
    }

    [Theory]
    [InlineData("where(x < 0 & \"y\", '<script>alert(1)</script>', x)")]
    [InlineData("x*sigmoid(beta*x)+0.044715*x^3*tanh(sqrt(2/pi)*(x+0.044715*x^3))*softplus(softplus(x))*erf(x)where_learned_beta=1")]
    [InlineData("../../etc/passwd")]
    public void Names_are_escaped_everywhere_and_file_names_are_safe(string name)
    {
        var page = Write(new SampleComparison { Functions = ["relu", name], HasPlane = true });

        Assert.Contains(page.Descendants("h3"), heading => heading.Value.Trim() == name);
        Assert.Empty(page.Descendants("script"));
        var files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        Assert.Equal(2 + 4 + 2 * 8, files.Length);
        Assert.All(files, file => Assert.Matches("^[A-Za-z0-9_.-]{1,80}$", Path.GetFileName(file)));
    }

    [Fact]
    public void Regression_speaks_of_errors_where_less_is_better()
    {
        var page = Write(new SampleComparison { IsRegression = true, Diverging = _ => 0 });

        Assert.Contains("test RMSE", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("accuracy", page.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("relu has the best mean test RMSE", page.Value, StringComparison.Ordinal);
        Assert.Contains("relu is better than tanh", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_without_a_finished_run_is_shown_as_such()
    {
        var page = Write(new SampleComparison { Diverging = name => name == "square" ? 5 : 0 });

        Assert.Contains("square diverged in all runs.", page.Value, StringComparison.Ordinal);
        Assert.Contains("no finished run", page.Value, StringComparison.Ordinal);
        Assert.Contains("Not compared, for fewer than two common finished seeds: relu and square", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_finished_at_all_still_makes_a_report()
    {
        var page = Write(new SampleComparison { Diverging = _ => 5 });
        Assert.Contains("No run was finished", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_runs_at_all_still_make_a_report()
    {
        var page = Write(new SampleComparison { Seeds = 0, Interrupted = true });
        Assert.Contains("No run was finished", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Learning curves", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_seed_has_no_interval_and_tells_nothing_apart()
    {
        var page = Write(new SampleComparison { Seeds = 1, Diverging = _ => 0 });

        Assert.Contains("takes at least two seeds", page.Value, StringComparison.Ordinal);
        Assert.Contains("one seed, none", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_comparison_says_so()
    {
        Assert.Contains("Interrupted.", Write(new SampleComparison { Interrupted = true }).Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Interrupted.", Write(new SampleComparison()).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_difference_on_every_seed_is_explained()
    {
        var sample = new SampleComparison { Functions = ["relu", "gelu"] };
        var result = sample.Build();
        var pair = result.Differences[0] with { PValue = double.NaN, AdjustedPValue = double.NaN, IsReal = false };

        Report.Write(result with { Differences = [pair] }, sample.Pictures(), _folder);

        Assert.Contains("the same difference on every seed", File.ReadAllText(Path.Combine(_folder, Report.PageName)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_function_is_reported_without_comparing()
    {
        var page = Write(new SampleComparison { Functions = ["x*sigmoid(beta*x) where learned beta=1"] });

        Assert.DoesNotContain("Which differences are real", page.Value, StringComparison.Ordinal);
        Assert.Contains("reaches a test accuracy of", page.Value, StringComparison.Ordinal);
        Assert.Contains("Learned parameters", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_without_a_map_is_named()
    {
        var result = new SampleComparison { HasPlane = true, Diverging = name => name == "square" ? 5 : 0 };
        Assert.Contains("No map was drawn of square.", Write(result).Value, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "No map was drawn", Write(new SampleComparison { HasPlane = true }).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Twelve_functions_fit()
    {
        string[] names = ["relu", "gelu", "silu", "tanh", "square", "elu", "selu", "mish", "softplus", "hardswish", "leaky_relu", "sigmoid"];
        var page = Write(new SampleComparison { Functions = names, HasPlane = true });

        Assert.Equal(4 + 12 * 8, page.Descendants("figure").Count());
        Assert.Contains(page.Descendants("li"), item => item.Value.StartsWith("relu is better than silu, ", StringComparison.Ordinal));
    }

    [Fact]
    public void Curves_with_poles_and_gaps_stay_drawable()
    {
        double[] xs = [-2, -1, 0, 1, 2, 3];
        var picture = SampleComparison.Picture("relu") with
        {
            X = xs,
            Value = [1e300, double.NegativeInfinity, double.NaN, double.PositiveInfinity, 1, 2],
            Derivative = [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN],
            Kinks = [0, 17],
        };
        var result = new SampleComparison { Functions = ["relu"] }.Build();

        Report.Write(result, [picture], _folder);

        var curves = XDocument.Load(Directory.GetFiles(_folder, "*-curves.svg", SearchOption.AllDirectories).Single());
        Assert.All(curves.Descendants().Attributes("d"), path => Assert.Matches("^[MLZHVQC0-9., eE-]*$", path.Value));
    }

    [Fact]
    public void A_derivative_that_jumps_is_not_joined_across_its_kink()
    {
        var result = new SampleComparison { Functions = ["abs"] }.Build();

        Report.Write(result, [FunctionPictures.Of(Activation.Parse("abs"), "abs")], _folder);

        var curves = XDocument.Load(Directory.GetFiles(_folder, "*-curves.svg", SearchOption.AllDirectories).Single());
        var derivative = curves.Descendants().Where(element =>
            element.Name.LocalName == "path" && (string?)element.Attribute("class") == "stroke-series-1");
        // Each of the two pieces is level: all of its points have one height.
        Assert.Equal(2, derivative.Count());
        Assert.All(derivative, path => Assert.Single(Heights((string)path.Attribute("d")!).Distinct()));
    }

    [Fact]
    public void Functions_without_a_picture_and_without_layers_are_reported()
    {
        var result = new SampleComparison().Build();
        result = result with
        {
            Functions = [.. result.Functions.Select(function => function with
            {
                Runs = [.. function.Runs.Select(run => run with
                {
                    Epochs = [.. run.Epochs.Select(epoch => epoch with { Layers = [] })],
                })],
            })],
        };

        Report.Write(result, [], _folder);

        Assert.Contains("No formula was given", File.ReadAllText(Path.Combine(_folder, Report.PageName)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_written_twice_replaces_the_first_and_leaves_no_temporary_file()
    {
        Write(new SampleComparison());
        Write(new SampleComparison());
        Assert.DoesNotContain(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories),
            file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Heights(string path) =>
        Regex.Matches(path, @"[ML]?\S+ (?<y>[0-9.]+)").Select(point => point.Groups["y"].Value);

    private IEnumerable<string> Words(string picture) =>
        XDocument.Load(Path.Combine(_folder, Report.PicturesName, picture + ".svg")).Descendants()
            .Where(element => element.Name.LocalName == "text").Select(element => element.Value);

    private XElement Write(SampleComparison sample)
    {
        Report.Write(sample.Build(), sample.Pictures(), _folder);
        var text = File.ReadAllText(Path.Combine(_folder, Report.PageName));
        Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
        return XDocument.Parse(text).Root!;
    }
}
