using System.Collections.Concurrent;
using Hillock.Analysis.Pieces;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;
using Hillock.Kernels;
using Hillock.Kernels.Execution;

namespace Hillock.Analysis;

/// <summary>An activation whose parameters have values: a function of x alone, as every analysis sees it.</summary>
internal sealed class AnalysedFunction
{
    private readonly Dictionary<string, Expression> _values;
    private readonly ConcurrentDictionary<int, Expression> _derivatives = new();
    private readonly Lazy<ActivationKernel<double>> _kernel;
    private readonly Lazy<Expression> _exactFormula;
    private readonly Lazy<(Shape? Shape, string WhyNot)> _shape;

    /// <summary>Puts values in for the parameters.</summary>
    /// <param name="definition">The activation.</param>
    /// <param name="parameters">A value for each parameter, in their order; empty for the defaults.</param>
    /// <exception cref="ArgumentException">There are too many or too few values.</exception>
    public AnalysedFunction(Definition definition, params IReadOnlyList<double> parameters)
    {
        if (parameters.Count != 0 && parameters.Count != definition.Parameters.Count)
            throw new ArgumentException(
                $"{definition.Id} has {definition.Parameters.Count} parameters, but {parameters.Count} values were given.",
                nameof(parameters));
        Definition = definition;
        Parameters = parameters.Count != 0 ? parameters : [.. definition.Parameters.Select(p => p.Default)];
        _values = definition.Parameters.Zip(Parameters).ToDictionary(p => p.First.Name, p => (Expression)p.Second);
        _kernel = new(() => new ActivationKernel<double>(definition, VectorWidths.Best, KernelPrecision.Accurate));
        _exactFormula = new(() => ExactNumbers.Simplify(Definition.Formula.Substitute(_values)));
        _shape = new(FindShape);
    }

    /// <summary>The function that kernels compute, with values for its parameters; none for the defaults.</summary>
    public AnalysedFunction(ActivationKernel<double> kernel, ReadOnlySpan<double> parameters)
        : this(kernel.Definition, [.. parameters]) => _kernel = new(kernel);

    /// <summary>The activation.</summary>
    public Definition Definition { get; }

    /// <summary>The values of its parameters.</summary>
    public IReadOnlyList<double> Parameters { get; }

    /// <summary>Its kernels, to be called with <see cref="Parameters"/>; compiled when first asked for.</summary>
    public ActivationKernel<double> Kernel => _kernel.Value;

    /// <summary>f(x) in double precision.</summary>
    public double ValueAt(double x)
    {
        Span<double> value = [x];
        Kernel.Value(value, value, [.. Parameters]);
        return value[0];
    }

    /// <summary>f, an expression in x alone.</summary>
    public Expression Formula => Derivative(0);

    /// <summary>f as it was defined, no two numbers joined by rounding: what proofs are about.</summary>
    public Expression ExactFormula => _exactFormula.Value;

    /// <summary>f⁽ⁿ⁾ as an expression in x alone, by the rules of differentiation; what it says at a kink means nothing.
    /// </summary>
    public Expression Derivative(int order) =>
        _derivatives.GetOrAdd(order, n => WithValues(Definition.TextbookDerivative(n)));

    /// <summary>An expression of the definition, such as the place of a kink, with the values put in.</summary>
    public Expression WithValues(Expression expression) => Simplifier.Simplify(expression.Substitute(_values));

    /// <summary>The function in pieces, or null where they cannot be found.</summary>
    public Shape? Shape => _shape.Value.Shape;

    /// <summary>Why there is no <see cref="Shape"/>.</summary>
    public string WhyNoShape => _shape.Value.WhyNot;

    private (Shape? Shape, string WhyNot) FindShape()
    {
        try
        {
            return (Pieces.Shape.Of(ExactFormula), "");
        }
        catch (NotDecidedException e)
        {
            return (null, e.Message);
        }
    }
}
