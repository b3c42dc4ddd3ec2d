using Hillock.Analysis.Intervals;
using Hillock.Expressions;

namespace Hillock.Analysis.MeanField;

/// <summary>Proved bounds of E f, E f² and E f′² under N(0, q).</summary>
/// <remarks>
/// On each panel [m − h, m + h] of z the integrand g(z) = f(√q z) φ(z) is g(m) + … + cₙ₋₁(z − m)ⁿ⁻¹ + cₙ(z − m)ⁿ with
/// interval Taylor coefficients, those below n at m, the last over the panel; integrated term by term. The panels with the
/// widest results are halved until all are narrow: so a kink ends in a panel too narrow to matter. The tails beyond
/// 12 standard deviations are bounded by <see cref="GrowthBound"/>. Moore, Kearfott and Cloud 2009, "Introduction to
/// interval analysis", chapter 9.
/// </remarks>
internal sealed class MomentEnclosures
{
    /// <summary>In standard deviations.</summary>
    private const int Reach = 12;
    private const double PanelWidth = 0.5;
    private const int MostPanels = 500;
    private const int HalvingsBetweenSums = 8;

    /// <summary>What is narrower and still matters holds a pole.</summary>
    private const double NarrowestPanel = 1e-12;

    /// <summary>What the bounds of a moment may be apart, as a share of the moment itself.</summary>
    private const double Tolerance = 1e-10;

    private static readonly EnclosureProgram Density =
        new(new Operation(Primitive.NormalDensity, Expression.X));

    private readonly EnclosureProgram _f;
    private readonly EnclosureProgram _slope;
    private readonly Interval _deviation;
    private Interval? _hole;

    private MomentEnclosures(AnalysedFunction f, double variance)
    {
        (_f, _slope) = (new(f.Formula), new(f.Derivative(1)));
        _deviation = Interval.Sqrt(variance);
    }

    /// <summary>The bounds, an end infinite where there is none, and some x for which f has no value.</summary>
    /// <param name="f">The function.</param>
    /// <param name="variance">q, above 0.</param>
    public static (MomentBounds Bounds, Interval? UndefinedOn) Of(AnalysedFunction f, double variance)
    {
        var panels = new MomentEnclosures(f, variance);
        return (panels.Bounds() + Tails(f, Math.Sqrt(variance)), panels._hole);
    }

    private MomentBounds Bounds()
    {
        var open = new PriorityQueue<Panel, double>();
        for (var left = -(double)Reach; left < Reach; left += PanelWidth) Add(open, left, left + PanelWidth);
        while (open.Count < MostPanels && open.Peek().IsWorthHalving && !Sum(open).IsWithin(Tolerance))
            // Several at a time, because a sum takes as long as a panel.
            for (var i = 0; i < HalvingsBetweenSums; i++)
                Halve(open);
        return Sum(open);
    }

    private static MomentBounds Sum(PriorityQueue<Panel, double> open) =>
        open.UnorderedItems.Aggregate(MomentBounds.Zero, (sum, item) => sum + item.Element.Bounds);

    private void Halve(PriorityQueue<Panel, double> open)
    {
        var widest = open.Dequeue();
        var middle = (widest.Left + widest.Right) / 2;
        Add(open, widest.Left, middle);
        Add(open, middle, widest.Right);
    }

    private void Add(PriorityQueue<Panel, double> open, double left, double right)
    {
        var panel = new Panel(left, right, Integrate(left, right));
        open.Enqueue(panel, panel.IsWorthHalving ? -panel.Bounds.Width : 0);
    }

    // The ends are multiples of a power of 2, so that the middle and the powers of half the width are exact.
    private MomentBounds Integrate(double left, double right)
    {
        var (middle, half) = ((left + right) / 2, (right - left) / 2);
        var order = half > 1e-3 ? 12 : half > 1e-6 ? 4 : 0;
        var overPanel = Integrands(new Interval(left, right), order);
        if (overPanel[0][0].IsEmpty) _hole = _deviation * new Interval(left, right);
        var isSmooth = overPanel.Any(integrand => IsSmooth(integrand, order));
        var atMiddle = isSmooth ? Integrands(middle, order) : overPanel;
        return new(Integral(0), Integral(1), Integral(2));

        Interval Integral(int which) => IsSmooth(overPanel[which], order)
            ? Interval.Intersection(Integrate(atMiddle[which], overPanel[which], half), Plain(overPanel[which], half))
            : Plain(overPanel[which], half);
    }

    private static bool IsSmooth(IntervalSeries overPanel, int order) =>
        order > 0 && overPanel[order] is { IsBounded: true, Decoration: Decoration.Continuous };

    // Term by term; odd powers cancel.
    private static Interval Integrate(IntervalSeries atMiddle, IntervalSeries overPanel, double half)
    {
        var (sum, power) = (Interval.Zero, half);
        for (var k = 0; k <= overPanel.Order; k += 2)
        {
            sum += (Interval)(2 * power) / (k + 1) * (k == overPanel.Order ? overPanel[k] : atMiddle[k]);
            power *= half * half;
        }

        return sum;
    }

    // From the values alone, where derivatives say nothing.
    private static Interval Plain(IntervalSeries overPanel, double half) =>
        overPanel[0] is { IsEmpty: false, Decoration: not Decoration.Unknown } ? (Interval)(2 * half) * overPanel[0] : Interval.Entire;

    private IntervalSeries[] Integrands(Interval z, int order)
    {
        var arithmetic = new SeriesArithmetic(order);
        var standard = IntervalSeries.Variable(z, order);
        var x = IntervalSeries.Constant(_deviation, order) * standard;
        var (f, slope, density) = (_f.Evaluate(x, arithmetic), _slope.Evaluate(x, arithmetic), Density.Evaluate(standard, arithmetic));
        var weighted = f * density;
        return [weighted, weighted * f, slope * slope * density];
    }

    private static MomentBounds Tails(AnalysedFunction f, double deviation)
    {
        var end = Math.BitDecrement(deviation * Reach);
        return Tail(f, deviation, new(end, double.PositiveInfinity)) + Tail(f, deviation, new(double.NegativeInfinity, -end));
    }

    private static MomentBounds Tail(AnalysedFunction f, double deviation, Interval side)
    {
        var (growth, slope) = (GrowthBound.Of(f.Formula, side), GrowthBound.Of(f.Derivative(1), side));
        var (value, square, slopeSquare) = (Tail(growth), Tail(growth?.Squared), Tail(slope?.Squared));
        return new(new(-value, value), new(0, square), new(0, slopeSquare));

        double Tail(GrowthBound? bound) => bound?.NormalTail(deviation, Reach) ?? double.PositiveInfinity;
    }

    private sealed record Panel(double Left, double Right, MomentBounds Bounds)
    {
        public bool IsWorthHalving => Right - Left > NarrowestPanel;
    }
}
