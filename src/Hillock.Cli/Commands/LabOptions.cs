using System.CommandLine;
using Hillock.Lab.Laboratory;

namespace Hillock.Cli.Commands;

/// <summary>The argument and the options of <c>hillock lab</c>.</summary>
internal sealed class LabOptions
{
    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "Shorter runs; what they cannot tell is not decided.",
    };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The seed of everything random.",
        HelpName = "n",
        DefaultValueFactory = _ => new ExperimentSettings().Seed,
    };
    private readonly IReadOnlyList<Option<int?>> _lengths =
    [
        .. Length.Units.Select(unit => new Option<int?>("--" + unit)
        {
            Description = $"How many {unit}, where an experiment has them to choose.",
            HelpName = "n",
        }),
    ];
    private readonly Option<string[]> _functions = new("--function")
    {
        Description = "A function to look at beside those of the claim; may be given several times.",
        HelpName = "function",
    };
    private readonly Option<string?> _target = new("--target")
    {
        Description = "The function that networks are to approximate, a formula in x.",
        HelpName = "formula",
    };
    private readonly Option<bool> _yes = new("--yes") { Description = "Go on where a run takes hours." };
    private readonly Option<string> _out = new("--out", "--report")
    {
        Description = "The folder for pages, results, tables and pictures.",
        HelpName = "folder",
        DefaultValueFactory = _ => "hillock-lab",
    };

    public Argument<string?> Experiment { get; } = new("experiment")
    {
        Description = "The name of an experiment, or 'all'; without it they are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Markdown { get; } = new("--markdown")
    {
        Description = "A Markdown page to put the result into, beside what it has of other experiments.",
        HelpName = "file.md",
    };

    public Option<string?> Store { get; } = StoreOption.Create();

    public void AddTo(Command command)
    {
        command.Add(Experiment);
        Option[] options = [_quick, .. _lengths, _seed, _functions, _target, _yes, _out, Markdown, Store];
        foreach (var option in options) command.Add(option);
    }

    /// <summary>The settings that were asked for.</summary>
    public ExperimentSettings Settings(ParseResult parsed) => new()
    {
        Quick = parsed.GetValue(_quick),
        Seed = parsed.GetValue(_seed),
        Chosen = Length.Units.Zip(_lengths)
            .Where(pair => parsed.GetValue(pair.Second) is not null)
            .ToDictionary(pair => pair.First, pair => parsed.GetValue(pair.Second)!.Value),
        Functions = parsed.GetValue(_functions) ?? [],
        Target = parsed.GetValue(_target),
        MayTakeHours = parsed.GetValue(_yes),
    };

    /// <summary>The folder, made if need be.</summary>
    /// <exception cref="UsageException">It cannot be made.</exception>
    public string FolderOf(ParseResult parsed) => OutFolder.Made(parsed.GetRequiredValue(_out));
}
