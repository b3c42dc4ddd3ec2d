using System.Text.RegularExpressions;
using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>Which names a user's definition may have: those that mean nothing yet.</summary>
internal static partial class FreeName
{
    /// <summary>What speaks against a name, or null.</summary>
    public static string? Objection(string name, DefinitionSet earlier)
    {
        if (!Form().IsMatch(name))
            return $"'{name}' is no name: letters a to z, digits and underscores, and no digit first";
        if (FormulaParser.IsReserved(name)) return $"'{name}' has a meaning of its own in formulas";
        if (earlier.Find(name) is { } other) return $"'{name}' is defined already, in {other.DefinedIn}";
        return TakenBy(name);
    }

    private static string? TakenBy(string name)
    {
        try
        {
            return ActivationNames.Find(name) switch
            {
                null => null,
                { Framework: { } framework } named =>
                    $"'{name}' is taken: {framework.Id}:{named.FrameworkName!.Name} is {named.Text}",
                { Synonym: not null } named => $"'{name}' is taken: another name of {named.Text}",
                _ => $"'{name}' is taken: an activation of the catalogue",
            };
        }
        catch (AmbiguousNameException)
        {
            return $"'{name}' is taken: libraries use it, for different activations";
        }
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
