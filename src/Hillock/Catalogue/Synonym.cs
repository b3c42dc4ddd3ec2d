namespace Hillock.Catalogue;

/// <summary>Another published name of an entry: the same function, found or named again.</summary>
/// <param name="Name">The name, in snake_case.</param>
/// <param name="Values">The values of the entry's parameters that it stands for, as in <c>omega=30</c>; empty for the
/// defaults.</param>
public sealed record Synonym(string Name, string Values = "")
{
    /// <summary>The year of the publication that uses the name, or null where it is not known.</summary>
    public int? Year { get; init; }

    /// <summary>Where the name comes from.</summary>
    public string Citation { get; init; } = Sources.Folklore;

    /// <summary>What a reader must know, such as that noise is added in training; or null.</summary>
    public string? Remark { get; init; }
}
