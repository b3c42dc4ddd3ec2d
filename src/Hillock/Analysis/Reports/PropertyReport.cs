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

    /// <summary>E f, Var f, E f² and E f′² for x ~ N(0, 1).</summary>
    public Finding<NormalMoments> Moments => field ??= Weakest(
        NormalMoments.Of(_function), m => [m.Mean, m.Variance, m.Square, m.SlopeSquare]);

    /// <summary>Whether E f = 0 for x ~ N(0, 1).</summary>
    public Finding<bool> ZeroCentred => field ??= Properties.ZeroCentred.Of(_function, Moments.Value!);

    /// <summary>Factors on weights of variance 1/fan-in.</summary>
    public Finding<Gains> Gain => field ??= Weakest(
        Gains.Of(_function, Moments.Value!), g => [g.OfSignal, g.OfGradient, g.OfDeviation]);

    /// <summary>The weights with which gradients neither vanish nor explode in a wide network.</summary>
    public Finding<EdgeOfChaos> EdgeOfChaos => field ??= Properties.EdgeOfChaos.Of(_function, _biasDeviation);

    /// <summary>Whether layers pull mean and variance towards 0 and 1.</summary>
    public Finding<SelfNormalisation> SelfNormalising => field ??= SelfNormalisation.Of(_function);

    /// <summary>How much of N(0, 1) is silenced.</summary>
    public Finding<Sparsity> Sparsity => field ??= Weakest(
        Properties.Sparsity.Of(_function), s => [s.AtZero, s.OfZeroSlope]);

    /// <summary>Instructions and bytes of the float kernels.</summary>
    public Finding<Cost> Cost => field ??= Properties.Cost.Of(_function, _floatKernel());

    // A whole of several findings is no surer than the least sure of them.
    private static Finding<T> Weakest<T>(T whole, Func<T, IReadOnlyList<IFinding>> parts)
    {
        var weakest = parts(whole).MaxBy(part => part.Status)!;
        return new(whole, weakest.Status, weakest.Because);
    }
}
