namespace Hillock.Catalogue;

/// <summary>A library that ships activations, and what it calls them.</summary>
/// <param name="Id">The short name, as in <c>keras:gelu</c>.</param>
/// <param name="Title">The name as its makers write it.</param>
/// <param name="Prefixes">Other ways to write the library before a name, as in <c>torch.nn.GELU</c>.</param>
/// <param name="Names">Its names.</param>
public sealed record Framework(
    string Id, string Title, IReadOnlyList<string> Prefixes, IReadOnlyList<FrameworkName> Names)
{
    /// <summary>How its names begin where it writes them in full, as in <c>eltwise_relu</c>: with the library named, they
    /// are understood with and without.</summary>
    public IReadOnlyList<string> Beginnings { get; init; } = [];
}

/// <summary>What one library calls an activation, and which one that is with the library's own defaults.</summary>
/// <param name="Name">The name as the library writes it.</param>
/// <param name="Target">The entry, with the values of parameters where the library's differ from ours:
/// <c>leaky_relu(negative_slope=0.2)</c>.</param>
/// <param name="Arguments">What its arguments are called here, as in <c>alpha=negative_slope</c>; those that are not
/// named have our names.</param>
public sealed record FrameworkName(string Name, string Target, string Arguments = "")
{
    /// <summary>What a reader must know, such as another slope at a kink; or null.</summary>
    public string? Remark { get; init; }
}
