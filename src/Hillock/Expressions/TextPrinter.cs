using System.Globalization;

namespace Hillock.Expressions;

/// <summary>Writes expressions in the grammar of <see cref="FormulaParser"/>: reading the text gives the same
/// expression back.</summary>
public static class TextPrinter
{
    private const int Atom = PrimitiveTable.PowerPrecedence + 1;

    /// <summary>The expression as text.</summary>
    public static string Print(Expression expression) => Print(expression, 0);

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Print(Expression expression, int context)
    {
        var (text, precedence) = expression switch
        {
            Constant c => (c.Name ?? Number(c.Value), c.Value < 0 ? PrimitiveTable.SignPrecedence : Atom),
            Parameter p => (p.Name, Atom),
            Operation o => (Write(o), PrecedenceOf(o)),
            _ => ("x", Atom),
        };
        return precedence < context ? $"({text})" : text;
    }

    private static int PrecedenceOf(Operation o)
    {
        var syntax = PrimitiveTable.Syntax(o.Primitive);
        return syntax.IsOperator ? syntax.Precedence : Atom;
    }

    private static string Write(Operation o)
    {
        var syntax = PrimitiveTable.Syntax(o.Primitive);
        if (!syntax.IsOperator) return $"{syntax.Name}({string.Join(", ", o.Operands.Select(Print))})";
        var own = syntax.Precedence;
        return o.Primitive switch
        {
            // A literal behind the sign would be read as one negative number: -(2).
            Primitive.Negate => o[0] is Constant { Name: null } ? $"-({Print(o[0])})" : "-" + Print(o[0], own),
            Primitive.Power => Print(o[0], own + 1) + "^" + Print(o[1], own - 1),
            Primitive.Multiply or Primitive.Divide => Print(o[0], own) + syntax.Name + Print(o[1], own + 1),
            _ => $"{Print(o[0], own)} {syntax.Name} {Print(o[1], own + 1)}",
        };
    }
}
