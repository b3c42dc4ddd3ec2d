using System.Globalization;

namespace Hillock.Expressions;

internal enum TokenKind
{
    Number,
    Name,
    Symbol,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text, int Position, double Value = 0)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public string Described => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}

/// <summary>Cuts a formula into numbers, names and symbols.</summary>
internal static class Tokenizer
{
    private static readonly string[] Symbols =
        ["<=", ">=", "+", "-", "*", "/", "^", "(", ")", "[", "]", ",", "<", ">", "="];

    public static List<Token> Tokenize(string formula)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < formula.Length)
        {
            if (char.IsWhiteSpace(formula[at]))
            {
                at++;
                continue;
            }

            var token = Next(formula, at);
            tokens.Add(token);
            at += token.Text.Length;
        }

        tokens.Add(new Token(TokenKind.End, "", formula.Length));
        return tokens;
    }

    private static Token Next(string formula, int at)
    {
        var c = formula[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < formula.Length && char.IsAsciiDigit(formula[at + 1])))
            return Number(formula, at);
        if (IsNameStart(c)) return Name(formula, at);
        foreach (var symbol in Symbols)
            if (string.CompareOrdinal(formula, at, symbol, 0, symbol.Length) == 0)
                return new Token(TokenKind.Symbol, symbol, at);
        throw new FormulaException(formula, at, 1, Unexpected(c));
    }

    private static string Unexpected(char c) => c switch
    {
        '\u2212' or '\u2013' => $"'{c}' is a typographic minus; write '-'",
        '\u00D7' or '\u00B7' => $"'{c}' is not an operator here; write '*'",
        _ when char.IsDigit(c) => $"'{c}' is not one of the digits 0 to 9",
        _ => $"unexpected character '{c}'",
    };

    private static Token Number(string formula, int at)
    {
        var end = at;
        while (end < formula.Length && (char.IsAsciiDigit(formula[end]) || formula[end] == '.')) end++;
        end = WithExponent(formula, end);
        var text = formula[at..end];
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw new FormulaException(formula, at, text.Length, $"'{text}' is not a number");
        if (double.IsInfinity(value))
            throw new FormulaException(formula, at, text.Length, $"'{text}' is too large for a number");
        return new Token(TokenKind.Number, text, at, value);
    }

    private static int WithExponent(string formula, int end)
    {
        if (end >= formula.Length || formula[end] is not ('e' or 'E')) return end;
        var digits = end + 1;
        if (digits < formula.Length && formula[digits] is '+' or '-') digits++;
        if (digits >= formula.Length || !char.IsAsciiDigit(formula[digits])) return end;
        while (digits < formula.Length && char.IsAsciiDigit(formula[digits])) digits++;
        return digits;
    }

    private static Token Name(string formula, int at)
    {
        var end = at;
        while (end < formula.Length && (IsNameStart(formula[end]) || char.IsAsciiDigit(formula[end]))) end++;
        return new Token(TokenKind.Name, formula[at..end], at);
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
