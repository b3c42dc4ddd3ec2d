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

    /// <summary>The condition, as a question to a report.</summary>
    /// <exception cref="FormulaException">It cannot be read; the message points at the place.</exception>
    public static Func<PropertyReport, bool?> Parse(string text)
    {
        var parser = new QueryParser(text);
        var condition = parser.Disjunction();
        if (parser.Current.Kind != TokenKind.End)
            throw parser.Mistake($"expected 'and', 'or' or the end, not {parser.Current.Described}");
        return condition;
    }

    private Token Current => _tokens[_next];

    private Func<PropertyReport, bool?> Disjunction()
    {
        var left = Conjunction();
        while (TakeWord("or"))
        {
            var (a, b) = (left, Conjunction());
            left = report => Kleene.Or(a(report), b(report));
        }

        return left;
    }

    private Func<PropertyReport, bool?> Conjunction()
    {
        var left = Negation();
        while (TakeWord("and"))
        {
            var (a, b) = (left, Negation());
            left = report => Kleene.And(a(report), b(report));
        }

        return left;
    }

    private Func<PropertyReport, bool?> Negation()
    {
        if (!TakeWord("not")) return Atom();
        var inner = Negation();
        return report => Kleene.Not(inner(report));
    }

    private Func<PropertyReport, bool?> Atom()
    {
        if (Current.Is("("))
        {
            _next++;
            var inner = Disjunction();
            if (!Current.Is(")")) throw Mistake($"expected ')', not {Current.Described}");
            _next++;
            return inner;
        }

        if (Current.Kind != TokenKind.Name) throw Mistake($"expected the name of a property, not {Current.Described}");
        var name = Current;
        if (QueryTerms.Quantity(name.Text) is { } quantity)
        {
            _next++;
            return Comparison(name, quantity.Of);
        }

        if (QueryTerms.Statement(name.Text) is not { } statement) throw Mistake(Unknown(name.Text));
        _next++;
        return statement.Holds;
    }

    private Func<PropertyReport, bool?> Comparison(Token name, Func<PropertyReport, Enclosure?> quantity)
    {
        if (!Comparisons.Any(Current.Is))
            throw Mistake($"'{name.Text}' is a number; compare it, as in '{name.Text} <= 1'");
        var comparison = Current.Text;
        _next++;
        var bound = Number();
        return report => quantity(report) is { } enclosure ? enclosure.Compares(comparison, bound) : null;
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

    private static string Unknown(string name) =>
        $"no property '{name}'.{NearestName.Suggestion(name, QueryTerms.Names)} There are {string.Join(", ", QueryTerms.Names)}";

    private FormulaException Mistake(string problem) => new(_text, Current.Position, Current.Text.Length, problem);
}
