using System.Text.Json;

namespace Hillock.Cli.Tests;

/// <summary>The property report and the search by property, as programs and people see them.</summary>
public class PropertyCommandTests
{
    private static readonly string[] Words = ["proved", "bounded", "measured", "not decided"];

    [Theory]
    [InlineData("relu")]
    [InlineData("x*tanh(exp(x))")]
    [InlineData("1/x")]
    [InlineData("floor(x)")]
    [InlineData("abs(x)^0.5")]
    [InlineData("2")]
    public void Each_key_holds_value_status_and_reason(string function)
    {
        foreach (var property in Properties(function).EnumerateObject())
        {
            if (property.Name != "saturation") Check(property.Value);
            else foreach (var side in new[] { "left", "right" }) Check(property.Value.GetProperty(side));
        }

        static void Check(JsonElement finding)
        {
            Assert.True(finding.TryGetProperty("value", out _));
            Assert.Contains(finding.GetProperty("status").GetString(), Words);
            Assert.NotEqual("", finding.GetProperty("because").GetString());
        }
    }

    [Fact]
    public void The_values_can_be_read_without_a_manual()
    {
        var relu = Properties("relu");
        Assert.Equal("hard", Side("left").GetProperty("value").GetString());
        Assert.Equal(0, Side("left").GetProperty("threshold").GetDouble());
        Assert.Equal("none", Side("right").GetProperty("value").GetString());
        Assert.Equal("non_decreasing", Value("monotonicity").GetString());
        Assert.Equal(1, Value("lipschitz").GetProperty("upper").GetDouble());
        Assert.Equal(0, Value("range").GetProperty("lower").GetDouble());
        Assert.Equal("Infinity", Value("range").GetProperty("upper").GetString());
        Assert.True(Value("range").GetProperty("bounded_below").GetBoolean());
        Assert.False(Value("range").GetProperty("bounded").GetBoolean());
        Assert.Equal("convex", Value("convexity").GetString());
        Assert.True(Value("idempotent").GetBoolean());
        Assert.Equal(0.5, Value("moments").GetProperty("square").GetProperty("value").GetProperty("estimate").GetDouble(), 1e-12);
        Assert.Equal("one_bit", Value("cost").GetProperty("saved").GetString());

        JsonElement Value(string key) => relu.GetProperty(key).GetProperty("value");
        JsonElement Side(string side) => relu.GetProperty("saturation").GetProperty(side);
    }

    [Theory]
    [InlineData("80")]
    [InlineData("140")]
    public void Show_prints_a_line_a_property_with_its_certainty(string columns)
    {
        Environment.SetEnvironmentVariable("COLUMNS", columns);
        try
        {
            var text = Invocation.Succeeds("show", "gelu");
            Assert.Contains("bounded below: infimum −0.169971 at x =", text, StringComparison.Ordinal);
            Assert.Matches(@"saturation, left +soft: f′ → 0 +proved", text);
            Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= int.Parse(columns)));
            Assert.Contains("The derivative tends to 1", Invocation.Succeeds("show", "gelu", "--why"), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("COLUMNS", null);
        }
    }

    [Fact]
    public void Show_writes_latex_a_page_and_pictures()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(@"\begin{align*}", Invocation.Succeeds("show", "hard_tanh", "--latex"), StringComparison.Ordinal);
        Invocation.Succeeds(
            "show", "hard_tanh", "--html", folder.File("page.html"), "--plot", folder.File("curve.svg"));
        Invocation.Succeeds("show", "1/x", "--plot", folder.File("curve.png"));
        var page = File.ReadAllText(folder.File("page.html"));
        Assert.Contains("<math", page, StringComparison.Ordinal);
        Assert.Contains("hard: f′ = 0 beyond x = −1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("saturated", File.ReadAllText(folder.File("curve.svg")), StringComparison.Ordinal);
        Assert.Equal("PNG"u8, File.ReadAllBytes(folder.File("curve.png")).AsSpan(1, 3));
    }

    [Fact]
    public void List_searches_by_property()
    {
        var run = Invocation.Of("list", "--family", "gated_units", "--where", "smooth and bounded_below and not monotone", "--json");
        Assert.Equal(0, run.ExitCode);
        var ids = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(e => e.GetProperty("id").GetString()).ToList();
        Assert.Superset(new HashSet<string?> { "gelu", "silu" }, ids.ToHashSet());
        var none = Invocation.Succeeds("list", "relu6", "--where", "smooth");
        Assert.Contains("0 functions", none, StringComparison.Ordinal);
    }

    private static JsonElement Properties(string function) =>
        JsonDocument.Parse(Invocation.Succeeds("show", function, "--json")).RootElement.GetProperty("properties");
}
