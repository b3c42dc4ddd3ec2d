using System.Collections.Immutable;

namespace Hillock.Expressions;

/// <summary>Reads formulas such as <c>x*sigmoid(beta*x) where learned beta=1</c>.</summary>
/// <remarks>
/// <code>
/// formula    = sum [ "where" binding { "," binding } ]
/// binding    = [ "learned" ] name "=" signed number [ domain ]
/// domain     = "in" ( "(" | "[" ) end "," end ( ")" | "]" ) | "except" signed number
/// end        = signed number | [ "-" ] "inf"
/// sum        = product { ( "+" | "-" ) product }
/// product    = signed { ( "*" | "/" ) signed }
/// signed     = "-" signed | power
/// power      = atom [ "^" signed ]                      right-associative, binds tighter than the sign: -x^2 = -(x^2)
/// atom       = number | name | name "(" arguments ")" | "(" sum ")"
/// condition  = sum ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) sum       only as the first argument of where(…)
/// </code>
/// Numbers are written with a point in every culture.
/// </remarks>
public sealed class FormulaParser
{
    private const int MaximalDepth = 200;

    // Functions of functions double what they are applied to, again and again.
    private const int LargestSize = 20_000;

    private readonly string _formula;
    private readonly INamedFunctions? _known;
    private readonly List<Token> _tokens;
    private readonly List<Token> _parameterUses = [];
    private int _at;
    private int _depth;

    private FormulaParser(string formula, INamedFunctions? known)
    {
        _formula = formula;
        _known = known;
        _tokens = Tokenizer.Tokenize(formula);
    }

    private Token Current => _tokens[_at];

    private Token Following => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    /// <summary>Reads a formula.</summary>
    /// <param name="formula">The text.</param>
    /// <param name="known">Functions besides the primitives, or null for none.</param>
    /// <exception cref="FormulaException">The text is not a formula; the message points at the place.</exception>
    public static ParsedFormula Parse(string formula, INamedFunctions? known = null)
    {
        ArgumentNullException.ThrowIfNull(formula);
        var parser = new FormulaParser(formula, known);
        if (parser.Current.Kind == TokenKind.End)
            throw new FormulaException(formula, formula.Length, 1, "the formula is empty; expected an expression in x");
        return parser.Formula();
    }

    /// <summary>The names in a formula without bindings that are neither x, a constant nor a function.</summary>
    internal static IReadOnlyList<string> FreeNames(string formula) =>
    [
        .. Tokenizer.Tokenize(formula)
            .Where(token => token.Kind == TokenKind.Name && !IsReserved(token.Text))
            .Select(token => token.Text)
            .Distinct(StringComparer.Ordinal),
    ];

    private ParsedFormula Formula()
    {
        var expression = Sum();
        var bindings = Current is { Kind: TokenKind.Name, Text: "where" } ? Bindings() : [];
        if (Current.Kind != TokenKind.End) throw Expected("an operator or the end");
        foreach (var use in _parameterUses)
            if (bindings.All(binding => binding.Name != use.Text))
                throw IsFunction(use.Text) ? FunctionWithoutArgument(use) : UnknownName(use);
        foreach (var binding in bindings)
            if (_parameterUses.All(use => use.Text != binding.Name))
                throw Error(_tokens.Last(t => t.Text == binding.Name), $"the formula does not use '{binding.Name}'");
        return new ParsedFormula(expression, bindings);
    }

    private List<ActivationParameter> Bindings()
    {
        var bindings = new List<ActivationParameter>();
        do
        {
            _at++;
            bindings.Add(Binding(bindings));
        }
        while (Current.Is(","));
        return bindings;
    }

    private ActivationParameter Binding(List<ActivationParameter> earlier)
    {
        var learned = Current.Text == "learned" && Following.Kind == TokenKind.Name;
        if (learned) _at++;
        var name = Current;
        if (name.Kind != TokenKind.Name) throw Expected("the name of a parameter");
        if (IsReserved(name.Text)) throw Error(name, $"'{name.Text}' has a meaning of its own and cannot be a parameter");
        if (earlier.Any(binding => binding.Name == name.Text)) throw Error(name, $"'{name.Text}' is given twice");
        _at++;
        Expect("=");
        var number = Current;
        var value = SignedNumber();
        RefuseDecimalComma();
        var parameter = new ActivationParameter(name.Text, value, learned, Domain());
        if (!parameter.Admits(value)) throw Error(number, parameter.Refusal(value));
        return parameter;
    }

