namespace Hillock.Expressions;

/// <summary>A formula after reading: the expression and the parameters bound behind <c>where</c>.</summary>
/// <param name="Expression">The expression in x and the parameters.</param>
/// <param name="Parameters">The parameters with their values and domains, in the order in which they were bound.</param>
public sealed record ParsedFormula(Expression Expression, IReadOnlyList<ActivationParameter> Parameters);

/// <summary>A named function that formulas may apply although it is no primitive: an entry of a catalogue, or a
/// user's definition.</summary>
/// <param name="Expression">Its expression in x and its parameters.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record NamedFunction(Expression Expression, IReadOnlyList<ActivationParameter> Parameters);

/// <summary>Named functions known to a parser besides the primitives.</summary>
public interface INamedFunctions
{
    /// <summary>All names, for suggestions.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>The function of this name, or null.</summary>
    NamedFunction? Find(string name);
}
