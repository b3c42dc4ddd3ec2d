using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>A function of x of which enclosures can be asked: of its values and of its derivatives over an interval.
/// </summary>
/// <remarks>Numbers in the expression are the doubles that they are, pi and e the real numbers. It may be used by several
/// threads at once.</remarks>
internal sealed class EnclosedFunction
{
    /// <summary>Prepares an expression.</summary>
    /// <exception cref="ArgumentException">A parameter has no value.</exception>
    public EnclosedFunction(Expression expression)
    {
        Expression = expression;
        Program = new(expression);
    }

    /// <summary>f.</summary>
    public Expression Expression { get; }

    /// <summary>f, for other arithmetics than those of intervals.</summary>
    public EnclosureProgram Program { get; }

    /// <summary>Encloses f(x) for all x of an interval, by interval evaluation.</summary>
    public Interval Over(Interval x) => x.IsEmpty ? Interval.Empty : Program.Evaluate(x, IntervalArithmetic.Instance);

    /// <summary>Encloses f⁽ᵏ⁾(x)/k! for all x of an interval and 0 ≤ k ≤ <paramref name="order"/>.</summary>
    public IntervalSeries Series(Interval x, int order) =>
        Program.Evaluate(IntervalSeries.Variable(x, order), new SeriesArithmetic(order));

    /// <summary>Encloses f(x) for all x of a bounded interval by a Taylor polynomial about its midpoint, with the
    /// remainder enclosed; narrower than <see cref="Over"/> where the interval is narrow.</summary>
    /// <param name="x">A bounded interval.</param>
    /// <param name="order">The order n ≥ 1 of the derivative in the remainder; 1 gives the mean-value form.</param>
    public Interval OverByTaylor(Interval x, int order = 1)
    {
        var over = Series(x, order);
        // Without a continuous derivative between the points there is no mean value.
        if (over[order].Decoration != Decoration.Continuous) return over[0];
        var middle = x.Midpoint;
        var h = x - middle;
        var sum = over[order];
        var about = Series(middle, order - 1);
        for (var k = order - 1; k >= 0; k--) sum = about[k] + (h * sum);
        return Interval.Intersection(sum, over[0]);
    }
}
