using System.CommandLine;
using Hillock.Lab.Comparisons;

namespace Hillock.Cli.Commands;

/// <summary>The arguments of <c>hillock compare</c>, and how they become settings.</summary>
internal sealed class CompareOptions
{
    private static readonly ComparisonSettings Defaults = new() { Functions = [] };

    private readonly Argument<string[]> _functions = new("functions")
    {
        Description = "The activations to compare: ids or formulas, each with settings of its own if need be, as in "
            + "\"relu with batch-norm\" or \"selu with init=lecun, alpha-dropout=0.05\".",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> _data = new("--data")
    {
        Description = "A data set ('hillock data' lists them) or a CSV file.",
        HelpName = "name|file.csv",
        DefaultValueFactory = _ => Defaults.Data,
    };
    private readonly Option<int> _seeds = new("--seeds")
    {
        Description = "Runs of each function, each from its own weights.",
        HelpName = "n",
        DefaultValueFactory = _ => Defaults.Seeds,
    };
    private readonly Option<int?> _untilDecided = new("--until-decided")
    {
        Description = "Double the seeds of functions of which a pair is not told apart, up to n; p-values pay for it.",
        HelpName = "n",
    };
    private readonly Option<int> _firstSeed = new("--first-seed")
    {
        Description = "The first seed; the others follow.",
        HelpName = "n",
        DefaultValueFactory = _ => Defaults.FirstSeed,
    };
    private readonly CompareNetworkOptions _network = new();
    private readonly CompareTrainingOptions _training = new();

    public Option<string> Out { get; } = new("--out")
    {
        Description = "The folder for report.html, results.json and the pictures.",
        HelpName = "folder",
        DefaultValueFactory = _ => "hillock-report",
    };

    public Option<string?> Store { get; } = StoreOption.Create();

    public DefinitionsOption Definitions { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(_functions);
        command.Add(_data);
        command.Add(_seeds);
        command.Add(_untilDecided);
        command.Add(_firstSeed);
        _network.AddTo(command);
        _training.AddTo(command);
        command.Add(Out);
        command.Add(Store);
        command.Add(Definitions);
    }

    /// <summary>The settings of the comparison that was asked for.</summary>
    /// <exception cref="UsageException">A value cannot be read.</exception>
    public ComparisonSettings Settings(ParseResult parsed) => _training.Apply(parsed, _network.Apply(parsed, new()
    {
        Functions = parsed.GetRequiredValue(_functions),
        Data = parsed.GetRequiredValue(_data),
        Seeds = parsed.GetValue(_seeds),
        UntilDecided = parsed.GetValue(_untilDecided),
        FirstSeed = parsed.GetValue(_firstSeed),
    }));
}
