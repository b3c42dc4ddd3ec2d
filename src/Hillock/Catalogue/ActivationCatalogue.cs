namespace Hillock.Catalogue;

/// <summary>All entries, by id.</summary>
public static class ActivationCatalogue
{
    private static readonly Dictionary<string, CatalogueEntry> ById = new[]
        {
            Rectifiers.Entries,
            ExponentialLinearUnits.Entries,
            Sigmoids.Entries,
            SmoothRectifiers.Entries,
            GatedUnits.Entries,
            Waves.Entries,
        }
        .SelectMany(family => family)
        .ToDictionary(entry => entry.Id, StringComparer.Ordinal);

    /// <summary>Every entry, family by family.</summary>
    public static IReadOnlyCollection<CatalogueEntry> All => ById.Values;

    /// <summary>Every id.</summary>
    public static IReadOnlyCollection<string> Ids => ById.Keys;

    /// <summary>The entry of this id, or null.</summary>
    public static CatalogueEntry? Find(string id) => ById.GetValueOrDefault(id);
}
