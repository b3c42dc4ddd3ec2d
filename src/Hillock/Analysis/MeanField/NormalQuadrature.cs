using System.Runtime.Intrinsics;
using Hillock.Expressions;
using Hillock.Kernels;

namespace Hillock.Analysis.MeanField;

/// <summary>The moments of one activation under normal distributions of any width, by quadrature.</summary>
/// <remarks>
/// <para>Gauss–Legendre panels on [−12σ, 12σ] that end at the kinks. All panels are evaluated in one call of the kernel,
/// then the halves of all of them; those whose halves do not agree with the whole are halved again. So a jump that is
/// no known kink costs some more panels around it and no accuracy.</para>
/// <para>Not thread-safe: the memory of a call is used again by the next.</para>
/// </remarks>
internal sealed class NormalQuadrature
{
    /// <summary>In standard deviations; beyond lies a probability of 4e-33.</summary>
    private const double Reach = 12;
    private const double PanelWidth = 0.5;
    private const int MostHalvings = 60;
    private const int MostPanels = 1 << 11;

    /// <summary>Error allowed to a panel, as a share of the integral of the absolute value.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>What still changes by more than this share after all halvings holds a pole, or oscillates without end.</summary>
    private const double Tolerated = 1e-8;

    /// <summary>Far below any moment that matters: f is 0 but for the ends of the range.</summary>
    private const double Negligible = 1e-25;

    /// <summary>What is less than this share is what symmetry leaves of an exact 0.</summary>
    private const double Rounding = 1e-14;

    private const int Nodes = 2 * GaussLegendre.Half;

    private readonly ActivationKernel<double> _kernel;
    private readonly double[] _parameters;
    private readonly double[] _kinks;
    private double[] _points = [];
    private double[] _weights = [];
    private double[] _inputs = [];
    private double[] _values = [];
    private double[] _slopes = [];

    /// <param name="kernel">The kernels of f.</param>
    /// <param name="parameters">Values of its parameters; none for the defaults.</param>
    public NormalQuadrature(ActivationKernel<double> kernel, ReadOnlySpan<double> parameters)
    {
        _kernel = kernel;
        _parameters = parameters.IsEmpty ? [.. kernel.Definition.Parameters.Select(p => p.Default)] : parameters.ToArray();
        _kinks = Kinks(kernel.Definition, _parameters);
    }

    public NormalQuadrature(AnalysedFunction f)
        : this(f.Kernel, [.. f.Parameters])
    {
    }

    /// <summary>The moments for x ~ N(0, <paramref name="deviation"/>²); NaN for what does not settle.</summary>
    /// <param name="deviation">Above 0.</param>
    public GaussianMoments Moments(double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        var panels = Panels(deviation);
        var wholes = Integrate(panels, deviation);
        var scale = wholes.Where(IsFinite).Aggregate(Vector512<double>.Zero, (sum, whole) => sum + Vector512.Abs(whole));
        var totals = default(Totals);
        for (var halvings = 0; panels.Count > 0; halvings++)
        {
            var isLast = halvings == MostHalvings || panels.Count > MostPanels;
            (panels, wholes) = Halve(panels, wholes, deviation, isLast ? null : Tolerance * scale, ref totals);
        }

        return totals.ToMoments(scale, deviation * deviation);
    }

    /// <summary>Adds up the halves of the panels that agree with the whole, and returns the halves of the others; with no
    /// tolerance given, it adds up all.</summary>
    private (List<Panel> Panels, List<Vector512<double>> Wholes) Halve(
        List<Panel> panels, List<Vector512<double>> wholes, double deviation, Vector512<double>? tolerance,
        ref Totals totals)
    {
        var halves = panels.SelectMany(panel => panel.Halves()).ToList();
        var parts = Integrate(halves, deviation);
        var (openPanels, openWholes) = (new List<Panel>(), new List<Vector512<double>>());
        for (var i = 0; i < panels.Count; i++)
        {
            var refined = parts[2 * i] + parts[(2 * i) + 1];
            var change = Vector512.Abs(refined - wholes[i]);
            // A NaN or an infinity does not get better by halving.
            if (tolerance is { } allowed && IsFinite(refined) && Vector512.GreaterThanAny(change, allowed))
            {
                openPanels.AddRange(halves[2 * i], halves[(2 * i) + 1]);
                openWholes.AddRange(parts[2 * i], parts[(2 * i) + 1]);
                continue;
            }

            totals.Sum += refined;
            if (tolerance is null) totals.Unsettled += change;
            if (panels[i].TouchesEnd) totals.Ends += Vector512.Abs(refined);
        }

        return (openPanels, openWholes);
    }

