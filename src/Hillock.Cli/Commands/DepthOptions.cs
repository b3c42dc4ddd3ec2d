using System.CommandLine;
using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Lab.Depth;

namespace Hillock.Cli.Commands;

/// <summary>The argument and the options of <c>hillock depth</c> that say which networks are meant.</summary>
internal sealed class DepthOptions
{
    private static readonly DepthSettings Defaults = new() { Activation = Activation.Parse("relu") };

    private readonly Argument<string> _function = CommonOptions.Function();
    private readonly Option<int> _layers = Whole("--layers", "Hidden layers.", Defaults.Layers);
    private readonly Option<int> _width = Whole("--width", "Units of each layer, and inputs.", Defaults.Width);
    private readonly Option<int> _networks =
        Whole("--networks", "How many random networks are measured.", Defaults.Networks);
    private readonly Option<int> _firstSeed =
        Whole("--first-seed", "The seed of the first network.", Defaults.FirstSeed);
    private readonly Option<string> _initialisation = new("--init")
    {
        Description = string.Join(", ", DepthSettings.Initialisations)
            + "; critical takes the weights of the edge of chaos.",
        HelpName = "name",
        DefaultValueFactory = _ => Defaults.Initialisation,
    };
    private readonly Option<string?> _biasDeviation = new("--sigma-b")
    {
        Description = "The standard deviation of the biases: 0 where not given, and "
            + DepthSettings.CriticalBiasDeviation.ToString(CultureInfo.InvariantCulture) + " with --init critical.",
        HelpName = "number",
    };

    public void AddTo(Command command)
    {
        command.Add(_function);
        Option[] options = [_layers, _width, _initialisation, _biasDeviation, _networks, _firstSeed];
        foreach (var option in options) command.Add(option);
    }

    /// <summary>The settings that were asked for.</summary>
    /// <exception cref="UsageException">A value cannot be read.</exception>
    public DepthSettings Read(ParseResult parsed) => new()
    {
        Activation = Activation.Parse(parsed.GetRequiredValue(_function)),
        Layers = parsed.GetValue(_layers),
        Width = parsed.GetValue(_width),
        Initialisation = parsed.GetRequiredValue(_initialisation),
        BiasDeviation = parsed.GetValue(_biasDeviation) is { } text ? Numbers.Parse(text, "--sigma-b") : null,
        Networks = parsed.GetValue(_networks),
        FirstSeed = parsed.GetValue(_firstSeed),
    };

    private static Option<int> Whole(string name, string description, int usual) =>
        new(name) { Description = description, HelpName = "number", DefaultValueFactory = _ => usual };
}
