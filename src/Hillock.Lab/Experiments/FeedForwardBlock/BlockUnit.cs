using Hillock.Kernels;

namespace Hillock.Lab.Experiments.FeedForwardBlock;

/// <summary>What stands between the two matrices of a block: f(u), or f(g) ⊙ v for pre-activations that are halves g and v.
/// </summary>
internal sealed class BlockUnit
{
    private readonly ActivationKernel<float> _kernel;
    private readonly bool _isGated;

    /// <summary>A unit.</summary>
    /// <param name="name">The activation f.</param>
    /// <param name="isGated">Whether it is a gate.</param>
    public BlockUnit(string name, bool isGated)
    {
        var activation = Activation.Parse(name);
        var learned = activation.Parameters.SingleOrDefault(parameter => parameter.Learned);
        (_kernel, _isGated) = (activation.Kernel<float>(), isGated);
        (IsLearned, FirstParameter) = (learned is not null, (float)(learned?.Default ?? 0));
    }

    /// <summary>Pre-activations for each result.</summary>
    public int Halves => _isGated ? 2 : 1;

    /// <summary>Whether f has a learned parameter, as prelu has.</summary>
    public bool IsLearned { get; }

    /// <summary>The first value of the learned parameter.</summary>
    public float FirstParameter { get; }

    /// <summary>The results. Gates and values lie one after the other: all g, then all v.</summary>
    public void Value(ReadOnlySpan<float> u, Span<float> z, float parameter)
    {
        _kernel.Value(u[..z.Length], z, Parameters(parameter));
        if (!_isGated) return;
        for (var i = 0; i < z.Length; i++) z[i] *= u[z.Length + i];
    }

    /// <summary>Turns ∂L/∂z into ∂L/∂u.</summary>
    /// <returns>∂L/∂ of the learned parameter.</returns>
    public float Backward(ReadOnlySpan<float> u, ReadOnlySpan<float> dz, Span<float> du, float parameter)
    {
        if (!_isGated)
        {
            if (!IsLearned)
            {
                _kernel.Backward(u, dz, du);
                return 0;
            }

            double[] sum = [0];
            _kernel.Backward(u, dz, du, Parameters(parameter), sum);
            return (float)sum[0];
        }

        ReadOnlySpan<float> gates = u[..dz.Length], values = u[dz.Length..];
        Span<float> dGates = du[..dz.Length], dValues = du[dz.Length..];
        for (var i = 0; i < dz.Length; i++) dGates[i] = dz[i] * values[i];
        _kernel.Value(gates, dValues);
        for (var i = 0; i < dz.Length; i++) dValues[i] *= dz[i];
        _kernel.Backward(gates, dGates, dGates);
        return 0;
    }

    private double[] Parameters(float parameter) => IsLearned ? [parameter] : [];
}
