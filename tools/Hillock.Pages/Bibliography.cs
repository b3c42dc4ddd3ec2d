using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hillock.Pages;

/// <summary>BibTeX for the citations of the catalogue.</summary>
internal sealed partial class Bibliography
{
    private const string SurveyAuthors = "Kunc & Kléma, Three Decades of Activations";

    private readonly SortedDictionary<string, string> _byCitation = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _entries = new(StringComparer.Ordinal);

    /// <summary>Gives every citation of the catalogue a key.</summary>
    public Bibliography()
    {
        foreach (var entry in Catalogue.ActivationCatalogue.All)
        {
            Add(entry.Citation, entry.Year);
            foreach (var synonym in entry.AlsoKnownAs) Add(synonym.Citation, synonym.Year);
        }

        foreach (var entry in Catalogue.Groups.GroupCatalogue.All)
        {
            Add(entry.Citation, entry.Year);
            foreach (var synonym in entry.AlsoKnownAs) Add(synonym.Citation, synonym.Year);
        }

        foreach (var entry in Catalogue.Noise.NoisyCatalogue.All) Add(entry.Citation, entry.Year);
    }

    /// <summary>The key of a citation, or null for folklore and what has no author.</summary>
    public string? KeyOf(string citation) => _byCitation.GetValueOrDefault(citation);

    /// <summary>The file.</summary>
    public string Write()
    {
        var text = new StringBuilder(
            "% Written by tools/Hillock.Pages from the citations of the catalogue; authors and titles are as there.\n");
        foreach (var entry in _entries.Values) text.Append('\n').Append(entry);
        return text.ToString();
    }

    private void Add(string citation, int? year)
    {
        if (_byCitation.ContainsKey(citation) || IsNoPublication(citation)) return;
        if (citation.StartsWith(SurveyAuthors, StringComparison.Ordinal)) (citation, year) = Survey(citation);
        if (_byCitation.ContainsKey(citation)) return;
        var key = Unique(Key(citation, year));
        _byCitation[citation] = key;
        _entries[key] = Entry(key, citation, year);
    }

    // One entry for the survey, whatever the section.
    private (string Citation, int? Year) Survey(string citation)
    {
        const string whole = SurveyAuthors + ", arXiv:2402.09092";
        if (_byCitation.TryGetValue(whole, out var key)) _byCitation[citation] = key;
        else _byCitation[citation] = Key(whole, 2024);
        return (whole, 2024);
    }

    private static bool IsNoPublication(string citation) =>
        citation.StartsWith("folklore", StringComparison.OrdinalIgnoreCase)
        || !citation.Contains(',', StringComparison.Ordinal);

    private static string Key(string citation, int? year)
    {
        var author = Letters().Match(citation).Value.ToLowerInvariant();
        return author + "-" + (year?.ToString(CultureInfo.InvariantCulture) ?? "n.d.");
    }

    private string Unique(string key)
    {
        if (!_entries.ContainsKey(key)) return key;
        for (var letter = 'b'; ; letter++)
            if (!_entries.ContainsKey(key + letter))
                return key + letter;
    }

    private static string Entry(string key, string citation, int? year)
    {
        var comma = citation.IndexOf(',', StringComparison.Ordinal);
        var authors = citation[..comma]
            .Replace(" et al.", " and others", StringComparison.Ordinal)
            .Replace(" & ", " and ", StringComparison.Ordinal);
        var title = citation[(comma + 1)..].Trim();
        var entry = new StringBuilder($"@misc{{{key},\n");
        Field("author", Escaped(authors));
        Field("title", Escaped(title));
        if (year is { } y) Field("year", y.ToString(CultureInfo.InvariantCulture));
        if (ArXiv().Match(citation) is { Success: true } id)
        {
            Field("eprint", id.Groups[1].Value);
            Field("archiveprefix", "arXiv");
        }

        return entry.Append("}\n").ToString();

        void Field(string name, string value) =>
            entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
    }

    private static string Escaped(string text) => text
        .Replace("&", "\\&", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("^", "\\^{}", StringComparison.Ordinal);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"arXiv:(\d{4}\.\d{4,5})")]
    private static partial Regex ArXiv();
}
