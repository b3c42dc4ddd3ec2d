namespace Hillock.Catalogue.Groups;

/// <summary>All entries for several elements, by family, by id and by any published name.</summary>
public static class GroupCatalogue
{
    private static readonly Dictionary<string, GroupEntry> ByName;

    static GroupCatalogue() => ByName = All
        .SelectMany(entry => entry.AlsoKnownAs.Select(synonym => synonym.Name).Prepend(entry.Id).Select(name => (name, entry)))
        .ToDictionary(pair => pair.name, pair => pair.entry, StringComparer.Ordinal);

    /// <summary>The families.</summary>
    public static IReadOnlyList<GroupFamily> Families { get; } =
        [SoftmaxFunctions.Family, LineNormalisations.Family, GatedFunctions.Family, Selections.Family];

    /// <summary>Every entry, family by family.</summary>
    public static IEnumerable<GroupEntry> All => Families.SelectMany(family => family.Entries);

    /// <summary>Every id and every other published name.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The entry of this id or other published name, or null.</summary>
    public static GroupEntry? Find(string name) => ByName.GetValueOrDefault(name);
}
