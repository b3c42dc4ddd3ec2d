using System.CommandLine;
using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Hillock.Networks;

namespace Hillock.Cli.Commands;

/// <summary>The options of <c>hillock compare</c> that say which networks are trained.</summary>
internal sealed class CompareNetworkOptions
{
    private static readonly ComparisonSettings Defaults = new() { Functions = [] };

    private readonly Option<string> _hidden = new("--hidden")
    {
        Description = "Units of the hidden layers, input side first; 128x8 is eight layers of 128.",
        HelpName = "units",
        DefaultValueFactory = _ => string.Join(',', Defaults.Hidden),
    };
    private readonly Option<string> _initialisation = new("--init")
    {
        Description = string.Join(", ", WeightInitialisation.All.Select(i => i.Name)) + ".",
        HelpName = "name",
        DefaultValueFactory = _ => Defaults.Initialisation,
    };
    private readonly Option<string> _normalisation = new("--norm")
    {
        Description = "Normalise before the activation: none, batch or layer.",
        HelpName = "kind",
        DefaultValueFactory = _ => "none",
    };
    private readonly Option<string?> _dropout = new("--dropout")
    {
        Description = "The share of hidden results that is dropped in training.",
        HelpName = "share",
    };
    private readonly Option<string?> _alphaDropout = new("--alpha-dropout")
    {
        Description = "The same with the dropout that SELU needs.",
        HelpName = "share",
    };
    private readonly Option<bool> _residual = new("--residual")
    {
        Description = "Hidden layers with as many inputs as units add their inputs to their results.",
    };
    private readonly Option<string> _learned = new("--learned")
    {
        Description = "Learned parameters of activations: one value a layer, a unit or the whole network.",
        HelpName = "scope",
        DefaultValueFactory = _ => "layer",
    };
    private readonly Option<bool> _autoencoder = new("--autoencoder")
    {
        Description = "Learn to repeat the inputs, as through --hidden 64,8,64.",
    };

    public void AddTo(Command command)
    {
        Option[] options =
            [_hidden, _initialisation, _normalisation, _dropout, _alphaDropout, _residual, _learned, _autoencoder];
        foreach (var option in options)
            command.Add(option);
    }

    /// <summary>The settings with what these options say.</summary>
    /// <exception cref="UsageException">A value cannot be read.</exception>
    public ComparisonSettings Apply(ParseResult parsed, ComparisonSettings settings) => settings with
    {
        Hidden = ParseHidden(parsed.GetRequiredValue(_hidden)),
        Initialisation = parsed.GetRequiredValue(_initialisation),
        Normalisation = ParseName<NormalisationKind>(parsed.GetRequiredValue(_normalisation), "--norm"),
        Dropout = parsed.GetValue(_dropout) is { } share ? Numbers.Parse(share, "--dropout") : 0,
        AlphaDropout = parsed.GetValue(_alphaDropout) is { } alpha ? Numbers.Parse(alpha, "--alpha-dropout") : 0,
        Residual = parsed.GetValue(_residual),
        LearnedScope = ParseName<ParameterScope>(parsed.GetRequiredValue(_learned), "--learned"),
        Autoencoder = parsed.GetValue(_autoencoder),
    };

    private static TEnum ParseName<TEnum>(string text, string option)
        where TEnum : struct, Enum =>
        text.All(char.IsLetter) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value)
            ? value
            : throw new UsageException(
                $"{option} {text}: there are {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}.");

    private static int[] ParseHidden(string text) =>
    [
        .. text.Split(',').SelectMany(part => part.Trim().Split('x') switch
        {
            [var units] => [Whole(units)],
            [var units, var layers] when Whole(layers) is > 0 and <= 1000 and var count =>
                Enumerable.Repeat(Whole(units), count),
            _ => throw NotUnits(part),
        }),
    ];

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw NotUnits(text);

    private static UsageException NotUnits(string part) =>
        new($"--hidden: '{part.Trim()}' is not a whole number of units; write layers as in 128,128 or 128x2");
}
