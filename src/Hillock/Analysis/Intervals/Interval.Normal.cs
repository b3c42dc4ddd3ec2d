namespace Hillock.Analysis.Intervals;

/// <summary>The error function and the normal distribution, enclosed by own series and continued fractions.</summary>
internal readonly partial record struct Interval
{
    // Between the two, series and fraction.
    private const double SeriesEnd = 2;
    private const int SeriesTerms = 60;
    private const int FractionTerms = 60;

    // Each of the terms has at most four roundings of 2⁻⁵³, all terms are positive: an error below 240·2⁻⁵³ < 2⁻⁴⁵.
    private static readonly Interval RoundingOfTerms = new(1 - Math.ScaleB(1, -45), 1 + Math.ScaleB(1, -45));

    private static readonly Interval RootOfPi = Sqrt(Pi);

    private static readonly Interval RootOfTwo = Sqrt(2);

    private static readonly Interval RootOfTwoPi = Sqrt(2 * Pi);

    /// <summary>erf a</summary>
    public static Interval Erf(Interval a) => Increasing(a, ErfAt);

    /// <summary>erfc a = 1 − erf a</summary>
    public static Interval Erfc(Interval a) => Increasing(-a, static x => ErfcAt(-x));

    /// <summary>Φ(a), the standard normal distribution function</summary>
    public static Interval NormalDistribution(Interval a) => Erfc(-a / RootOfTwo) / 2;

    /// <summary>φ(a), the standard normal density</summary>
    public static Interval NormalDensity(Interval a) => Exp(-Square(a) / 2) / RootOfTwoPi;

    private static Interval ErfAt(double x)
    {
        if (x < 0) return -ErfAt(-x);
        var value = x <= SeriesEnd ? ErfSeries(x) : One - ErfcFraction(x);
        return new(Math.Max(0, value.Lower), Math.Min(1, value.Upper));
    }

    private static Interval ErfcAt(double x)
    {
        if (x < 0) return One + ErfAt(-x);
        return x <= SeriesEnd ? One - ErfSeries(x) : ErfcFraction(x);
    }

    // 2/√π · e^(−x²) · (x + 2x³/3 + 4x⁵/15 + …), 0 ≤ x ≤ 2. A term is at most 2x²/(2k + 1) of the one before, after the
    // last one less than 1/14, so that what is left out is less than the last term.
    private static Interval ErfSeries(double x)
    {
        if (x == 0) return Zero;
        var (term, sum) = (x, x);
        for (var k = 1; k < SeriesTerms; k++) sum += term *= 2 * x * x / ((2 * k) + 1);
        return 2 / RootOfPi * Exp(-Square(x)) * (RoundingOfTerms * new Interval(sum, Math.BitIncrement(sum + term)));
    }

    // e^(−x²)/√π / (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))), x > 2: all parts are positive, so that the values of two
    // fractions of different length enclose it.
    private static Interval ErfcFraction(double x)
    {
        if (double.IsPositiveInfinity(x)) return Zero;
        var one = ErfcDenominator(x, FractionTerms);
        var other = ErfcDenominator(x, FractionTerms + 1);
        var denominator = RoundingOfTerms * new Interval(Math.Min(one, other), Math.Max(one, other));
        return Exp(-Square(x)) / (RootOfPi * denominator);
    }

    private static double ErfcDenominator(double x, int terms)
    {
        var denominator = x;
        for (var k = terms; k > 0; k--) denominator = x + (k / 2.0 / denominator);
        return denominator;
    }
}
