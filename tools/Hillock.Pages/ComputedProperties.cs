using Hillock.Analysis.Reports;
using Hillock.Catalogue;

namespace Hillock.Pages;

/// <summary>The properties of some entries of the catalogue, computed on all cores.</summary>
internal sealed class ComputedProperties
{
    private readonly Dictionary<CatalogueEntry, IReadOnlyList<PropertyLine>> _lines;

    private ComputedProperties(Dictionary<CatalogueEntry, IReadOnlyList<PropertyLine>> lines) => _lines = lines;

    /// <summary>Computes those of every n-th entry.</summary>
    public static ComputedProperties OfEvery(int n) => new(ActivationCatalogue.All
        .Where((_, index) => index % n == 0)
        .AsParallel()
        .Select(entry => (entry, lines: (IReadOnlyList<PropertyLine>)[.. PropertyTable.Of(Activation.Of(entry).Properties())]))
        .ToDictionary(pair => pair.entry, pair => pair.lines));

    /// <summary>The lines of an entry's report; null where it was not computed.</summary>
    public IReadOnlyList<PropertyLine>? LinesOf(CatalogueEntry entry) => _lines.GetValueOrDefault(entry);
}
