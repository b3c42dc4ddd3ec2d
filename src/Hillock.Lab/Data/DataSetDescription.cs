namespace Hillock.Lab.Data;

/// <summary>What the catalogue says of a data set.</summary>
/// <param name="Name">The name to ask for.</param>
/// <param name="Summary">What it is, in a few words.</param>
/// <param name="Rows">Examples.</param>
/// <param name="Features">Numbers in an example.</param>
/// <param name="Classes">Classes.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Licence">On what terms.</param>
public sealed record DataSetDescription(
    string Name, string Summary, int Rows, int Features, int Classes, string Source, string Licence)
{
    /// <summary>Whether it can be used on this machine now.</summary>
    public bool IsPresent { get; init; } = true;

    /// <summary>How to come by it, as a sentence without its full stop; empty where it is always there.</summary>
    public string HowToGet { get; init; } = "";
}
