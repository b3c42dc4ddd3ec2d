namespace Hillock.Catalogue;

/// <summary>All entries, by family, by id and by any published name.</summary>
public static class ActivationCatalogue
{
    private static readonly Dictionary<string, CatalogueEntry> ById;

    private static readonly Dictionary<string, (CatalogueEntry Entry, Synonym Synonym)> BySynonym;

    static ActivationCatalogue()
    {
        ById = Families.SelectMany(family => family.Entries).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        BySynonym = ById.Values
            .SelectMany(entry => entry.AlsoKnownAs.Select(synonym => (entry, synonym)))
            .ToDictionary(pair => pair.synonym.Name, StringComparer.Ordinal);
    }

    /// <summary>The families, simple ones first.</summary>
    public static IReadOnlyList<Family> Families { get; } =
    [
        Polynomials.Family,
        Rectifiers.Family,
        LeakyRectifiers.Family,
        RectifierPowers.Family,
        BoundedRectifiers.Family,
        PiecewiseLinearUnits.Family,
        ShrinkageUnits.Family,
        Steps.Family,
        ExponentialLinearUnits.Family,
        SaturatingLinearUnits.Family,
        SmoothRectifiers.Family,
        RootRectifiers.Family,
        Sigmoids.Family,
        HyperbolicTangents.Family,
        AlgebraicSigmoids.Family,
        GatedUnits.Family,
        TanhGatedUnits.Family,
        OtherGatedUnits.Family,
        Growth.Family,
        Waves.Family,
        RadialUnits.Family,
        NoisyUnits.Family,
    ];

    /// <summary>Every entry, family by family.</summary>
    public static IReadOnlyCollection<CatalogueEntry> All => ById.Values;

    /// <summary>Every id.</summary>
    public static IReadOnlyCollection<string> Ids => ById.Keys;

    /// <summary>Every other published name.</summary>
    public static IReadOnlyCollection<string> Synonyms => BySynonym.Keys;

    /// <summary>The entry of this id, or null.</summary>
    public static CatalogueEntry? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The entry that has this other name, and what is said of the name; or null.</summary>
    public static (CatalogueEntry Entry, Synonym Synonym)? FindSynonym(string name) =>
        BySynonym.TryGetValue(name, out var found) ? found : null;
}
