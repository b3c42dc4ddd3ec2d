using System.CommandLine;
using Hillock.Catalogue;
using Hillock.Cli.Commands;
using Hillock.Cli.Output;
using Hillock.Expressions;
using Hillock.Kernels;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Data;
using Hillock.Lab.Runs;

namespace Hillock.Cli;

/// <summary>The <c>hillock</c> command: parses arguments, runs a command, turns mistakes into one sentence.</summary>
internal static class CommandLine
{
    /// <summary>Exit code of a run that did what was asked.</summary>
    public const int Success = 0;

    /// <summary>Exit code of a verification that found a broken bound.</summary>
    public const int BoundBroken = 1;

    /// <summary>Exit code of a request that cannot be met: a mistake in it, or a file that is not as it should be.</summary>
    public const int BadInput = 2;

    /// <summary>Exit code of a run that was ended by Ctrl-C and reported what was finished.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs one command.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var result = Root(output, error).Parse(args.Length == 0 ? ["--help"] : args);
        if (!HelpExamples.IsAskedFor(result) && ParseMistake.Find(result) is { } mistake)
        {
            error.WriteLine($"hillock: {mistake} See 'hillock --help'.");
            return BadInput;
        }

        try
        {
            return result.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            error.WriteLine("hillock: " + sentence);
            return BadInput;
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter error)
    {
        var console = new Terminal(output, error);
        var root = new RootCommand(
            "Activation functions of neural networks: exact values and gradients, networks trained with them, honest comparisons.")
        {
            ListCommand.Create(console),
            ShowCommand.Create(console),
            EvalCommand.Create(console),
            PlotCommand.Create(console),
            DiffCommand.Create(console),
            IdentifyCommand.Create(console),
            DepthCommand.Create(console),
            CompareCommand.Create(console),
            LabCommand.Create(console),
            RunsCommand.Create(console),
            DataCommand.Create(console),
            VerifyCommand.Create(console),
        };
        HelpExamples.AddTo(root);
        return root;
    }

    // What a user can mend is said in a sentence; anything else is a defect and keeps its stack trace.
    private static string? Sentence(Exception e) => e switch
    {
        FormulaException or DefinitionException or ShapeException => e.Message,
        DataException or SettingsException or StoreException or UsageException => e.Message,
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => e.Message,
        IOException => e.Message,
        _ => null,
    };
}
