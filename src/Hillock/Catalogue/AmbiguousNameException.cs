namespace Hillock.Catalogue;

/// <summary>A name by which libraries mean different functions and we none; the message lists them.</summary>
public sealed class AmbiguousNameException(string name, IEnumerable<NamedActivation> meanings)
    : ArgumentException($"'{name}' has different meanings: {string.Join(", ", meanings.Select(Meaning))}. "
        + "Write the library with it, or our name.")
{
    private static string Meaning(NamedActivation named) =>
        $"{named.Text} ({named.Framework!.Id}:{named.FrameworkName!.Name})";
}
