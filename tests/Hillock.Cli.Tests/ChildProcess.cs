using System.Diagnostics;
using Hillock.Lab.Runs;

namespace Hillock.Cli.Tests;

/// <summary>The command line as a process of its own, which can be ended from outside.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a comparison and waits until its store holds so many runs.</summary>
    public static async Task<Process> StartComparison(string store, int runs, params string[] args)
    {
        var program = typeof(CommandLine).Assembly.Location;
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "compare", .. args, "--store", store])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        for (var i = 0; i < 1500 && !process.HasExited && CountRuns(store) < runs; i++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        if (process.HasExited)
        {
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Fail($"The comparison ended before it could be interrupted: {error}");
        }

        return process;
    }

    /// <summary>How long a whole run of the command takes, the best of three.</summary>
    public static TimeSpan TimeOf(params string[] args)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. args])
            {
                RedirectStandardOutput = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    private static int CountRuns(string path)
    {
        if (!File.Exists(path))
            return 0;
        using var store = RunStore.OpenExisting(path);
        return store.List(RunFilter.All).Count;
    }
}
