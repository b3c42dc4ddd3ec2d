using Hillock.Expressions;

namespace Hillock.Analysis.Queries;

/// <summary>Reads a condition: names, comparisons with numbers, <c>not</c>, <c>and</c>, <c>or</c> and brackets.</summary>
internal sealed class QueryParser
{
    private static readonly string[] Comparisons = ["<", "<=", ">", ">="];

    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _next;

    private QueryParser(string text) => (_text, _tokens) = (text, Tokenizer.Tokenize(text));

    /// <summary>The condition, as a question to a report or the like.</summary>
    /// <exception cref="FormulaException">It cannot be read; the message points at the place.</exception>
    public static Func<IPropertyAnswers, bool?> Parse(string text)
    {
        var parser = new QueryParser(text);
        var condition = parser.Disjunction();
        if (parser.Current.Kind != TokenKind.End)
            throw parser.Mistake($"expected 'and', 'or' or the end, not {parser.Current.Described}");
        return condition;
    }

    private Token Current => _tokens[_next];

    private Func<IPropertyAnswers, bool?> Disjunction()
    {
        var left = Conjunction();
        while (TakeWord("or"))
        {
            var (a, b) = (left, Conjunction());
            left = answers => Kleene.Or(a(answers), b(answers));
        }

        return left;
    }

    private Func<IPropertyAnswers, bool?> Conjunction()
    {
        var left = Negation();
        while (TakeWord("and"))
        {
            var (a, b) = (left, Negation());
            left = answers => Kleene.And(a(answers), b(answers));
        }

        return left;
    }

    private Func<IPropertyAnswers, bool?> Negation()
    {
        if (!TakeWord("not")) return Atom();
        var inner = Negation();
        return answers => Kleene.Not(inner(answers));
    }

    private Func<IPropertyAnswers, bool?> Atom()
    {
        if (Current.Is("(")) return InBrackets();
        if (Current.Kind != TokenKind.Name) throw Mistake($"expected the name of a property, not {Current.Described}");
        var name = Current.Text;
        if (QueryTerms.FindQuantity(name) is { } quantity) return Comparison(quantity);
        if (QueryTerms.FindStatement(name) is not { } statement) throw Mistake(Unknown(name));
        _next++;
        return answers => answers.Holds(statement);
    }

    private Func<IPropertyAnswers, bool?> InBrackets()
    {
        _next++;
        var inner = Disjunction();
        if (!Current.Is(")")) throw Mistake($"expected ')', not {Current.Described}");
        _next++;
        return inner;
    }

    private Func<IPropertyAnswers, bool?> Comparison(Quantity quantity)
    {
        _next++;
        if (!Comparisons.Any(Current.Is))
            throw Mistake($"'{quantity.Name}' is a number; compare it, as in '{quantity.Name} <= 1'");
        var comparison = Current.Text;
        _next++;
        var bound = Number();
        return answers => answers.ValueOf(quantity)?.Compares(comparison, bound);
    }

    private double Number()
    {
        var sign = 1;
        if (Current.Is("-"))
        {
            sign = -1;
            _next++;
        }

        if (Current.Kind != TokenKind.Number) throw Mistake($"expected a number, not {Current.Described}");
        return sign * _tokens[_next++].Value;
    }

    private bool TakeWord(string word)
    {
        if (Current.Kind != TokenKind.Name || Current.Text != word) return false;
        _next++;
        return true;
    }

    private static string Unknown(string name) => NearestName.Suggestion(name, QueryTerms.Names) is { Length: > 0 } nearest
        ? $"no property '{name}'.{nearest}"
        : $"no property '{name}'; there are {string.Join(", ", QueryTerms.Names)}";

    private FormulaException Mistake(string problem) => new(_text, Current.Position, Current.Text.Length, problem);
}
