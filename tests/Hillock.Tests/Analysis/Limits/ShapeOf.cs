using Hillock.Analysis;
using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Tests.Analysis.Limits;

/// <summary>An entry or a formula as the analyses see it.</summary>
internal static class ShapeOf
{
    public static AnalysedFunction Text(string text)
    {
        if (EntryReader.TryRead(text) is var (_, definition)) return new AnalysedFunction(definition);
        var parsed = FormulaParser.Parse(text, EntryReader.Functions);
        return new AnalysedFunction(new Definition(text, parsed.Expression, []));
    }

    public static IEnumerable<(string Id, AnalysedFunction Function)> Catalogue() =>
        ActivationCatalogue.All.Select(entry => (entry.Id, new AnalysedFunction(entry.Definition)));
}