    private double SignedNumber(bool infinite = false)
    {
        var negative = Current.Is("-");
        if (negative) _at++;
        var isInfinity = infinite && Current is { Kind: TokenKind.Name, Text: "inf" };
        if (Current.Kind != TokenKind.Number && !isInfinity) throw Expected(infinite ? "a number or inf" : "a number");
        var value = isInfinity ? double.PositiveInfinity : Current.Value;
        _at++;
        return negative ? -value : value;
    }

    // Nothing, "in (0, 1]" or "except 0".
    private ParameterDomain Domain()
    {
        if (Current is { Kind: TokenKind.Name, Text: "except" })
        {
            _at++;
            return ParameterDomain.Except(SignedNumber());
        }

        if (Current is not { Kind: TokenKind.Name, Text: "in" }) return ParameterDomain.Real;
        _at++;
        var start = Current;
        var lowIsOpen = IsOpenEnd("(", "[");
        var low = SignedNumber(infinite: true);
        Expect(",");
        var high = SignedNumber(infinite: true);
        var highIsOpen = IsOpenEnd(")", "]");
        return ParameterDomain.TryBetween(low, lowIsOpen, high, highIsOpen)
            ?? throw Error(start, "no number lies in this interval");
    }

    private bool IsOpenEnd(string open, string closed)
    {
        var isOpen = Current.Is(open);
        if (!isOpen && !Current.Is(closed)) throw Expected($"'{open}' or '{closed}'");
        _at++;
        return isOpen;
    }

    private Expression Sum()
    {
        if (++_depth > MaximalDepth) throw Error(Current, $"nested more than {MaximalDepth} deep");
        var sum = Product();
        while (Current.Is("+") || Current.Is("-"))
        {
            var primitive = Current.Is("+") ? Primitive.Add : Primitive.Subtract;
            _at++;
            sum = new Operation(primitive, sum, Product());
        }

        _depth--;
        return sum;
    }

    private Expression Product()
    {
        var product = Signed();
        while (Current.Is("*") || Current.Is("/"))
        {
            var primitive = Current.Is("*") ? Primitive.Multiply : Primitive.Divide;
            _at++;
            product = new Operation(primitive, product, Signed());
        }

        return product;
    }

    private Expression Signed()
    {
        if (!Current.Is("-")) return PowerOf(Atom());
        if (++_depth > MaximalDepth) throw Error(Current, $"nested more than {MaximalDepth} deep");
        _at++;
        // "-2" is a number, but "-2^2" is the negative of a power.
        var isNumber = Current.Kind == TokenKind.Number && !Following.Is("^");
        var operand = Signed();
        _depth--;
        return isNumber && operand is Constant c ? new Constant(-c.Value) : new Operation(Primitive.Negate, operand);
    }

    private Expression PowerOf(Expression basis)
    {
        if (!Current.Is("^")) return basis;
        _at++;
        return new Operation(Primitive.Power, basis, Signed());
    }

