using System.Globalization;

namespace Hillock.Expressions.Asymptotics;

/// <summary>Terms of expansions as readers see them: <c>1.7581*exp(-t)</c>, <c>t^-2</c>. What the classes themselves print
/// is exact and longer.</summary>
internal static class TermText
{
    // An exact number that is longer than this is rounded to six digits.
    private const int LongestExact = 12;

    private static readonly string[] Scales = ["t", "log(t)", "log(log(t))", "log(log(log(t)))"];

    /// <summary>A number, rounded where its exact form is long.</summary>
    public static string Of(Number number) => number.Key.Length <= LongestExact
        ? number.Key
        : number.Bounds.Middle.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A term; a wave is written as such.</summary>
    public static string Of(Term term)
    {
        string[] factors = [.. term.Wave is null ? [] : (string[])["wave"], .. term.Monomial.IsOne ? [] : (string[])[Of(term.Monomial)]];
        if (factors.Length == 0) return Of(term.Factor);
        var rest = string.Join('*', factors);
        if (term.Factor.IsOne) return rest;
        if ((-term.Factor).IsOne) return $"-{rest}";
        var factor = Of(term.Factor);
        return factor.Contains(' ', StringComparison.Ordinal) ? $"({factor})*{rest}" : $"{factor}*{rest}";
    }

    /// <summary>Terms with their signs between them.</summary>
    public static string Sum(params IEnumerable<Term> terms) =>
        string.Join(" + ", terms.Select(Of)).Replace("+ -", "- ", StringComparison.Ordinal);

    private static string Of(Monomial monomial)
    {
        var powers = Scales.Zip(monomial.Powers).Where(p => p.Second.Sign != 0).Select(p => p.First + Exponent(p.Second));
        var exponent = Sum(monomial.Exponent.Select(part => new Term(part.Factor, null, part.Monomial)));
        return string.Join('*', monomial.Exponent.IsEmpty ? powers : powers.Append($"exp({exponent})"));
    }

    private static string Exponent(Rational power) =>
        power == Rational.One ? "" : power.IsInteger ? $"^{power}" : $"^({Of(new Number(power))})";
}
