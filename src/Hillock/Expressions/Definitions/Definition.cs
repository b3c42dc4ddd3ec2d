using System.Collections.Concurrent;

namespace Hillock.Expressions;

/// <summary>The definition of an activation, and the expressions derived from it: as a reader wants them, and as a
/// machine evaluates them well.</summary>
public sealed class Definition
{
    private readonly Expression _recognised;
    private readonly IReadOnlyList<Kink> _declaredKinks;
    private readonly ConcurrentDictionary<int, Expression> _derivatives = new();
    private readonly ConcurrentDictionary<int, Expression> _stableDerivatives = new();
    private readonly ConcurrentDictionary<int, Expression> _stableParameterDerivatives = new();

    /// <summary>Creates a definition.</summary>
    /// <param name="id">The name by which messages speak of it.</param>
    /// <param name="formula">f.</param>
    /// <param name="parameters">The parameters of f.</param>
    /// <param name="kinks">The slopes at its kinks; null to find the kinks and derive the slopes.</param>
    public Definition(
        string id, Expression formula, IReadOnlyList<ActivationParameter> parameters, IReadOnlyList<Kink>? kinks = null)
    {
        Id = id;
        Formula = formula;
        Parameters = parameters;
        _recognised = StableRules.Recognise(formula);
        _declaredKinks = kinks ?? KinkFinder.Find(_recognised, parameters);
        Kinks = [.. _declaredKinks.Where(kink => KinkFinder.IsKink(_recognised, LocationOf(kink), Defaults()))];
    }

    /// <summary>The name by which messages speak of it.</summary>
    public string Id { get; }

    /// <summary>f as it was written.</summary>
    public Expression Formula { get; }

    /// <summary>The parameters, in the order in which kernels take their values.</summary>
    public IReadOnlyList<ActivationParameter> Parameters { get; }

    /// <summary>The points without a derivative, and the slopes used there, with the default parameters: elu has one for
    /// α = 2 but none for α = 1.</summary>
    public IReadOnlyList<Kink> Kinks { get; }

    /// <summary>The derivative of order n ≥ 0 as in a textbook; order 0 is the formula as written.</summary>
    public Expression TextbookDerivative(int order) => order == 0
        ? Formula
        : _derivatives.GetOrAdd(order, n => Readable(
            Derivative.WithRespectToX(n == 1 ? _recognised : TextbookDerivative(n - 1))));

    /// <summary>∂f/∂p as in a textbook, for the parameter of this index.</summary>
    public Expression TextbookParameterDerivative(int parameter) =>
        Readable(Derivative.WithRespectTo(_recognised, Parameters[parameter].Name));

    private static Expression Readable(Expression derivative) => Simplifier.Simplify(StableRules.Recognise(derivative));

    /// <summary>The derivative of order n ≥ 0 in a form that evaluates well, with the slopes at the kinks.</summary>
    internal Expression StableDerivative(int order) => _stableDerivatives.GetOrAdd(order, n => n switch
    {
        0 => StableRules.Stabilise(Formula),
        1 => _declaredKinks.Aggregate(Stable(TextbookDerivative(1)), WithSlope),
        _ => Stable(TextbookDerivative(n)),
    });

    /// <summary>∂f/∂p in a form that evaluates well.</summary>
    internal Expression StableParameterDerivative(int parameter) => _stableParameterDerivatives.GetOrAdd(
        parameter, p => Stable(TextbookParameterDerivative(p)));

    private static Expression Stable(Expression derivative) => LinearConditions.Solve(StableRules.Stabilise(derivative));

    /// <summary>Where a kink is, with the default parameters.</summary>
    internal double LocationOf(Kink kink) => PlainEvaluation.Evaluate(kink.Location, double.NaN, Defaults());

    internal IReadOnlyDictionary<string, double> Defaults() => Parameters.ToDictionary(p => p.Name, p => p.Default);

    // Below and above the kink the derivative, exactly at it the slope.
    private Expression WithSlope(Expression derivative, Kink kink)
    {
        if (AgreesAt(derivative, kink)) return derivative;
        return Functions.Where(
            Functions.Less(Expression.X, kink.Location),
            derivative,
            Functions.Where(Functions.Greater(Expression.X, kink.Location), derivative, kink.Slope));
    }

    // Nearly always the rules of differentiation give the slope by themselves.
    private bool AgreesAt(Expression derivative, Kink kink)
    {
        var derived = PlainEvaluation.Evaluate(derivative, LocationOf(kink), Defaults());
        return derived == PlainEvaluation.Evaluate(kink.Slope, double.NaN, Defaults());
    }
}
