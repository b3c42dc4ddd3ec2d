using System.Collections.Immutable;
using Hillock.Expressions.Groups;
using Hillock.Expressions.Noise;

namespace Hillock.Expressions;

/// <summary>Reads formulas such as <c>x*sigmoid(beta*x) where learned beta=1</c>.</summary>
/// <remarks>
/// <code>
/// formula    = sum [ "where" binding { "," binding } ]
/// binding    = [ "learned" ] name "=" [ "-" ] number
///            | name "=" reduction "(" sum ")"            a number of the line: sum, mean, norm, max, anchor, threshold
///            | name "~" distribution                     noise in training: uniform, normal, half_normal, gumbel
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

    private readonly string _formula;
    private readonly INamedFunctions? _known;
    private readonly List<Token> _tokens;
    private readonly List<Token> _parameterUses = [];
    private readonly List<Token> _bound = [];
    private readonly List<ParsedParameter> _parameters = [];
    private readonly List<Reduction> _reductions = [];
    private NoiseVariable? _noise;
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
            throw new FormulaException(formula, 0, 1, "the formula is empty; expected an expression in x");
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
        if (Current is { Kind: TokenKind.Name, Text: "where" }) Bindings();
        if (Current.Kind != TokenKind.End) throw Expected("an operator or the end");
        foreach (var use in _parameterUses)
            if (_bound.All(bound => bound.Text != use.Text))
                throw IsFunction(use.Text) ? FunctionWithoutArgument(use) : UnknownName(use);
        foreach (var bound in _bound)
            if (_parameterUses.All(use => use.Text != bound.Text))
                throw Error(bound, $"the formula does not use '{bound.Text}'");
        return new ParsedFormula(expression, _parameters) { Reductions = _reductions, Noise = _noise };
    }

    private void Bindings()
    {
        do
        {
            _at++;
            Binding();
        }
        while (Current.Is(","));
    }

    private void Binding()
    {
        var learned = Current.Text == "learned" && Following.Kind == TokenKind.Name;
        if (learned) _at++;
        var name = Current;
        if (name.Kind != TokenKind.Name) throw Expected("the name of a parameter");
        if (IsReserved(name.Text)) throw Error(name, $"'{name.Text}' has a meaning of its own and cannot be a parameter");
        if (_bound.Any(bound => bound.Text == name.Text)) throw Error(name, $"'{name.Text}' is given twice");
        _at++;
        if (!learned && Current.Is("~"))
        {
            BindNoise(name);
        }
        else
        {
            Expect("=");
            if (!learned && Current.Kind == TokenKind.Name && Following.Is("(")) BindReduction(name);
            else _parameters.Add(new ParsedParameter(name.Text, SignedNumber(), learned));
        }

        _bound.Add(name);
    }

    private void BindNoise(Token name)
    {
        _at++;
        if (_noise is not null) throw Error(name, "a formula has one noise only");
        if (!NoiseVariable.Kinds.TryGetValue(Current.Text, out var kind))
            throw Expected($"a distribution ({string.Join(", ", NoiseVariable.Kinds.Keys)})");
        _at++;
        _noise = new NoiseVariable(name.Text, kind);
    }

    private void BindReduction(Token name)
    {
        if (!Reduction.Kinds.TryGetValue(Current.Text, out var kind))
            throw Error(
                Current, $"'{Current.Text}' makes no number of a line; expected {string.Join(", ", Reduction.Kinds.Keys)}");
        _at += 2;
        var firstUse = _parameterUses.Count;
        var of = Sum();
        Expect(")");
        foreach (var use in _parameterUses.Skip(firstUse))
            if (use.Text == name.Text || IsBoundLater(use.Text))
                throw Error(use, $"'{use.Text}' is bound behind '{name.Text}', which needs it");
        _reductions.Add(new Reduction(name.Text, kind, of));
    }

    // A number, unlike a reduction, may be bound behind its use.
    private bool IsBoundLater(string name)
    {
        for (var i = _at; i + 3 < _tokens.Count; i++)
            if (_tokens[i].Text == name && _tokens[i + 1].Is("=") && _tokens[i + 3].Is("("))
                return true;
        return false;
    }

    private double SignedNumber()
    {
        var negative = Current.Is("-");
        if (negative) _at++;
        if (Current.Kind != TokenKind.Number) throw Expected("a number");
        var value = Current.Value;
        _at++;
        RefuseDecimalComma();
        return negative ? -value : value;
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
        var values = function.Defaults.ToDictionary(p => p.Key, p => (Expression)p.Value, StringComparer.Ordinal);
        while (Current.Is(","))
        {
            _at++;
            var parameter = Current;
            if (parameter.Kind != TokenKind.Name) throw Expected($"a parameter of {name.Text}, as in name=1");
            if (!values.ContainsKey(parameter.Text))
                throw Error(parameter, UnknownParameter(name.Text, parameter.Text, function.Defaults.Keys));
            _at++;
            Expect("=");
            values[parameter.Text] = SignedNumber();
        }

        Expect(")");
        return function.Expression.Substitute(values).Substitute(argument);
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

    private static bool IsReserved(string name) =>
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
