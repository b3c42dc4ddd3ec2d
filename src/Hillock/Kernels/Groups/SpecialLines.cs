namespace Hillock.Kernels.Groups;

/// <summary>What softmax and its like do with lines where the formula has no value; NaN where nothing is chosen.</summary>
/// <remarks>A line with a NaN is NaN in any case.</remarks>
[Flags]
public enum SpecialLines
{
    /// <summary>A line with an infinite weight, and a line that is masked altogether, are NaN, as in PyTorch and
    /// JAX.</summary>
    NaN = 0,

    /// <summary>A line with one element at +∞ counts as the limit where that element grows: it takes all the weight. For
    /// softmin the element is at −∞. With several such elements there is no limit and the line is NaN.</summary>
    OneHot = 1,

    /// <summary>A line of −∞ alone, all of it masked, has no weights: 0 for softmax, −∞ for its logarithm, and gradient
    /// 0. For softmin it is a line of +∞.</summary>
    Masked = 2,
}
