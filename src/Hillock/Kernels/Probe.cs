using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels;

/// <summary>Evaluates one expression in double precision at ±∞, far out and at NaN, to find the limits that a kernel
/// must return where plain evaluation meets ∞ · 0 or ∞ − ∞.</summary>
/// <remarks>A limit is taken from points up to 10⁶⁰. Where the points neither settle nor run away, as for sin, there is
/// no limit and the kernel returns NaN. Where what is measured is doubtful, the symbolic limit is asked; where that
/// differs at the default parameters, it is taken for all values of the parameters.</remarks>
internal sealed unsafe class Probe
{
    // One vector of eight doubles a side.
    private static readonly double[] Distances = [double.PositiveInfinity, 1e4, 1e8, 1e15, 1e25, 1e35, 1e45, 1e60];

    private readonly Expression _expression;
    private readonly IReadOnlyList<ActivationParameter> _parameters;
    private readonly Interpreter<double, double> _interpreter;
    private readonly int _parameterCount;
    private readonly bool _oscillates;
    private readonly (bool AtPlus, bool AtMinus) _isMeasuredWrong;

    public Probe(Expression expression, IReadOnlyList<ActivationParameter> parameters)
    {
        var builder = new ProgramBuilder(ElementFormat.Double);
        var layout = new UniformLayout([.. parameters.Select(p => p.Name)], outputs: 0);
        var value = new Lowering(builder, layout, [expression]).Value(expression);
        _interpreter = new Interpreter<double, double>(builder.Build(value));
        _parameterCount = parameters.Count;
        (_expression, _parameters) = (expression, parameters);
        _oscillates = expression.Any(node => node is Operation
        {
            Primitive: Primitive.Sin or Primitive.Cos or Primitive.Tan or Primitive.Floor,
        });
        double[] defaults = [.. parameters.Select(p => p.Default)];
        KeepsZero = At(0, defaults).Equals(0.0) && At(-0.0, defaults) is 0 and var zero && double.IsNegative(zero);
        _isMeasuredWrong = (IsMeasuredWrong(1, defaults), IsMeasuredWrong(-1, defaults));
        foreach (var values in Samples(parameters))
        {
            LosesNaN |= !double.IsNaN(At(double.NaN, values));
            NeedsLimits |= double.IsNaN(At(double.PositiveInfinity, values))
                || double.IsNaN(At(double.NegativeInfinity, values));
            var (atPlus, atMinus) = Limits(values);
            MissesLimits |= IsMissed(At(double.PositiveInfinity, values), atPlus)
                || IsMissed(At(double.NegativeInfinity, values), atMinus);
        }
    }

    /// <summary>Whether the expression can be a number where x is NaN.</summary>
    public bool LosesNaN { get; }

    /// <summary>Whether f(−0) is −0 and f(0) is 0, with the default parameters.</summary>
    public bool KeepsZero { get; }

    /// <summary>Whether plain evaluation can give NaN at +∞ or −∞.</summary>
    public bool NeedsLimits { get; }

    /// <summary>Whether plain evaluation can give a number at +∞ or −∞ that is not the limit.</summary>
    public bool MissesLimits { get; }

    /// <summary>The limits at +∞ and −∞, NaN where there is none. Allocates nothing where they are measured.</summary>
    public (double AtPlus, double AtMinus) Limits(ReadOnlySpan<double> parameters) => (
        (_isMeasuredWrong.AtPlus ? Symbolic(1, parameters) : null) ?? Measured(1, parameters).Limit,
        (_isMeasuredWrong.AtMinus ? Symbolic(-1, parameters) : null) ?? Measured(-1, parameters).Limit);

    private (double Limit, bool IsDoubtful) Measured(int side, ReadOnlySpan<double> parameters)
    {
        var x = stackalloc double[Distances.Length];
        var y = stackalloc double[Distances.Length];
        for (var i = 0; i < Distances.Length; i++) x[i] = side * Distances[i];
        Evaluate(x, y, parameters);
        var settled = Settled(new ReadOnlySpan<double>(y + 1, Distances.Length - 1));
        if (!double.IsNaN(y[0]) && !IsMissed(y[0], settled)) return (y[0], false);
        // Rounding makes the terms of a difference equal far out that are not: nearer the points say something else.
        var hasMoved = double.IsFinite(settled) && Math.Abs(y[2] - settled) > 1e-6 * Math.Max(1, Math.Abs(settled));
        return (settled, double.IsNaN(settled) || hasMoved || (settled != 0 && _oscillates));
    }

    private bool IsMeasuredWrong(int side, ReadOnlySpan<double> defaults)
    {
        var (measured, isDoubtful) = Measured(side, defaults);
        return isDoubtful && Symbolic(side, defaults) is { } symbolic && !IsNear(symbolic, measured, 1e-9)
            && !(double.IsNaN(symbolic) && double.IsNaN(measured));
    }

    // NaN where there is proved to be none; null where it is not decided.
    private double? Symbolic(int side, ReadOnlySpan<double> parameters)
    {
        var values = new Dictionary<string, Expression>();
        for (var i = 0; i < _parameterCount; i++)
        {
            if (!double.IsFinite(parameters[i])) return null;
            values[_parameters[i].Name] = parameters[i];
        }

        var limit = Limit.AtInfinity(_expression.Substitute(values), side);
        return limit.IsDecided ? limit.Value : null;
    }

    // A switch between two infinite values may take the wrong one: a number, but not that of the neighbours.
    private static bool IsMissed(double atInfinity, double settled) =>
        double.IsFinite(atInfinity) && double.IsFinite(settled)
        && Math.Abs(atInfinity - settled) > 1e-6 * Math.Max(1, Math.Abs(settled));

    private static double Settled(ReadOnlySpan<double> y)
    {
        var last = y[^1];
        if (IsNear(y[^2], last, 1e-12) && IsNear(y[^3], last, 1e-9)) return last;
        var (a, b, c, d) = (Math.Abs(y[^4]), Math.Abs(y[^3]), Math.Abs(y[^2]), Math.Abs(last));
        if (a < b && b < c && c < d && d > 1e6) return Math.CopySign(double.PositiveInfinity, last);
        if (a > b && b > c && c > d && d < 1e-12) return Math.CopySign(0, last);
        return double.NaN;
    }

    private static bool IsNear(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Abs(b);

    private double At(double x, ReadOnlySpan<double> parameters)
    {
        var input = stackalloc double[Distances.Length];
        var output = stackalloc double[Distances.Length];
        new Span<double>(input, Distances.Length).Fill(x);
        Evaluate(input, output, parameters);
        return output[0];
    }

    private void Evaluate(double* x, double* y, ReadOnlySpan<double> parameters)
    {
        var uniforms = stackalloc double[(2 * _parameterCount) + 1];
        for (var i = 0; i < _parameterCount; i++)
        {
            uniforms[2 * i] = parameters[i];
            uniforms[(2 * i) + 1] = 0;
        }

        _interpreter.Run(x, null, &y, Distances.Length, uniforms);
    }

    // The defaults, and values at which a parameter turns the sign of a term or removes it.
    private static IEnumerable<double[]> Samples(IReadOnlyList<ActivationParameter> parameters)
    {
        yield return [.. parameters.Select(p => p.Default)];
        if (parameters.Count == 0) yield break;
        foreach (var factor in new[] { -1.0, 0.0, 2.5 })
            yield return [.. parameters.Select(p => factor * (p.Default == 0 ? 1 : p.Default))];
    }
}