    private Expression Atom()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return new Constant(token.Value);
            case TokenKind.Name when Following.Is("("):
                _at += 2;
                return Call(token);
            case TokenKind.Name when token.Text != "where":
                _at++;
                return Named(token);
            case TokenKind.Symbol when token.Is("("):
                _at++;
                var inner = Sum();
                Expect(")");
                return inner;
            default:
                throw Expected("a number, x, a parameter, a function or '('");
        }
    }

    private Expression Named(Token token)
    {
        switch (token.Text)
        {
            case "x": return Expression.X;
            case "pi": return Constant.Pi;
            case "e": return Constant.E;
        }

        if (PrimitiveTable.Function(token.Text) is not null) throw FunctionWithoutArgument(token);
        _parameterUses.Add(token);
        return new Parameter(token.Text);
    }

    private Expression Call(Token name)
    {
        if (PrimitiveTable.Function(name.Text) is { } syntax) return PrimitiveCall(name, syntax);
        if (_known?.Find(name.Text) is { } function) return KnownCall(name, function);
        throw Error(name, $"unknown function '{name.Text}'.{NearestName.Suggestion(name.Text, FunctionNames)}");
    }

    private Operation PrimitiveCall(Token name, PrimitiveSyntax syntax)
    {
        var operands = ImmutableArray.CreateBuilder<Expression>(syntax.Arity);
        operands.Add(syntax.Primitive == Primitive.Where ? Condition() : Sum());
        while (Current.Is(","))
        {
            _at++;
            operands.Add(Sum());
        }

        if (IsComparison(Current)) throw Error(Current, "a comparison may stand only first in where(condition, a, b)");
        Expect(")", behind: operands.Count < syntax.Arity ? "',' and another argument" : "')'");
        if (operands.Count != syntax.Arity)
            throw Error(name, $"{name.Text} takes {Count(syntax.Arity, "argument")}, not {operands.Count}{CommaHint(operands)}");
        if (operands.Count > 1 && operands.All(operand => operand is Constant { Name: null }))
            throw Error(name, $"{name.Text} of numbers alone{CommaHint(operands)}");
        return new Operation(syntax.Primitive, operands.MoveToImmutable());
    }

    // "max(0,5)" for "max(0.5)" is the usual cause of one argument too many.
    private static string CommaHint(IReadOnlyCollection<Expression> operands) =>
        operands.Any(operand => operand is Constant) ? "; numbers are written with a point, as in 0.5" : "";

    private Operation Condition()
    {
        var left = Sum();
        if (!IsComparison(Current)) throw Expected("'<', '<=', '>' or '>='");
        var comparison = PrimitiveTable.All.First(row => row.IsCondition && row.Name == Current.Text).Primitive;
        _at++;
        return new Operation(comparison, left, Sum());
    }

    private Expression KnownCall(Token name, NamedFunction function)
    {
        var argument = Sum();
        var values = function.Parameters.ToDictionary(p => p.Name, p => (Expression)p.Default, StringComparer.Ordinal);
        while (Current.Is(","))
        {
            _at++;
            var (parameter, value) = Argument(name, function);
            values[parameter] = value;
        }

        Expect(")");
        var applied = function.Expression.Substitute(values).Substitute(argument);
        return applied.Size <= LargestSize
            ? applied
            : throw Error(name, $"with {name.Text} written out, the formula has more than {LargestSize} operations");
    }

    private (string Parameter, double Value) Argument(Token function, NamedFunction known)
    {
        var name = Current;
        if (name.Kind != TokenKind.Name) throw Expected($"a parameter of {function.Text}, as in name=1");
        var parameter = known.Parameters.FirstOrDefault(p => p.Name == name.Text)
            ?? throw Error(name, UnknownParameter(function.Text, name.Text, known.Parameters.Select(p => p.Name)));
        _at++;
        Expect("=");
        var number = Current;
        var value = SignedNumber();
        RefuseDecimalComma();
        return parameter.Admits(value) ? (name.Text, value) : throw Error(number, parameter.Refusal(value));
    }

    internal static string UnknownParameter(string function, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        return names.Count == 0
            ? $"{function} has no parameters"
            : $"{function} has no parameter '{name}'; it has {string.Join(", ", names)}";
    }

    private IEnumerable<string> FunctionNames => PrimitiveTable.FunctionNames.Concat(_known?.Names ?? []);

    private bool IsFunction(string name) =>
        PrimitiveTable.Function(name) is not null || _known?.Find(name) is not null;

    /// <summary>Whether a word means something in every formula.</summary>
    internal static bool IsReserved(string name) =>
        name is "x" or "pi" or "e" or "learned" || PrimitiveTable.Function(name) is not null;

    private static bool IsComparison(Token token) =>
        token.Kind == TokenKind.Symbol && token.Text is "<" or "<=" or ">" or ">=";

    private void Expect(string symbol, string? behind = null)
    {
        if (!Current.Is(symbol)) throw Expected(behind ?? $"'{symbol}'");
        _at++;
    }

    private void RefuseDecimalComma()
    {
        if (Current.Is(",") && Following.Kind == TokenKind.Number)
            throw Error(Current, "numbers are written with a point, as in 0.5");
    }

    private FormulaException FunctionWithoutArgument(Token name) =>
        Error(name, $"'{name.Text}' is a function; expected '(' behind it");

    private FormulaException UnknownName(Token use)
    {
        var suggestion = NearestName.Suggestion(use.Text, FunctionNames.Concat(["pi"]));
        return Error(use, $"'{use.Text}' has no value; bind it behind the formula: where {use.Text}=1.{suggestion}");
    }

    private FormulaException Expected(string what) => Error(Current, $"expected {what}, found {Current.Described}");

    private FormulaException Error(Token token, string problem) =>
        new(_formula, token.Position, token.Text.Length, problem);

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
