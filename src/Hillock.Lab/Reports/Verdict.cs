using Hillock.Lab.Comparisons;

namespace Hillock.Lab.Reports;

/// <summary>The outcome of a comparison in one sentence.</summary>
public static class Verdict
{
    /// <summary>Which functions are told apart, for example “relu and gelu are not told apart by 5 seeds.”</summary>
    public static string Of(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var kind = ScoreKind.Of(result);
        var ranked = result.Functions.Where(function => function.Score is not null)
            .OrderBy(function => kind.SortKey(function.Score!.Mean)).ToArray();
        return ranked.Length switch
        {
            0 => "No run was finished, so there is nothing to compare.",
            1 => OfOne(ranked[0], kind, result),
            _ when result.Differences.Count == 0 => OfUntested(ranked[0], kind),
            2 => OfTwo(ranked, kind, result),
            _ => OfMany(ranked, kind, result),
        };
    }

    /// <summary>The pair's entry, whichever of the two comes first in it; null where it was not compared.</summary>
    internal static PairedDifference? DifferenceOf(ComparisonResult result, string one, string other) =>
        result.Differences.FirstOrDefault(pair =>
            (pair.First == one && pair.Second == other) || (pair.First == other && pair.Second == one));

    private static string OfOne(FunctionResult function, ScoreKind kind, ComparisonResult result)
    {
        var score = function.Score!;
        var interval = score.Count > 1 ? $" (95 % interval {kind.WriteInterval(score)})" : "";
        var only = result.Functions.Count > 1 ? " is the only function with a finished run; it" : "";
        return $"{function.Name}{only} reaches a {kind.Name} of {kind.Write(score.Mean)}{interval} "
            + $"over {Numbers.Count(score.Count, "seed")}.";
    }

    private static string OfUntested(FunctionResult best, ScoreKind kind) =>
        $"{best.Name} has the best {kind.Name}, {kind.Write(best.Score!.Mean)}, but nothing is told apart: "
        + "that takes at least two seeds on which both functions finish.";

    private static string OfTwo(FunctionResult[] ranked, ScoreKind kind, ComparisonResult result)
    {
        var (better, worse) = (ranked[0].Name, ranked[1].Name);
        if (DifferenceOf(result, better, worse) is not { IsReal: true } pair)
        {
            var (first, second, _, _, _, _) = result.Differences[0];
            var start = $"{first} and {second} are not told apart by {Seeds(result.Differences)}";
            return NeededSeeds.Of(result.Differences[0]) is { Length: > 0 } needed
                ? $"{start}; {needed} would be needed."
                : start + ".";
        }

        var size = kind.WriteDifference(Math.Abs(pair.Difference.Mean));
        return $"{better} is better than {worse} by {size} {kind.DifferenceUnit}, over {Seeds(result.Differences)}.";
    }

    private static string OfMany(FunctionResult[] ranked, ScoreKind kind, ComparisonResult result)
    {
        var best = ranked[0].Name;
        var others = ranked.Skip(1).Select(function => function.Name).ToArray();
        if (!result.Differences.Any(pair => pair.IsReal))
            return OfNoneApart(ranked.Length, result);
        var apart = others.Where(name => DifferenceOf(result, best, name) is { IsReal: true }).ToArray();
        var alike = others.Except(apart).ToArray();
        var start = $"{best} has the best mean {kind.Name}; ";
        var pairs = result.Differences.Where(pair => pair.First == best || pair.Second == best).ToArray();
        if (pairs.Length == 0)
            return start + "it finished on too few of the others' seeds to be compared with them.";
        if (alike.Length == 0)
            return start + $"it is told apart from all {others.Length} others by {Seeds(pairs)}.";
        if (apart.Length == 0)
            return start + $"it is not told apart from any other by {Seeds(pairs)}.";
        var seeds = Seeds(pairs.Where(pair => pair.IsReal));
        var end = seeds == Seeds(pairs) ? "." : "; not all pairs share all seeds.";
        return start + $"{seeds} tell it apart from {Named(apart)}, but not from {Named(alike)}{end}";
    }

    private static string OfNoneApart(int count, ComparisonResult result)
    {
        var start = $"No two of the {count} functions are told apart by {Seeds(result.Differences)}";
        var nearest = result.Differences.MinBy(pair => pair.SeedsNeeded ?? int.MaxValue)!;
        return NeededSeeds.Of(nearest) is { Length: > 0 } needed
            ? $"{start}; {nearest.First} and {nearest.Second} would need {needed}, other pairs more."
            : start + ".";
    }

    // A long list would bury the sentence; the table below it has all the names.
    private static string Named(string[] names) => names.Length <= 6
        ? Numbers.List(names)
        : Numbers.List([.. names.Take(4), $"{names.Length - 4} others"]);

    /// <summary>“5 seeds”, or “2 to 5 seeds” where some pairs lack the seeds on which one of them diverged.</summary>
    private static string Seeds(IEnumerable<PairedDifference> pairs)
    {
        var counts = pairs.Select(pair => pair.Difference.Count).ToArray();
        var most = Numbers.Count(counts.Max(), "seed");
        return counts.Min() == counts.Max() ? most : $"{Numbers.Plain(counts.Min())} to {most}";
    }
}
