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

    private readonly Expression _formula;
    private readonly Expression _derivative;
    private readonly EnclosureProgram _f;
    private readonly EnclosureProgram _slope;
    private readonly Interval _deviation;
    private Interval? _hole;

    private MomentEnclosures(AnalysedFunction f, double variance)
    {
        // σ and softplus are bounded more tightly than their spellings with exp and log.
        _formula = StableRules.Recognise(f.ExactFormula);
        _derivative = Derivative.WithRespectToX(_formula);
        (_f, _slope) = (new(_formula), new(_derivative));
        _deviation = Interval.Sqrt(variance);
    }

    /// <summary>The bounds, an end infinite where there is none, and some x for which f has no value.</summary>
    /// <param name="f">The function.</param>
    /// <param name="variance">q, above 0.</param>
    public static (MomentBounds Bounds, Interval? UndefinedOn) Of(AnalysedFunction f, double variance)
    {
        var panels = new MomentEnclosures(f, variance);
        return (panels.Bounds() + panels.Tails(), panels._hole);
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

    private MomentBounds Integrate(double left, double right)
    {
        var z = new Interval(left, right);
        var plain = FromValues(z);
        var order = Order(left, right);
        if (order == 0) return plain;
        var overPanel = Series(z, order + 1);
        if (overPanel[order + 1] is not { IsBounded: true, Decoration: Decoration.Continuous }) return plain;
        // The ends are multiples of a power of 2, so that the middle and half the width are exact.
        var (middle, half) = ((left + right) / 2, (right - left) / 2);
        var points = Integrands(middle, Series(middle, order + 1));
        var ranges = Integrands(z, overPanel);
        return MomentBounds.Intersection(plain, new(Integral(0), Integral(1), Integral(2)));

        Interval Integral(int which) => TermByTerm(points[which], ranges[which], half);
    }

    // Where the density is small, or the panel, few terms do.
    private static int Order(double left, double right) =>
        (Math.Min(Math.Abs(left), Math.Abs(right)), right - left) switch
        {
            (>= 8, _) or (_, < 1e-6) => 0,
            (>= 5, _) or (_, < 1e-3) => 4,
            _ => 12,
        };

    // From the values of f and f′ alone.
    private MomentBounds FromValues(Interval z)
    {
        var x = _deviation * z;
        var (f, slope) = (_f.Evaluate(x, IntervalArithmetic.Instance), _slope.Evaluate(x, IntervalArithmetic.Instance));
        if (f.IsEmpty) _hole ??= x;
        var probability = Interval.NormalDensity(z) * z.Width;
        return new(
            Defined(f) * probability,
            Interval.Square(Defined(f)) * probability,
            Interval.Square(Defined(slope)) * probability);

        static Interval Defined(Interval values) =>
            values is { IsEmpty: false, Decoration: not Decoration.Unknown } ? values : Interval.Entire;
    }

    private IntervalSeries Series(Interval z, int order) => _f.Evaluate(
        IntervalSeries.Constant(_deviation, order) * IntervalSeries.Variable(z, order), new SeriesArithmetic(order));

    // f φ, f² φ and f′² φ as series in z, one term shorter than that of f.
    private IntervalSeries[] Integrands(Interval z, IntervalSeries f)
    {
        var order = f.Order - 1;
        var value = IntervalSeries.Build(order, (k, _) => f[k]);
        var slope = IntervalSeries.Build(order, (k, _) => (k + 1) * f[k + 1] / _deviation);
        var density = Density.Evaluate(IntervalSeries.Variable(z, order), new SeriesArithmetic(order));
        var weighted = value * density;
        return [weighted, weighted * value, slope * slope * density];
    }

    // Odd powers cancel.
    private static Interval TermByTerm(IntervalSeries atMiddle, IntervalSeries overPanel, double half)
    {
        var (sum, power) = (Interval.Zero, (Interval)half);
        for (var k = 0; k <= overPanel.Order; k += 2)
        {
            sum += 2 * power / (k + 1) * (k == overPanel.Order ? overPanel[k] : atMiddle[k]);
            power *= half * half;
        }

        return sum;
    }

    private MomentBounds Tails()
    {
        var end = Math.BitDecrement(_deviation.Lower * Reach);
        return Tail(new(end, double.PositiveInfinity)) + Tail(new(double.NegativeInfinity, -end));
    }

    private MomentBounds Tail(Interval side)
    {
        var (growth, slope) = (GrowthOf(_f, _formula), GrowthOf(_slope, _derivative));
        var (value, square, slopeSquare) = (OfNormal(growth), OfNormal(growth?.Squared), OfNormal(slope?.Squared));
        return new(new(-value, value), new(0, square), new(0, slopeSquare));

        // What holds where f is defined says nothing where it may not be.
        GrowthBound? GrowthOf(EnclosureProgram program, Expression e) =>
            program.Evaluate(side, IntervalArithmetic.Instance).Decoration == Decoration.Unknown
                ? null
                : GrowthBound.Of(e, side);

        double OfNormal(GrowthBound? bound) => bound?.NormalTail(_deviation.Upper, Reach) ?? double.PositiveInfinity;
    }

    private sealed record Panel(double Left, double Right, MomentBounds Bounds)
    {
        public bool IsWorthHalving => Right - Left > NarrowestPanel;
    }
}
