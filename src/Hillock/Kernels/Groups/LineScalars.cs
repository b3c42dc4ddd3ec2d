using Hillock.Expressions;
using Hillock.Expressions.Groups;

namespace Hillock.Kernels.Groups;

/// <summary>The parts of a formula that are the same for a whole line, such as log(s): they are computed once, in double,
/// and the kernels take them as parameters.</summary>
internal sealed class LineScalars
{
    private readonly IReadOnlyList<Reduction> _reductions;
    private readonly List<Scalar> _scalars = [];

    public LineScalars(Expression formula, IReadOnlyList<Reduction> reductions)
    {
        _reductions = reductions;
        Formula = Lift(formula);
    }

    /// <summary>The formula with a parameter for each of the parts.</summary>
    public Expression Formula { get; }

    /// <summary>How many there are.</summary>
    public int Count => _scalars.Count;

    /// <summary>Whether a reduction that has a derivative is in any of them.</summary>
    public bool HaveGradients => _scalars.Any(scalar => scalar.Derivatives.Length > 0);

    /// <summary>The parameters, with defaults at which kernels look for limits.</summary>
    public IReadOnlyList<ActivationParameter> Parameters() =>
    [
        .. _scalars.Select(scalar =>
        {
            var typical = PlainEvaluation.Evaluate(scalar.Value, double.NaN, _reductions.ToDictionary(r => r.Name, _ => 1.0));
            return new ActivationParameter(
                scalar.Name, double.IsFinite(typical) ? typical : 1, Learned: false, ParameterDomain.Real);
        }),
    ];

    /// <summary>Their values, given those of the reductions; false where one is no finite number.</summary>
    public bool TryEvaluate(ReadOnlySpan<double> reductions, Span<double> scalars)
    {
        var known = Known(reductions);
        for (var i = 0; i < _scalars.Count; i++)
        {
            scalars[i] = _scalars[i].Reduction is { } index
                ? reductions[index]
                : PlainEvaluation.Evaluate(_scalars[i].Value, double.NaN, known!);
            if (!double.IsFinite(scalars[i])) return false;
        }

        return true;
    }

    /// <summary>Adds what the gradients of the scalars mean for the reductions.</summary>
    public void Backward(ReadOnlySpan<double> reductions, ReadOnlySpan<double> gradients, Span<double> sums)
    {
        var known = Known(reductions);
        for (var i = 0; i < _scalars.Count; i++)
            foreach (var (index, derivative) in _scalars[i].Derivatives)
                sums[index] += gradients[i]
                    * (derivative.IsOne ? 1 : PlainEvaluation.Evaluate(derivative, double.NaN, known!));
    }

    // Only where something is to be evaluated: a line may be short.
    private Dictionary<string, double>? Known(ReadOnlySpan<double> reductions)
    {
        if (_scalars.All(scalar => scalar.Reduction is not null)) return null;
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < reductions.Length; i++) known[_reductions[i].Name] = reductions[i];
        return known;
    }

    // The largest parts without x. Conditions are no numbers; what they compare may be lifted.
    private Expression Lift(Expression e)
    {
        if (e is not (Operation or Parameter)) return e;
        var isCondition = e is Operation test && PrimitiveTable.Syntax(test.Primitive).IsCondition;
        if (!e.DependsOnX && !isCondition) return e.ParameterNames().Count == 0 ? e : new Parameter(Of(e).Name);
        var operation = (Operation)e;
        return new Operation(operation.Primitive, [.. operation.Operands.Select(Lift)]);
    }

    private Scalar Of(Expression value)
    {
        if (_scalars.Find(scalar => scalar.Value.Equals(value)) is { } known) return known;
        var index = value is Parameter p ? IndexOf(p.Name) : (int?)null;
        var scalar = new Scalar(index is null ? $"#{_scalars.Count}" : ((Parameter)value).Name, value, index, Derivatives(value));
        _scalars.Add(scalar);
        return scalar;
    }

    private (int Index, Expression Derivative)[] Derivatives(Expression value) =>
    [
        .. value.ParameterNames().Select(IndexOf)
            .Where(index => _reductions[index].Kind != ReductionKind.Anchor)
            .Select(index => (index, Derivative.WithRespectTo(value, _reductions[index].Name))),
    ];

    private int IndexOf(string name)
    {
        for (var i = 0; i < _reductions.Count; i++)
            if (_reductions[i].Name == name)
                return i;
        throw new InvalidOperationException($"'{name}' is no reduction.");
    }

    /// <param name="Name">The parameter of the kernels.</param>
    /// <param name="Value">An expression in reductions.</param>
    /// <param name="Reduction">The reduction that it is, or null where it is more.</param>
    /// <param name="Derivatives">Its derivatives in the reductions that have them.</param>
    private sealed record Scalar(
        string Name, Expression Value, int? Reduction, (int Index, Expression Derivative)[] Derivatives);
}
