using Hillock.Catalogue;

namespace Hillock.Cli.Commands;

/// <summary>A catalogue entry as programs read it.</summary>
internal static class EntryDescription
{
    public static object Of(CatalogueEntry entry, Family family) => new
    {
        entry.Id,
        Family = family.Name,
        Formula = entry.FormulaText,
        Parameters = entry.Parameters.Select(ParameterText.Describe),
        Slopes = entry.Slopes.Select(slope => new { slope.At, slope.Slope }),
        entry.Year,
        entry.Citation,
        entry.Remark,
        entry.DefinedIn,
        entry.StartsAs,
        AlsoKnownAs = entry.AlsoKnownAs.Select(synonym => new
        {
            synonym.Name,
            synonym.Values,
            synonym.Year,
            synonym.Citation,
            synonym.Remark,
        }),
        Elsewhere = ActivationNames.Elsewhere(entry).Select(DescribeName),
    };

    /// <summary>A library's name of it.</summary>
    public static object DescribeName(NamedActivation named) => new
    {
        Framework = named.Framework!.Id,
        named.FrameworkName!.Name,
        Ours = named.Text,
        named.FrameworkName.Remark,
    };
}
