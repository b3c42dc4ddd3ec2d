namespace Hillock.Lab.Runs;

/// <summary>Which runs of a store are meant: those that fit everything that is given.</summary>
public sealed record RunFilter
{
    /// <summary>All runs.</summary>
    public static RunFilter All { get; } = new();

    /// <summary>These numbers; empty for any.</summary>
    public IReadOnlyList<long> Ids { get; init; } = [];

    /// <summary>The function as it was asked for, or null for any.</summary>
    public string? Function { get; init; }

    /// <summary>The data set as it was asked for, or null for any.</summary>
    public string? Data { get; init; }

    /// <summary>Only runs of another build than this one, which will never be used again by it.</summary>
    public bool OtherBuilds { get; init; }
}
