using System.Globalization;
using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>A definition that cannot be used. The message begins with file, line and column, says what is wrong, and
/// shows the line with a caret under the place.</summary>
public sealed class DefinitionException : FormatException
{
    internal DefinitionException(string source, int line, string text, int position, int length, string problem)
        : base(string.Create(CultureInfo.InvariantCulture, $"{source}:{line}:{position + 1}: ")
            + FormulaException.Show(text, position, length, problem))
    {
        File = source;
        Line = line;
        Column = position + 1;
        Problem = problem;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The column, counted from 1.</summary>
    public int Column { get; }

    /// <summary>What is wrong or was expected.</summary>
    public string Problem { get; }
}
