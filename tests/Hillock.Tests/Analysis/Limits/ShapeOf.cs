using Hillock.Analysis;
using Hillock.Catalogue;

namespace Hillock.Tests.Analysis.Limits;

/// <summary>An entry or a formula as the analyses see it.</summary>
internal static class ShapeOf
{
    public static AnalysedFunction Text(string text) => Analysed.Function(text);

    public static IEnumerable<(string Id, AnalysedFunction Function)> Catalogue() =>
        ActivationCatalogue.All.Select(entry => (entry.Id, new AnalysedFunction(entry.Definition)));
}
