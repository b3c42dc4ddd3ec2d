using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>Evaluates programs with intervals: the values of an expression over all x of an interval.</summary>
internal sealed class IntervalArithmetic : IEnclosureArithmetic<Interval>
{
    private IntervalArithmetic()
    {
    }

    /// <summary>The only one.</summary>
    public static IntervalArithmetic Instance { get; } = new();

    /// <inheritdoc/>
    public Interval Constant(Interval value) => value;

    /// <inheritdoc/>
    public Interval Values(Interval quantity) => quantity;

    /// <inheritdoc/>
    public Interval Apply(Primitive primitive, Interval a, Interval b, Interval c) =>
        IntervalTable.Apply(primitive, a, b, c);

    /// <inheritdoc/>
    public Interval Restrict(Interval x, Interval range) => Interval.Intersection(x, range);

    /// <inheritdoc/>
    public Interval Choose(Interval condition, Interval then, Interval otherwise) =>
        IntervalTable.Apply(Primitive.Where, condition, then, otherwise);
}
