namespace Hillock.Expressions.Asymptotics;

/// <summary>Derivatives of expansions, term by term.</summary>
/// <remarks>Allowed for all that is made of the primitives without oscillation: such functions form a Hardy field,
/// where f ≼ g implies f′ ≼ g′ unless g tends to a number other than 0 (Bourbaki, Fonctions d'une variable réelle, V,
/// appendix).</remarks>
internal static class SeriesCalculus
{
    /// <summary>d/dt of an expansion without waves.</summary>
    /// <exception cref="NotDecidedException">It oscillates.</exception>
    public static Series Derivative(Series f)
    {
        if (f.Terms.Any(t => t.Wave is not null)) throw new NotDecidedException("it oscillates");
        var sum = new Series([], f.Rest is null ? null : RestOfDerivative(f.Rest));
        foreach (var term in f.Terms)
            sum = SeriesArithmetic.Sum(sum, SeriesArithmetic.Times(LogarithmicDerivative(term.Monomial), term));
        return sum;
    }

    // A bounded function of a Hardy field has a derivative of O(1/t).
    private static Monomial RestOfDerivative(Monomial rest) => rest.IsOne
        ? Monomial.T.Power(-1)
        : rest * LogarithmicDerivative(rest).Lead.Monomial;

    // m′/m, exactly: the derivative of log m.
    private static Series LogarithmicDerivative(Monomial m)
    {
        var sum = Series.Zero;
        foreach (var (factor, exponent) in m.Exponent)
        {
            var term = new Term(factor, null, exponent);
            sum = SeriesArithmetic.Sum(sum, SeriesArithmetic.Times(LogarithmicDerivative(exponent), term));
        }

        for (var level = 0; level < m.Powers.Count; level++)
        {
            if (m.Powers[level].Sign == 0) continue;
            var denominator = Monomial.One;
            for (var i = 0; i <= level; i++) denominator *= Monomial.Logarithm(i);
            sum = SeriesArithmetic.Sum(sum, Series.Of(new Number(m.Powers[level]), denominator.Power(-1)));
        }

        return sum;
    }
}
