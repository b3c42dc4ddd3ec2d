using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>The catalogue and a user's definitions as functions that formulas may apply: <c>x*relu(x + 1)</c>.</summary>
internal sealed class KnownFunctions(DefinitionSet definitions) : INamedFunctions
{
    public IEnumerable<string> Names => definitions.Entries.Select(entry => entry.Id).Concat(ActivationCatalogue.Ids);

    public NamedFunction? Find(string name) =>
        (definitions.Find(name) ?? ActivationCatalogue.Find(name)) is { } entry
            ? new NamedFunction(entry.Definition.Formula, entry.Parameters)
            : null;
}
