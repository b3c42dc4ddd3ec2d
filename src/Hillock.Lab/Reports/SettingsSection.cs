using System.Globalization;
using System.Xml.Linq;
using Hillock.Lab.Comparisons;
using Hillock.Networks;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Reports;

/// <summary>What was run, where and when, and the command that runs it again.</summary>
internal sealed class SettingsSection(ComparisonResult result)
{
    public XElement Render() => E("section", E("h2", "Settings"),
        E("dl", Class("settings"), Entries().SelectMany(entry => new[] { E("dt", entry.Name), E("dd", entry.Value) })),
        result.Command.Length > 0
            ? new[] { E("p", "This command repeats the comparison:"), E("pre", Class("command"), result.Command) }
            : null);

    private IEnumerable<(string Name, string Value)> Entries()
    {
        var (settings, data) = (result.Settings, result.Data);
        yield return ("Data", $"{data.Name}: {Numbers.Count(data.Features, "feature")}, "
            + $"{Numbers.Plain(data.TrainingExamples)} training"
            + (data.ValidationExamples > 0 ? $", {Numbers.Plain(data.ValidationExamples)} validation" : "")
            + $" and {Numbers.Plain(data.TestExamples)} test examples, "
            + Task(data));
        yield return ("Hidden layers", settings.Hidden.Count == 0
            ? "none"
            : string.Join(" – ", settings.Hidden.Select(units => Numbers.Plain(units))) + " units");
        foreach (var extra in Extras())
            yield return extra;
        yield return ("Optimiser", settings.Optimizer is "sgd" or "nesterov"
            ? $"{settings.Optimizer} with momentum 0.9"
            : settings.Optimizer);
        yield return ("Learning rate", Rate(settings) + Course(settings));
        yield return ("Batch size", Numbers.Plain(settings.BatchSize));
        yield return ("Epochs", Numbers.Plain(settings.Epochs));
        yield return ("Initialisation", settings.Initialisation);
        yield return ("Seeds", Seeds(settings));
        if (result.Machine.Length > 0)
            yield return ("Machine", result.Machine);
        yield return ("Started", result.Started.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
        yield return ("Took", Numbers.Duration(result.Duration));
        if (result.ReusedRuns > 0)
        {
            yield return ("From the run store",
                $"{Numbers.Count(result.ReusedRuns, "run")}, with the times of when they were trained");
        }
    }

    private string Task(DataSummary data) => result.Settings.Autoencoder ? "to be repeated (autoencoder)"
        : data.IsClassification ? Numbers.Count(data.ClassNames.Count, "class", "classes")
        : "regression";

    /// <summary>What was asked for beyond plain layers and steps.</summary>
    private IEnumerable<(string Name, string Value)> Extras()
    {
        var settings = result.Settings;
        if (settings.Normalisation != NormalisationKind.None)
            yield return ("Normalisation", settings.Normalisation == NormalisationKind.Batch ? "batch" : "layer");
        if (settings.Dropout > 0)
            yield return ("Dropout", Numbers.Plain(settings.Dropout));
        if (settings.AlphaDropout > 0)
            yield return ("Alpha dropout", Numbers.Plain(settings.AlphaDropout));
        if (settings.Residual)
            yield return ("Residual", "hidden layers with as many inputs as units");
        if (settings.LearnedScope != ParameterScope.Layer)
        {
            yield return ("Learned parameters",
                settings.LearnedScope == ParameterScope.Unit ? "one value a unit" : "one value for all layers");
        }

        if (settings.WeightDecay is { } decay)
            yield return ("Weight decay", Numbers.Plain(decay));
        if (settings.LargestGradientNorm is { } norm)
            yield return ("Gradient clipped to a norm of", Numbers.Plain(norm));
        if (settings.Patience is { } patience)
        {
            yield return ("Early stopping",
                $"after {Numbers.Count(patience, "epoch")} without a smaller validation loss");
        }
    }

    private static string Seeds(ComparisonSettings settings)
    {
        var first = Numbers.Plain(settings.FirstSeed);
        var all = settings.Seeds == 1 ? first : $"{first} to {Numbers.Plain(settings.FirstSeed + settings.Seeds - 1)}";
        return settings.UntilDecided is { } most
            ? $"{all}, and twice as many again where a pair was open, up to {Numbers.Plain(most)} seeds"
            : all;
    }

    private static string Rate(ComparisonSettings settings) => settings.Tune == 1
        ? Numbers.Plain(settings.LearningRate)
        : $"the best of {settings.Tune} on the validation part, for each function and seed: "
            + Numbers.List([.. LearningRateTuning.Grid(settings.LearningRate, settings.Tune).Select(Numbers.Plain)]);

    private static string Course(ComparisonSettings settings) =>
        (settings.Schedule == "constant" ? "" : $", {settings.Schedule} schedule")
        + (settings.WarmUp > 0 ? $", warm-up of {Numbers.Plain(settings.WarmUp)} epochs" : "");
}
