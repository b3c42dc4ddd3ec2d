namespace Hillock;

/// <summary>An activation function: one expression in x, from which everything else is derived.</summary>
public sealed class Activation
{
    /// <summary>The catalogue id (<c>gelu</c>), or the formula as it was typed.</summary>
    public string Id => throw new NotImplementedException();

    /// <summary>The parameters, in the order in which kernels take their values.</summary>
    public IReadOnlyList<ActivationParameter> Parameters => throw new NotImplementedException();

    /// <summary>Reads a catalogue entry (<c>gelu</c>, <c>leaky_relu(negative_slope=0.2)</c>) or a formula
    /// (<c>x*sigmoid(beta*x) where learned beta=1</c>).</summary>
    public static Activation Parse(string text) => throw new NotImplementedException();

    /// <summary>The compiled kernels of this activation for <typeparamref name="T"/>, which is
    /// <see cref="float"/> or <see cref="double"/>. Compiled on first use, then kept.</summary>
    public Kernels.ActivationKernel<T> Kernel<T>()
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => throw new NotImplementedException();
}
