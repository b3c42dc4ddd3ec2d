namespace Hillock.Expressions;

/// <summary>How a primitive is written: its name in formulas, its operands, its place among the operators.</summary>
/// <param name="Primitive">The primitive.</param>
/// <param name="Name">The function name (<c>tanh</c>) or the operator (<c>+</c>).</param>
/// <param name="Arity">The number of operands.</param>
/// <param name="Precedence">Binding strength of an operator; 0 for functions, which need none.</param>
/// <param name="IsCondition">Whether the result is true or false rather than a number.</param>
public sealed record PrimitiveSyntax(
    Primitive Primitive, string Name, int Arity, int Precedence = 0, bool IsCondition = false)
{
    /// <summary>Whether it is written between or before its operands rather than as a call.</summary>
    public bool IsOperator => Precedence > 0;
}

/// <summary>The table of names: one row a primitive.</summary>
public static class PrimitiveTable
{
    internal const int ComparisonPrecedence = 1;
    internal const int SumPrecedence = 2;
    internal const int ProductPrecedence = 3;
    internal const int SignPrecedence = 4;
    internal const int PowerPrecedence = 5;

    private static readonly PrimitiveSyntax[] Rows =
    [
        new(Primitive.Add, "+", 2, SumPrecedence),
        new(Primitive.Subtract, "-", 2, SumPrecedence),
        new(Primitive.Multiply, "*", 2, ProductPrecedence),
        new(Primitive.Divide, "/", 2, ProductPrecedence),
        new(Primitive.Power, "^", 2, PowerPrecedence),
        new(Primitive.Negate, "-", 1, SignPrecedence),
        new(Primitive.Abs, "abs", 1),
        new(Primitive.Sign, "sign", 1),
        new(Primitive.Min, "min", 2),
        new(Primitive.Max, "max", 2),
        new(Primitive.Clamp, "clamp", 3),
        new(Primitive.Floor, "floor", 1),
        new(Primitive.Exp, "exp", 1),
        new(Primitive.Expm1, "expm1", 1),
        new(Primitive.Log, "log", 1),
        new(Primitive.Log1p, "log1p", 1),
        new(Primitive.Sqrt, "sqrt", 1),
        new(Primitive.Sin, "sin", 1),
        new(Primitive.Cos, "cos", 1),
        new(Primitive.Tan, "tan", 1),
        new(Primitive.Atan, "atan", 1),
        new(Primitive.Sinh, "sinh", 1),
        new(Primitive.Cosh, "cosh", 1),
        new(Primitive.Tanh, "tanh", 1),
        new(Primitive.Asinh, "asinh", 1),
        new(Primitive.Erf, "erf", 1),
        new(Primitive.Erfc, "erfc", 1),
        new(Primitive.Sigmoid, "sigmoid", 1),
        new(Primitive.Softplus, "softplus", 1),
        new(Primitive.NormalDistribution, "Phi", 1),
        new(Primitive.NormalDensity, "phi", 1),
        new(Primitive.Less, "<", 2, ComparisonPrecedence, IsCondition: true),
        new(Primitive.LessOrEqual, "<=", 2, ComparisonPrecedence, IsCondition: true),
        new(Primitive.Greater, ">", 2, ComparisonPrecedence, IsCondition: true),
        new(Primitive.GreaterOrEqual, ">=", 2, ComparisonPrecedence, IsCondition: true),
        new(Primitive.Where, "where", 3),
    ];

    private static readonly Dictionary<string, PrimitiveSyntax> Functions =
        Rows.Where(row => !row.IsOperator).ToDictionary(row => row.Name, StringComparer.Ordinal);

    private static readonly PrimitiveSyntax[] ByPrimitive = [.. Rows.OrderBy(row => row.Primitive)];

    /// <summary>Every row, in the order of <see cref="Primitive"/>.</summary>
    public static IReadOnlyList<PrimitiveSyntax> All => ByPrimitive;

    /// <summary>The row of a primitive.</summary>
    public static PrimitiveSyntax Syntax(Primitive primitive) => ByPrimitive[(int)primitive];

    internal static PrimitiveSyntax? Function(string name) => Functions.GetValueOrDefault(name);

    internal static IEnumerable<string> FunctionNames => Functions.Keys;
}
