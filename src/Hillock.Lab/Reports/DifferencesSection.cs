using System.Xml.Linq;
using Hillock.Lab.Comparisons;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Reports;

/// <summary>The section that says which differences are real.</summary>
internal sealed class DifferencesSection(ComparisonResult result)
{
    // Six functions; with more, a list of the pairs is longer than anyone reads.
    private const int MostPairsShown = 15;

    private const string Explanation = """
        Each seed gives every function the same initial weights, data split and batch order, so the functions are
        compared seed by seed (paired t-test). The p-values are corrected for the number of pairs (Holm); a difference
        counts as real where the corrected p-value is below 0.05. An interval is that of its pair alone, without
        correction, so it may leave out 0 where the pair is not told apart; the bootstrap interval does not assume
        normal differences, but is too narrow for few seeds. The effect size is the mean difference in standard
        deviations of the differences. Not told apart does not mean equal: the last column says about how many seeds
        would tell a pair apart four times out of five, if mean and spread stayed as these seeds show them.
        """;

    private readonly ScoreKind _kind = ScoreKind.Of(result);

    public XElement? Render()
    {
        if (result.Functions.Count < 2)
            return null;
        return E("section", E("h2", "Which differences are real"),
            result.Differences.Count == 0
                ? E("p", "No two functions share two seeds on which both finished, so no difference can be tested.")
                : Tables(),
            NotCompared() is { Count: > 0 } pairs
                ? E("p", Class("note"), "Not compared, for fewer than two common finished seeds: "
                    + $"{string.Join("; ", pairs)}.")
                : null);
    }

    private IEnumerable<XElement> Tables()
    {
        var real = result.Differences.Count(pair => pair.IsReal);
        if (result.Differences.Count > 1)
            yield return E("p", $"{real} of {result.Differences.Count} pairs {(real == 1 ? "is" : "are")} told apart.");
        var ordered = result.Differences.OrderByDescending(pair => pair.IsReal)
            .ThenBy(pair => double.IsNaN(pair.AdjustedPValue) ? 2 : pair.AdjustedPValue)
            .ThenBy(pair => pair.PValue).ToArray();
        if (ordered.Length <= MostPairsShown)
        {
            yield return PairTable(ordered);
        }
        else
        {
            yield return E("ul", Ranked().Select(function => E("li", InWords(function.Name))));
            yield return E("details",
                E("summary", $"All {ordered.Length} pairs with their numbers"),
                PairTable(ordered));
        }

        yield return E("p", Class("note"), Explanation);
        var looks = result.Settings.Looks.Count;
        if (looks > 1)
        {
            yield return E("p", Class("note"), "Seeds were added where a pair was not told apart. "
                + $"Each look at the pairs is another chance to be wrong, so the p-values are multiplied by {looks}, "
                + "the number of looks that were planned.");
        }
    }

    private IEnumerable<FunctionResult> Ranked() => result.Functions.Where(function => function.Score is not null)
        .OrderBy(function => _kind.SortKey(function.Score!.Mean));

    /// <summary>“relu is better than silu and tanh; not told apart from gelu.”</summary>
    private string InWords(string name)
    {
        var pairs = result.Differences.Where(pair => pair.First == name || pair.Second == name).ToArray();
        var better = pairs.Where(pair => pair.IsReal && Better(pair) == name).Select(Worse).ToArray();
        var worse = pairs.Where(pair => pair.IsReal && Worse(pair) == name).Select(Better).ToArray();
        var alike = pairs.Where(pair => !pair.IsReal).Select(pair => pair.First == name ? pair.Second : pair.First)
            .ToArray();
        string[] parts =
        [
            .. better.Length > 0 ? [$"is better than {Numbers.List(better)}"] : Array.Empty<string>(),
            .. worse.Length > 0 ? [$"is worse than {Numbers.List(worse)}"] : Array.Empty<string>(),
            .. alike.Length > 0 ? [$"is not told apart from {Numbers.List(alike)}"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? $"{name} was not compared." : $"{name} {string.Join("; ", parts)}.";
    }

    private XElement PairTable(IEnumerable<PairedDifference> pairs) => Table(
        [
            "Outcome", $"Difference, {(_kind.IsAccuracy ? "points" : "RMSE")}", "95 % interval", "Bootstrap",
            "Effect size", "Seeds", "p, corrected", "Seeds needed",
        ],
        pairs.Select(pair => (IReadOnlyList<object>)
        [
            E("span", Class(pair.IsReal ? "name real" : "name"), Outcome(pair)),
            Oriented(pair) is var d ? _kind.WriteDifference(d.Mean) : "",
            $"{_kind.WriteDifference(d.Lower)} to {_kind.WriteDifference(d.Upper)}",
            d.Bootstrap is { } bootstrap
                ? $"{_kind.WriteDifference(bootstrap.Lower)} to {_kind.WriteDifference(bootstrap.Upper)}"
                : "—",
            pair.EffectSize is { } effect ? Numbers.Fixed(Math.Abs(effect), 2) : "not defined",
            d.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Numbers.Probability(pair.AdjustedPValue),
            NeededSeeds.Of(pair) is { Length: > 0 } needed ? needed : "—",
        ]));

    private string Outcome(PairedDifference pair)
    {
        if (pair.IsReal)
            return $"{Better(pair)} is better than {Worse(pair)}";
        var reason = double.IsNaN(pair.PValue) ? " (the same difference on every seed, so no test)" : "";
        return $"{Better(pair)} and {Worse(pair)} are not told apart{reason}";
    }

    private bool FirstIsBetter(PairedDifference pair) => !_kind.IsBetter(0, pair.Difference.Mean);

    private string Better(PairedDifference pair) => FirstIsBetter(pair) ? pair.First : pair.Second;

    private string Worse(PairedDifference pair) => FirstIsBetter(pair) ? pair.Second : pair.First;

    /// <summary>The difference of the first named function from the second named.</summary>
    private MeanWithInterval Oriented(PairedDifference pair)
    {
        var d = pair.Difference;
        return FirstIsBetter(pair) ? d : d with
        {
            Mean = -d.Mean,
            Lower = -d.Upper,
            Upper = -d.Lower,
            Bootstrap = d.Bootstrap is { } bootstrap ? new(-bootstrap.Upper, -bootstrap.Lower) : null,
        };
    }

    private List<string> NotCompared()
    {
        var pairs = new List<string>();
        for (var i = 0; i < result.Functions.Count; i++)
        {
            for (var j = i + 1; j < result.Functions.Count; j++)
            {
                var (first, second) = (result.Functions[i].Name, result.Functions[j].Name);
                if (result.Differences.Count > 0 && Verdict.DifferenceOf(result, first, second) is null)
                    pairs.Add($"{first} and {second}");
            }
        }

        return pairs;
    }
}
