using Hillock.Analysis.Queries;

namespace Hillock.Cli.Commands;

/// <summary>The functions that satisfy a condition, and those of which it is not decided. Functions of several elements have
/// no such properties and are left out.</summary>
/// <param name="Found">Those that do, family by family.</param>
/// <param name="NotDecided">Those of which the analysis cannot say.</param>
internal sealed record PropertySearch(IReadOnlyList<ListedFamily> Found, IReadOnlyList<ListedEntry> NotDecided)
{
    /// <summary>Asks all entries of some families, on all cores. Only what the condition names is computed.</summary>
    public static PropertySearch Of(PropertyQuery query, IReadOnlyList<ListedFamily> families)
    {
        var answers = families.SelectMany(family => family.Entries)
            .AsParallel()
            .Select(entry => (entry, holds: Holds(query, entry)))
            .ToDictionary(pair => pair.entry, pair => pair.holds);
        return new(
            [.. families.Select(family => family with { Entries = [.. family.Entries.Where(entry => answers[entry] == true)] })
                .Where(family => family.Entries.Count > 0)],
            [.. families.SelectMany(family => family.Entries).Where(entry => answers[entry] is null)]);
    }

    /// <summary>A sentence about those that are not decided, or nothing.</summary>
    public string Open => NotDecided.Count == 0
        ? ""
        : $"Not decided for {NotDecided.Count}: {string.Join(", ", NotDecided.Select(entry => entry.Id))}.";

    private static bool? Holds(PropertyQuery query, ListedEntry entry) =>
        entry.OfOneElement is { } one ? query.Holds(Activation.Of(one).Properties()) : false;
}
