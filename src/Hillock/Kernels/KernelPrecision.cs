namespace Hillock.Kernels;

/// <summary>How exact a kernel is, against what it costs. Errors are in units in the last place (ULP) of the element
/// type, subnormal results included; <c>hillock verify</c> measures them, docs/accuracy.md shows what it found.</summary>
public enum KernelPrecision
{
    /// <summary>At most 1 ULP in values and 2 ULP in derivatives of the activations that docs/accuracy.md lists.
    /// The default.</summary>
    Accurate,

    /// <summary>At most 4 ULP there; for training.</summary>
    Fast,

    /// <summary>Computed in lanes of twice the width and rounded once: at most 0.501 ULP, which is the correctly rounded
    /// result but for the rare numbers that lie almost exactly between two floats. For <see cref="float"/> only.</summary>
    Exact,
}
