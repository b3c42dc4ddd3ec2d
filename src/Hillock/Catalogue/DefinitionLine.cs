using System.Globalization;
using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>A line <c>name = formula # citation</c>, before the name is looked at and the formula is read.</summary>
/// <param name="Text">The line without its end; what error messages show.</param>
/// <param name="Name">Where the name is.</param>
/// <param name="Formula">Where the formula is.</param>
/// <param name="Citation">What stands behind <c>#</c>, or null.</param>
/// <param name="Source">The file.</param>
/// <param name="Number">The number of the line, from 1.</param>
internal sealed record DefinitionLine(
    string Text, Range Name, Range Formula, string? Citation, string Source, int Number)
{
    /// <summary>Finds the parts of a line; null for a line that is empty or a comment.</summary>
    /// <exception cref="DefinitionException">Something is there, but no <c>name =</c>.</exception>
    public static DefinitionLine? Split(string line, string source, int number)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var end = comment < 0 ? line.Length : comment;
        if (string.IsNullOrWhiteSpace(line[..end])) return null;
        var start = end - line[..end].TrimStart().Length;
        var equals = line.IndexOf('=', start, end - start);
        if (equals < 0)
            throw new DefinitionException(
                source, number, line, start, line[start..end].TrimEnd().Length, "expected name = formula");
        var citation = comment < 0 ? "" : line[(comment + 1)..].Trim();
        return new DefinitionLine(
            line, start..(start + line[start..equals].TrimEnd().Length), (equals + 1)..end,
            citation.Length == 0 ? null : citation, source, number);
    }

    /// <summary>The line that says the same as a call.</summary>
    public static DefinitionLine Of(string name, string formula, string? citation)
    {
        var start = name.Length + " = ".Length;
        return new DefinitionLine(
            $"{name} = {formula}", ..name.Length, start..(start + formula.Length), citation, "Define", 1);
    }

    /// <summary>The definition.</summary>
    /// <param name="earlier">What it may use, and whose names it may not have.</param>
    /// <exception cref="DefinitionException">The name is not free or no name, or the formula cannot be read.</exception>
    public CatalogueEntry Define(DefinitionSet earlier)
    {
        var name = Text[Name];
        if (FreeName.Objection(name, earlier) is { } objection) throw Mistake(Name, objection);
        var place = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Source)}, line {Number}");
        return new CatalogueEntry(name, Read(earlier)) { Citation = Citation ?? $"defined in {place}", DefinedIn = place };
    }

    // Read in its place in the line, so that the positions of mistakes are those of the line.
    private ParsedFormula Read(DefinitionSet earlier)
    {
        try
        {
            var (start, _) = Formula.GetOffsetAndLength(Text.Length);
            return FormulaParser.Parse(new string(' ', start) + Text[Formula], new KnownFunctions(earlier));
        }
        catch (FormulaException e)
        {
            throw new DefinitionException(Source, Number, Text, e.Position, e.Length, e.Problem);
        }
    }

    private DefinitionException Mistake(Range place, string problem)
    {
        var (start, length) = place.GetOffsetAndLength(Text.Length);
        return new DefinitionException(Source, Number, Text, start, length, problem);
    }
}
