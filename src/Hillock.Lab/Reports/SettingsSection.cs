using System.Globalization;
using System.Xml.Linq;
using Hillock.Lab.Comparisons;
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
            + $"{Numbers.Plain(data.TrainingExamples)} training and {Numbers.Plain(data.TestExamples)} test examples, "
            + (data.IsClassification ? Numbers.Count(data.ClassNames.Count, "class", "classes") : "regression"));
        yield return ("Hidden layers", settings.Hidden.Count == 0
            ? "none"
            : string.Join(" – ", settings.Hidden.Select(units => Numbers.Plain(units))) + " units");
        yield return ("Optimiser", settings.Optimizer == "sgd" ? "sgd with momentum 0.9" : settings.Optimizer);
        yield return ("Learning rate", Numbers.Plain(settings.LearningRate));
        yield return ("Batch size", Numbers.Plain(settings.BatchSize));
        yield return ("Epochs", Numbers.Plain(settings.Epochs));
        yield return ("Initialisation", settings.Initialisation);
        yield return ("Seeds", settings.Seeds == 1 ? Numbers.Plain(settings.FirstSeed)
            : $"{Numbers.Plain(settings.FirstSeed)} to {Numbers.Plain(settings.FirstSeed + settings.Seeds - 1)}");
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
}