    private List<Panel> Panels(double deviation)
    {
        const int count = (int)(2 * Reach / PanelWidth);
        var ends = Enumerable.Range(0, count + 1).Select(i => -Reach + (i * PanelWidth))
            .Concat(_kinks.Select(kink => kink / deviation).Where(z => Math.Abs(z) < Reach))
            .Distinct()
            .Order()
            .ToList();
        return [.. ends.Zip(ends.Skip(1), (left, right) => new Panel(left, right))];
    }

    /// <summary>The integral of each panel. Five integrals lie side by side in a vector: those of f, f², f′², and of f and
    /// f² times z² − 1, which is 2q times the derivative of the normal density by q.</summary>
    private List<Vector512<double>> Integrate(List<Panel> panels, double deviation)
    {
        var count = panels.Count * Nodes;
        Reserve(count);
        for (var p = 0; p < panels.Count; p++)
            GaussLegendre.Place(
                panels[p].Left, panels[p].Right, _points.AsSpan(p * Nodes, Nodes), _weights.AsSpan(p * Nodes, Nodes));
        for (var i = 0; i < count; i++)
            _inputs[i] = deviation * _points[i];
        _kernel.ValueAndDerivative(_inputs.AsSpan(0, count), _values, _slopes, _parameters);

        var integrals = new List<Vector512<double>>(panels.Count);
        for (var p = 0; p < panels.Count; p++)
        {
            var sum = Vector512<double>.Zero;
            for (var i = p * Nodes; i < (p + 1) * Nodes; i++)
            {
                var (square, f, slope) = (_points[i] * _points[i], _values[i], _slopes[i]);
                var probability = _weights[i] * Math.Exp(-square / 2);
                var derivative = square - 1;
                sum += probability * Vector512.Create(f, f * f, slope * slope, f * derivative, f * f * derivative, 0, 0, 0);
            }

            integrals.Add(sum / Math.Sqrt(2 * Math.PI));
        }

        return integrals;
    }

    private void Reserve(int count)
    {
        if (_points.Length >= count) return;
        _points = new double[count];
        _weights = new double[count];
        _inputs = new double[count];
        _values = new double[count];
        _slopes = new double[count];
    }

    private static bool IsFinite(Vector512<double> sums) => Vector512.LessThanAll(
        Vector512.Abs(sums), Vector512.Create(double.PositiveInfinity));

    // Also where a switch changes sides without a kink at the default parameters.
    private static double[] Kinks(Definition definition, double[] parameters)
    {
        var values = definition.Parameters.Zip(parameters).ToDictionary(p => p.First.Name, p => p.Second);
        return
        [
            .. KinkFinder.SwitchPoints(StableRules.Recognise(definition.Formula), values)
                .Concat(definition.Kinks.Select(kink => kink.Location))
                .Select(location => PlainEvaluation.Evaluate(location, double.NaN, values))
                .Where(double.IsFinite),
        ];
    }

    /// <summary>What has been integrated, how much of it was still changing, and how much lies at the ends.</summary>
    private struct Totals
    {
        public Vector512<double> Sum;
        public Vector512<double> Unsettled;
        public Vector512<double> Ends;

        public readonly GaussianMoments ToMoments(Vector512<double> scale, double q)
        {
            var isZero = Vector512.LessThan(Vector512.Abs(Sum), Rounding * scale);
            // What has not died away at the ends of the range has not been integrated, but for what is next to nothing.
            var isOpen = Vector512.GreaterThan(Unsettled, Tolerated * scale)
                | Vector512.GreaterThan(Ends, (Tolerated * scale) + Vector512.Create(Negligible));
            var sum = Vector512.ConditionalSelect(isZero, Vector512<double>.Zero, Sum);
            sum = Vector512.ConditionalSelect(isOpen, Vector512.Create(double.NaN), sum);
            return new(sum[0], sum[1], sum[2], sum[3] / (2 * q), sum[4] / (2 * q));
        }
    }

    /// <summary>A part of the range, in standard deviations.</summary>
    private readonly record struct Panel(double Left, double Right)
    {
        public bool TouchesEnd => Left < -Reach + PanelWidth || Right > Reach - PanelWidth;

        public IEnumerable<Panel> Halves()
        {
            var middle = (Left + Right) / 2;
            return [new(Left, middle), new(middle, Right)];
        }
    }
}
