using Hillock.Analysis.Properties;
using Hillock.Kernels;

namespace Hillock.Analysis.Reports;

/// <summary>What can be said of an activation with given values of its parameters, each statement with its certainty and
/// its reason.</summary>
/// <remarks>Each property is computed when it is first asked for, and what several share only once.
/// <see cref="PropertyTable"/> lists them all.</remarks>
public sealed class PropertyReport
{
    private readonly AnalysedFunction _function;
    private readonly Func<ActivationKernel<float>> _floatKernel;
    private readonly double _biasDeviation;

    internal PropertyReport(AnalysedFunction function, Func<ActivationKernel<float>> floatKernel, double biasDeviation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(biasDeviation);
        (_function, _floatKernel, _biasDeviation) = (function, floatKernel, biasDeviation);
    }

    /// <summary>Where f is undefined.</summary>
    public Finding<FunctionDomain> Domain => field ??= DomainProperty.Of(_function);

    /// <summary>The values of f: bounds, whether they are attained, limits at ±∞.</summary>
    public Finding<FunctionRange> Range => field ??= RangeProperty.Of(_function);

    /// <summary>Whether f rises or falls throughout.</summary>
    public Finding<Monotonicity> Monotonicity => field ??= MonotonicityProperty.Of(_function);

    /// <summary>The longest intervals on which f is monotone.</summary>
    public Finding<IReadOnlyList<MonotonePiece>> MonotonePieces => field ??= MonotonePiecesProperty.Of(_function);

    /// <summary>The points at which f turns.</summary>
    public Finding<IReadOnlyList<Extremum>> Extrema => field ??= MonotonePiecesProperty.Extrema(_function);

    /// <summary>The points without a derivative.</summary>
    public Finding<IReadOnlyList<KinkPoint>> Kinks => field ??= KinksProperty.Of(_function);

    /// <summary>The points where f is not continuous.</summary>
    public Finding<IReadOnlyList<Discontinuity>> Discontinuities => field ??= DiscontinuitiesProperty.Of(_function);

    /// <summary>How often f is continuously differentiable.</summary>
    public Finding<SmoothnessClass> Smoothness => field ??= SmoothnessProperty.Of(_function);

    /// <summary>Saturation for x → −∞.</summary>
    public Finding<SideSaturation> SaturationLeft => field ??= SaturationProperty.Of(_function, -1);

    /// <summary>Saturation for x → ∞.</summary>
    public Finding<SideSaturation> SaturationRight => field ??= SaturationProperty.Of(_function, 1);

    /// <summary>The least Lipschitz constant.</summary>
    public Finding<Enclosure> Lipschitz => field ??= LipschitzProperty.Of(_function);

    /// <summary>Odd, even or neither.</summary>
    public Finding<Symmetry> Symmetry => field ??= SymmetryProperty.Of(_function);

    /// <summary>Convex, concave or neither.</summary>
    public Finding<Curvature> Convexity => field ??= ConvexityProperty.Of(_function);

    /// <summary>Whether f takes no value twice.</summary>
    public Finding<bool> Invertible => field ??= InvertibleProperty.Of(_function);

    /// <summary>The solutions of f(x) = x.</summary>
    public Finding<FixedPoints> FixedPoints => field ??= FixedPointsProperty.Of(_function);

    /// <summary>Whether f(0) = 0.</summary>
    public Finding<bool> ZeroAtZero => field ??= ZeroAtZeroProperty.Of(_function);

    /// <summary>Whether f(λx) = λᵏ f(x) for λ > 0.</summary>
    public Finding<Homogeneity> PositivelyHomogeneous => field ??= HomogeneityProperty.Of(_function);

    /// <summary>Whether f(f(x)) = f(x).</summary>
    public Finding<bool?> Idempotent => field ??= IdempotentProperty.Of(_function);

    /// <summary>Whether the graph is made of straight pieces.</summary>
    public Finding<bool?> PiecewiseLinear => field ??= PiecewiseLinearProperty.Of(_function);

    /// <summary>Which theorems say that networks with f approximate every continuous function.</summary>
    public Finding<IReadOnlyList<TheoremVerdict>> UniversalApproximation => field ??= UniversalApproximationProperty.Of(_function);

    /// <summary>The power series at 0.</summary>
    public Finding<TaylorExpansion> Taylor => field ??= TaylorProperty.Of(_function);

    /// <summary>E f, Var f, E f² and E f′² for x ~ N(0, 1).</summary>
    public Finding<NormalMoments> Moments => field ??= Weakest(
        NormalMoments.Of(_function),
        m => [("E f", m.Mean), ("Var f", m.Variance), ("E f²", m.Square), ("E f′²", m.SlopeSquare)]);

    /// <summary>Whether E f = 0 for x ~ N(0, 1).</summary>
    public Finding<bool> ZeroCentred => field ??= Properties.ZeroCentred.Of(_function, Moments.Value!);

    /// <summary>Factors on weights of variance 1/fan-in.</summary>
    public Finding<Gains> Gain => field ??= Weakest(
        Gains.Of(_function, Moments.Value!),
        g => [("1/√E f²", g.OfSignal), ("1/√E f′²", g.OfGradient), ("1/std f", g.OfDeviation)]);

    /// <summary>The weights with which gradients neither vanish nor explode in a wide network.</summary>
    public Finding<EdgeOfChaos> EdgeOfChaos => field ??= Properties.EdgeOfChaos.Of(_function, _biasDeviation);

    /// <summary>Whether layers pull mean and variance towards 0 and 1.</summary>
    public Finding<SelfNormalisation> SelfNormalising => field ??= SelfNormalisation.Of(_function);

    /// <summary>How much of N(0, 1) is silenced.</summary>
    public Finding<Sparsity> Sparsity => field ??= Weakest(
        Properties.Sparsity.Of(_function), s => [("f", s.AtZero), ("f′", s.OfZeroSlope)]);

    /// <summary>Instructions and bytes of the float kernels.</summary>
    public Finding<Cost> Cost => field ??= Properties.Cost.Of(_function, _floatKernel());

    // A whole of several findings is no surer than the least sure of them; each reason is named with what it is of.
    private static Finding<T> Weakest<T>(T whole, Func<T, IReadOnlyList<(string Name, IFinding Finding)>> parts)
    {
        var all = parts(whole);
        var reasons = all.GroupBy(part => part.Finding.Because)
            .Select(group => (Names: string.Join(", ", group.Select(part => part.Name)), Because: group.Key))
            .ToList();
        var because = reasons.Count == 1
            ? reasons[0].Because
            : string.Join(" ", reasons.Select(reason => $"{reason.Names}: {reason.Because}"));
        return new(whole, all.Max(part => part.Finding.Status), because);
    }
}
