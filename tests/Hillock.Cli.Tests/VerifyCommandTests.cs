using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hillock.Cli.Tests;

/// <summary>The command around verifications; what it says of the kernels is no matter here.</summary>
public partial class VerifyCommandTests
{
    [Fact]
    public void A_verification_prints_a_row_for_each_kernel_within_80_columns()
    {
        var run = Invocation.Of("verify", "leaky_relu");
        Assert.InRange(run.ExitCode, 0, 1);
        Assert.Equal("", run.Error);
        foreach (var text in new[] { "leaky_relu", "value", "derivative", "∂negative_slo…", "bound", "none" })
            Assert.Contains(text, run.Output, StringComparison.Ordinal);
        Assert.All(Styles().Replace(run.Output, "").Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Fact]
    public void Json_is_one_document_in_snake_case()
    {
        var run = Invocation.Of("verify", "gelu", "--type", "half", "--json");
        var result = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.Equal(("gelu", "float16", true), (
            result.GetProperty("function").GetString(), result.GetProperty("type").GetString(), result.GetProperty("exhaustive").GetBoolean()));
        var value = result.GetProperty("quantities")[0];
        Assert.Equal(65536, value.GetProperty("inputs").GetInt64());
        Assert.Equal(0.501, value.GetProperty("bound").GetDouble());
        Assert.Equal(run.ExitCode == 0, result.GetProperty("passed").GetBoolean());
        Assert.Equal("hillock verify gelu --type half --json", result.GetProperty("circumstances").GetProperty("command").GetString());
    }

    [Fact]
    public void A_page_collects_results_and_a_resumed_run_leaves_out_what_it_has()
    {
        using var folder = new TemporaryFolder();
        var page = folder.File("accuracy.md");
        Invocation.Of("verify", "relu", "--type", "half", "--markdown", page);
        Invocation.Of("verify", "relu", "--type", "bfloat16", "--markdown", page);
        Invocation.Of("verify", "abs", "--type", "half", "--markdown", page);
        var text = File.ReadAllText(page);
        foreach (var part in new[] { "## float16", "## bfloat16", "| relu | value |", "| abs | derivative |" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        var resumed = Invocation.Of("verify", "relu", "--type", "half", "--markdown", page, "--resume");
        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Output));
        Assert.Equal(text, File.ReadAllText(page));
    }

    [Fact]
    public void A_spoilt_file_of_results_is_named_and_kept()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("accuracy.json"), "{");
        var run = Invocation.Of("verify", "relu", "--type", "half", "--markdown", folder.File("accuracy.md"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("accuracy.json", run.Error, StringComparison.Ordinal);
        Assert.Equal("{", File.ReadAllText(folder.File("accuracy.json")));
    }

    [Fact]
    public async Task Ctrl_C_ends_an_exhaustive_run_and_keeps_what_is_finished()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There are no signals to send on Windows.");
        using var folder = new TemporaryFolder();
        var page = folder.File("accuracy.md");
        Invocation.Of("verify", "abs", "--type", "half", "--markdown", page);
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(CommandLine).Assembly.Location, "verify", "all", "--exhaustive", "--markdown", page])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.False(process.HasExited);
        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("interrupted after 0 of", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("| abs | value |", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Styles();
}
