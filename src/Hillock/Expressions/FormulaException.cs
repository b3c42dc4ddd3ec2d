namespace Hillock.Expressions;

/// <summary>A formula that cannot be read. The message shows the formula with a caret under the place, says what is
/// wrong or was expected, and names the nearest known word.</summary>
public sealed class FormulaException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="formula">The formula as typed.</param>
    /// <param name="position">Where it goes wrong, counted from 0.</param>
    /// <param name="length">How many characters are meant, at least 1.</param>
    /// <param name="problem">What is wrong or was expected, without a final full stop.</param>
    public FormulaException(string formula, int position, int length, string problem)
        : base(Show(formula, position, length, problem))
    {
        Formula = formula;
        Position = position;
        Length = Math.Max(1, length);
        Problem = problem;
    }

    /// <summary>The formula as typed.</summary>
    public string Formula { get; }

    /// <summary>Where it goes wrong, counted from 0.</summary>
    public int Position { get; }

    /// <summary>How many characters are meant.</summary>
    public int Length { get; }

    /// <summary>What is wrong or was expected.</summary>
    public string Problem { get; }

    /// <summary>A problem, the text it is in, and a caret under the place.</summary>
    internal static string Show(string text, int position, int length, string problem)
    {
        // One line, or the caret would point into another one.
        var line = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        return $"{problem}\n  {line}\n  {new string(' ', position)}{new string('^', Math.Max(1, length))}";
    }
}
