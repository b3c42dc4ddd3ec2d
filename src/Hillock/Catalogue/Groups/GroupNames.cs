namespace Hillock.Catalogue.Groups;

/// <summary>What a name of a function of several elements stands for.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Framework">The library whose name it is, or null for a name of the catalogue.</param>
/// <param name="FrameworkName">What the library says of it, or null.</param>
public sealed record NamedGroup(GroupEntry Entry, Framework? Framework = null, FrameworkName? FrameworkName = null);

/// <summary>Finds functions of several elements by any name: ids, other published names, names of libraries.</summary>
public static class GroupNames
{
    /// <summary>What a name stands for, or null where nothing has it. A bare name is ours where we have it.</summary>
    public static NamedGroup? Find(string name)
    {
        if (GroupCatalogue.Find(name) is { } entry) return new NamedGroup(entry);
        if (FrameworkNames.FindQualifiedGroup(name) is var (framework, qualified)) return Of(framework, qualified);
        var called = FrameworkNames.GroupsCalled(name).Select(found => Of(found.Framework, found.Name)).ToList();
        return called.Count == 0 ? null : called[0];
    }

    /// <summary>What a library's name stands for.</summary>
    public static NamedGroup Of(Framework framework, FrameworkName name) =>
        new(GroupCatalogue.Find(name.Target)!, framework, name);

    /// <summary>The names that libraries have for an entry.</summary>
    public static IEnumerable<NamedGroup> Elsewhere(GroupEntry entry) => FrameworkNames.All
        .SelectMany(framework => framework.Groups.Select(name => Of(framework, name)))
        .Where(named => named.Entry == entry);
}
