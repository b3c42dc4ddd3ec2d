using System.Globalization;
using Hillock.Analysis;
using Hillock.Catalogue;
using Hillock.Cli.Output;

namespace Hillock.Cli.Commands;

/// <summary>What <c>show</c> says of names: whose name was asked for, what others call the function, and what others
/// mean by the same name.</summary>
internal static class NameRows
{
    /// <summary>Rows of a label and a text.</summary>
    public static IEnumerable<(string Label, string Text)> Of(string asked, Activation activation)
    {
        if (activation.Entry is not { } entry) yield break;
        var named = entry.DefinedIn is null ? ActivationNames.Find(NameIn(asked)) : null;
        if (named?.Framework is { } framework)
            yield return ("asked", $"{named.FrameworkName!.Name} of {framework.Title} is {named.Text}");
        if (named?.FrameworkName?.Remark is { } theirs) yield return ("", theirs);
        if (named?.Synonym is { } synonym)
        {
            yield return ("asked", $"{synonym.Name} is {named.Text}: {synonym.Citation}");
            if (synonym.Remark is { } said) yield return ("", said);
        }

        yield return ("from", entry.Year is { } year && !entry.Citation.Contains(Text(year), StringComparison.Ordinal)
            ? $"{entry.Citation} ({Text(year)})"
            : entry.Citation);
        if (entry.DefinedIn is { } place && !entry.Citation.Contains(place, StringComparison.Ordinal))
            yield return ("defined in", place);
        if (entry.Remark is { } remark) yield return ("note", remark);
        if (entry.StartsAs is { } other) yield return ("starts as", $"{other}, with the default parameters");
        if (entry.AlsoKnownAs.Count > 0)
            yield return ("also called", string.Join(", ", entry.AlsoKnownAs.Select(Described)));
        var elsewhere = ActivationNames.Elsewhere(entry)
            .Select(name => $"{name.Framework!.Id}:{name.FrameworkName!.Name}").ToList();
        if (elsewhere.Count > 0) yield return ("elsewhere", string.Join(", ", elsewhere));
        if (named is null or { Framework: not null }) yield break;
        foreach (var line in OtherMeanings(named, NameIn(asked), activation)) yield return ("beware", line);
    }

    private static IEnumerable<string> OtherMeanings(NamedActivation named, string name, Activation activation) =>
        ActivationNames.OtherMeanings(named, name)
            .GroupBy(other => other.Text)
            .Select(group =>
            {
                var difference = LargestDifference.Between(
                    activation.Kernel<double>(), Activation.Parse(group.Key).Kernel<double>());
                var names = group.Select(other => $"{other.Framework!.Id}:{other.FrameworkName!.Name}");
                return string.Join(", ", names) + " "
                    + (difference.Size == 0
                        ? $"is {group.Key}, which is the same at the default parameters"
                        : $"is {group.Key}, which differs by up to {Numbers.Short(difference.Size)} "
                            + $"on [-10, 10], at x = {Numbers.Short(difference.At)}");
            });

    private static string Described(Synonym synonym) =>
        synonym.Values.Length == 0 ? synonym.Name : $"{synonym.Name} ({synonym.Values})";

    // "leaky_relu(negative_slope=0.2)" is asked for by the name before the bracket.
    private static string NameIn(string asked) => asked.Split('(')[0].Trim();

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
