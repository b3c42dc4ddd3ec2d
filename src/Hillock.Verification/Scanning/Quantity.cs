using Hillock.Expressions;
using Hillock.Precision;

namespace Hillock.Verification;

/// <summary>What of an activation is verified: its value, its derivative, or the gradient of a parameter.</summary>
/// <param name="Activation">The activation, with its default parameters.</param>
/// <param name="Order">The order of the derivative in x: 0 or 1.</param>
/// <param name="Parameter">The index of the parameter to differentiate by instead, or null.</param>
/// <param name="InPair">Whether it comes from the kernel that gives value and derivative in one pass, which may compute
/// both in another way than the kernels that give one.</param>
public sealed record Quantity(Activation Activation, int Order, int? Parameter = null, bool InPair = false)
{
    /// <summary>Value and derivative, each from its own kernel and from that of both, and each parameter gradient.</summary>
    public static IEnumerable<Quantity> Of(Activation activation) =>
    [
        new Quantity(activation, 0),
        new Quantity(activation, 1),
        new Quantity(activation, 0, InPair: true),
        new Quantity(activation, 1, InPair: true),
        .. Enumerable.Range(0, activation.Parameters.Count).Select(p => new Quantity(activation, 0, p)),
    ];

    /// <summary><c>value</c>, <c>derivative</c>, <c>value (pair)</c>, <c>slope (pair)</c> or <c>∂alpha</c>.</summary>
    public string Name => Parameter is { } p ? "∂" + Activation.Parameters[p].Name
        : InPair ? (Order == 0 ? "value" : "slope") + PairSuffix
        : Order == 0 ? "value" : "derivative";

    /// <summary>What the names of quantities end in that come from the kernel for both.</summary>
    public const string PairSuffix = " (pair)";

    /// <summary>Whether its graph may be expected to pass through zero somewhere: the values of few activations do.</summary>
    public bool IsDerivative => Order > 0 || Parameter is not null;

    /// <summary>The true result as a function of x, from the formula as written and derived: nothing of the kernels.
    /// Null where the formula is undefined or beyond all bounds. At a kink the derivative is the slope that the
    /// definition names.</summary>
    public Func<double, BigReal?> Witness()
    {
        var parameters = Activation.Parameters.ToDictionary(p => p.Name, p => p.Default);
        var formula = Parameter is { } p
            ? Activation.DerivativeWithRespectTo(Activation.Parameters[p].Name)
            : Activation.Derivative(Order);
        var slopes = Order == 1 ? Slopes() : [];
        return x => PreciseEvaluation.TryEvaluate(slopes.GetValueOrDefault(x, formula), x, parameters);
    }

    private Dictionary<double, Expression> Slopes() => Activation.KinkLocations().Zip(Activation.Kinks)
        .DistinctBy(pair => pair.First)
        .ToDictionary(pair => pair.First, pair => pair.Second.Slope);
}
