namespace Hillock.Kernels;

/// <summary>The passes over data for which an activation has kernels.</summary>
public enum KernelPass
{
    /// <summary>y = f(x).</summary>
    Value,

    /// <summary>y = f′(x).</summary>
    Derivative,

    /// <summary>Both in one pass.</summary>
    ValueAndDerivative,

    /// <summary>dx = dy · f′(x).</summary>
    Backward,

    /// <summary>dx = dy · f′(x) and the sums of dy · ∂f/∂p.</summary>
    BackwardWithParameters,
}
