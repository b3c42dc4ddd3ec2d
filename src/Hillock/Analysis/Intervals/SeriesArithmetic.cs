using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>Evaluates programs with interval Taylor series: the values and the first derivatives of an expression over
/// all x of an interval.</summary>
/// <remarks>
/// Where a switching primitive may change sides within the interval, the first derivative is the hull of those of the two
/// sides (Clarke's generalised derivative) if the primitive is continuous, and nothing is said of higher ones. Over an
/// interval on whose two sides it does not switch, everything is said.
/// </remarks>
internal sealed class SeriesArithmetic(int order) : IEnclosureArithmetic<IntervalSeries>
{
    /// <inheritdoc/>
    public IntervalSeries Constant(Interval value) => IntervalSeries.Constant(value, order);

    /// <inheritdoc/>
    public Interval Values(IntervalSeries quantity) => quantity[0];

    /// <inheritdoc/>
    public IntervalSeries Apply(Primitive primitive, IntervalSeries a, IntervalSeries b, IntervalSeries c) =>
        SeriesTable.Apply(primitive, a, b, c);

    /// <inheritdoc/>
    public IntervalSeries Restrict(IntervalSeries x, Interval range) =>
        x.WithValues(Interval.Intersection(x[0], range));

    /// <inheritdoc/>
    public IntervalSeries Choose(Interval condition, IntervalSeries then, IntervalSeries otherwise) =>
        SeriesTable.Choose(condition, then, otherwise);
}
