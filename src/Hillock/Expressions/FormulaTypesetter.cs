using System.Globalization;

namespace Hillock.Expressions;

/// <summary>Sets expressions as mathematics: the forms of a language are a table, precedence is the same for all.</summary>
internal sealed class FormulaTypesetter
{
    private const int Atom = PrimitiveTable.PowerPrecedence + 1;

    /// <summary>One form a primitive, with {0}, {1} … for the operands.</summary>
    public required IReadOnlyDictionary<Primitive, string> Forms { get; init; }

    public required string Variable { get; init; }

    public required string Parentheses { get; init; }

    /// <summary>The form of a product whose second factor is a number.</summary>
    public required string ProductWithNumber { get; init; }

    public required Func<double, string> Number { get; init; }

    public required Func<string, string> Name { get; init; }

    public string Print(Expression expression) => Print(expression, 0);

    private string Print(Expression expression, int context)
    {
        var (text, precedence) = expression switch
        {
            Constant { Name: { } name } => (Name(name), Atom),
            Constant c => (Number(c.Value), c.Value < 0 ? PrimitiveTable.SignPrecedence : Atom),
            Parameter p => (Name(p.Name), Atom),
            Operation o => (Write(o), PrecedenceOf(o)),
            _ => (Variable, Atom),
        };
        return precedence < context ? Filled(Parentheses, text) : text;
    }

    // A fraction is closed by its bar, a power and a root by their own marks.
    private static int PrecedenceOf(Operation o) => o.Primitive switch
    {
        Primitive.Divide => PrimitiveTable.PowerPrecedence - 1,
        Primitive.Exp => PrimitiveTable.PowerPrecedence,
        Primitive.Where => PrimitiveTable.SumPrecedence,
        _ => PrimitiveTable.Syntax(o.Primitive) is { IsOperator: true } s ? s.Precedence : Atom,
    };

    private string Write(Operation o)
    {
        var own = PrimitiveTable.Syntax(o.Primitive).Precedence;
        string[] operands = o.Primitive switch
        {
            Primitive.Multiply or Primitive.Add => [Print(o[0], own), Print(o[1], own)],
            Primitive.Subtract => [Print(o[0], own), Print(o[1], own + 1)],
            Primitive.Power => [Print(o[0], own + 1), Print(o[1], 0)],
            Primitive.Negate => [Print(o[0], own)],
            _ => [.. o.Operands.Select(operand => Print(operand, 0))],
        };
        var isProductWithNumber = o.Primitive == Primitive.Multiply && o[1] is Constant { Name: null };
        return Filled(isProductWithNumber ? ProductWithNumber : Forms[o.Primitive], operands);
    }

    private static string Filled(string form, params string[] operands) =>
        string.Format(CultureInfo.InvariantCulture, form, operands);
}
