using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>What a name stands for: an entry with values of its parameters.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Values">The values that the name fixes; the others keep their defaults.</param>
public sealed record NamedActivation(CatalogueEntry Entry, IReadOnlyDictionary<string, double> Values)
{
    /// <summary>The library whose name it is, or null for a name of the catalogue.</summary>
    public Framework? Framework { get; init; }

    /// <summary>What the library says of it, or null.</summary>
    public FrameworkName? FrameworkName { get; init; }

    /// <summary>What the catalogue says of a second name, or null for an id.</summary>
    public Synonym? Synonym { get; init; }

    /// <summary>The entry as one types it, as in <c>leaky_relu(negative_slope=0.2)</c>.</summary>
    public string Text => Values.Count == 0
        ? Entry.Id
        : $"{Entry.Id}({string.Join(", ", Values.Select(v => FormattableString.Invariant($"{v.Key}={v.Value:R}")))})";

    /// <summary>The definition with these values.</summary>
    internal Definition Definition => Values.Count == 0 ? Entry.Definition : Entry.With(Values);

    // Libraries have argument names of their own.
    internal string OurName(string argument) => FrameworkName is null
        ? argument
        : NameList.Pairs(FrameworkName.Arguments).GetValueOrDefault(argument, argument);
}

/// <summary>Finds activations by any name: ids, other published names, names of libraries.</summary>
public static class ActivationNames
{
    private static readonly Lazy<ILookup<CatalogueEntry, NamedActivation>> ByEntry = new(() => FrameworkNames.All
        .SelectMany(framework => framework.Names.Select(name => Of(framework, name)))
        .ToLookup(named => named.Entry));

    /// <summary>What a name stands for, or null where nothing has it. A bare name that is an id or a second name of the
    /// catalogue is ours, whatever libraries mean by it.</summary>
    /// <exception cref="AmbiguousNameException">Only libraries use the name, for different functions.</exception>
    public static NamedActivation? Find(string name) =>
        FindOurs(name)
        ?? (FrameworkNames.FindQualified(name) is var (framework, qualified) ? Of(framework, qualified) : null)
        ?? FindBare(name);

    /// <summary>What a library's name stands for, with the library's defaults.</summary>
    public static NamedActivation Of(Framework framework, FrameworkName name) =>
        FindTarget(name.Target) with { Framework = framework, FrameworkName = name };

    /// <summary>The names that libraries have for an entry.</summary>
    public static IEnumerable<NamedActivation> Elsewhere(CatalogueEntry entry) => ByEntry.Value[entry];

    /// <summary>What libraries mean by a bare name where it is not what we mean.</summary>
    public static IEnumerable<NamedActivation> OtherMeanings(NamedActivation ours, string name) =>
        FrameworkNames.Called(name)
            .Select(called => Of(called.Framework, called.Name))
            .Where(named => named.Text != ours.Text);

    private static NamedActivation? FindOurs(string name)
    {
        if (ActivationCatalogue.Find(name) is { } entry) return new NamedActivation(entry, NameList.NoValues);
        if (ActivationCatalogue.FindSynonym(name) is not var (known, synonym)) return null;
        return new NamedActivation(known, NameList.Values(synonym.Values)) { Synonym = synonym };
    }

    private static NamedActivation? FindBare(string name)
    {
        var meanings = FrameworkNames.Called(name)
            .Select(called => Of(called.Framework, called.Name))
            .DistinctBy(named => named.Text)
            .ToList();
        return meanings.Count switch
        {
            0 => null,
            1 => meanings[0],
            _ => meanings.Find(named => FrameworkNames.Folded(named.Text) == FrameworkNames.Folded(name))
                ?? throw new AmbiguousNameException(name, meanings),
        };
    }

    // "leaky_relu(negative_slope=0.2)" or an id alone; a test reads every target.
    private static NamedActivation FindTarget(string target)
    {
        var open = target.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return FindOurs(target)!;
        return FindOurs(target[..open])! with { Values = NameList.Values(target[(open + 1)..^1]) };
    }
}
