namespace Hillock.Cli.Tests;

/// <summary>One run of the command line in this process.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    public static Invocation Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(args, output, error);
        return new Invocation(code, output.ToString(), error.ToString());
    }

    /// <summary>A run that must succeed and write nothing to the error stream.</summary>
    public static string Succeeds(params string[] args)
    {
        var run = Of(args);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        return run.Output;
    }
}

/// <summary>A folder that disappears with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hillock-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
