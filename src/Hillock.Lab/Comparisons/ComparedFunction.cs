using System.Globalization;
using Hillock.Catalogue;
using Hillock.Expressions;
using Hillock.Networks;

namespace Hillock.Lab.Comparisons;

/// <summary>What is compared: an activation, and the settings in which its networks differ from the others', as in
/// <c>relu with batch-norm</c> or <c>selu with init=lecun, alpha-dropout=0.05</c>.</summary>
internal sealed record ComparedFunction(
    string Name, Activation Activation, Func<ComparisonSettings, ComparisonSettings> Adapt)
{
    private const string Separator = " with ";

    private static readonly string[] Known =
        ["batch-norm", "layer-norm", "residual", "dropout", "alpha-dropout", "init", "learning-rate"];

    /// <summary>Reads the text of a function.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="definitions">A user's definitions that it may name.</param>
    /// <exception cref="FormulaException">The activation is neither an id nor a formula.</exception>
    /// <exception cref="SettingsException">There is no such setting.</exception>
    public static ComparedFunction Parse(string text, DefinitionSet definitions)
    {
        var at = text.LastIndexOf(Separator, StringComparison.Ordinal);
        return new(text, Activation.Parse(at < 0 ? text : text[..at], definitions), AdaptationOf(text));
    }

    /// <summary>What the text of a function changes in the settings.</summary>
    /// <exception cref="SettingsException">There is no such setting.</exception>
    public static Func<ComparisonSettings, ComparisonSettings> AdaptationOf(string text)
    {
        var at = text.LastIndexOf(Separator, StringComparison.Ordinal);
        if (at < 0)
            return settings => settings;
        var changes = text[(at + Separator.Length)..].Split(',').Select(part => Change(part.Trim(), text)).ToList();
        return settings => changes.Aggregate(settings, (changed, change) => change(changed));
    }

    private static Func<ComparisonSettings, ComparisonSettings> Change(string option, string text)
    {
        var (name, value) = option.Split('=', 2, StringSplitOptions.TrimEntries) switch
        {
            [var n, var v] => (n, v),
            _ => (option, null),
        };
        return (name, value) switch
        {
            ("batch-norm", null) => settings => settings with { Normalisation = NormalisationKind.Batch },
            ("layer-norm", null) => settings => settings with { Normalisation = NormalisationKind.Layer },
            ("residual", null) => settings => settings with { Residual = true },
            ("dropout", { } share) => Changed(share, (settings, p) => settings with { Dropout = p, AlphaDropout = 0 }),
            ("alpha-dropout", { } share) =>
                Changed(share, (settings, p) => settings with { AlphaDropout = p, Dropout = 0 }),
            ("learning-rate", { } rate) => Changed(rate, (settings, r) => settings with { LearningRate = r }),
            ("init", { } scheme) => settings => settings with { Initialisation = scheme },
            _ when Known.Contains(name) => throw new SettingsException(
                $"{text}: '{name}' {(value is null ? "needs a value, as in " + name + "=…" : "takes no value")}."),
            _ => throw new SettingsException(
                $"{text}: there is no '{name}'; there are {string.Join(", ", Known)}."
                + NearestName.Suggestion(name, Known)),
        };

        Func<ComparisonSettings, ComparisonSettings> Changed(
            string number, Func<ComparisonSettings, double, ComparisonSettings> change) =>
            double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                ? settings => change(settings, parsed)
                : throw new SettingsException($"{text}: '{number}' is not a number.");
    }
}
