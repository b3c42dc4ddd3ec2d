namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>P(T ≤ <paramref name="t"/>) with so many degrees of freedom.</summary>
    public static double Distribution(double t, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        var tail = TwoSidedTail(t, degreesOfFreedom) / 2;
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>P(|T| ≥ |<paramref name="t"/>|): the two-sided p-value of a test statistic.</summary>
    public static double TwoSidedTail(double t, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        if (double.IsNaN(t))
            return double.NaN;
        if (double.IsInfinity(t))
            return 0;
        var sum = degreesOfFreedom + t * t;
        return IncompleteBeta.Regularised(degreesOfFreedom / 2, 0.5, degreesOfFreedom / sum, t * t / sum);
    }

    /// <summary>The t with P(T ≤ t) = <paramref name="probability"/>.</summary>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is in [0, 1].");
        if (probability < 0.5)
            return -UpperQuantile(probability, degreesOfFreedom);
        return UpperQuantile(1 - probability, degreesOfFreedom);
    }

    /// <summary>The t ≥ 0 with P(T ≥ t) = <paramref name="tail"/> ≤ ½, by bisection to the last digit.</summary>
    private static double UpperQuantile(double tail, double degreesOfFreedom)
    {
        if (tail == 0)
            return double.PositiveInfinity;
        double low = 0, high = 1;
        while (TwoSidedTail(high, degreesOfFreedom) > 2 * tail)
            high *= 2;
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (TwoSidedTail(middle, degreesOfFreedom) > 2 * tail)
                low = middle;
            else
                high = middle;
        }
    }
}
