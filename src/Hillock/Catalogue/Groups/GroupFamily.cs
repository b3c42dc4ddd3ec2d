namespace Hillock.Catalogue.Groups;

/// <summary>Functions of several elements that belong together: a file of this folder.</summary>
/// <param name="Name">The name, in snake_case.</param>
/// <param name="Description">What its members have in common, in a sentence.</param>
/// <param name="Entries">The members.</param>
public sealed record GroupFamily(string Name, string Description, IReadOnlyList<GroupEntry> Entries);
