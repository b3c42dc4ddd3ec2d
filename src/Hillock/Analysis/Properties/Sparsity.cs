using Hillock.Analysis.MeanField;

namespace Hillock.Analysis.Properties;

/// <summary>How much of N(0, 1) an activation silences.</summary>
/// <param name="AtZero">The probability that f(x) is exactly 0.</param>
/// <param name="OfZeroSlope">The probability that f′(x) is exactly 0: such a unit learns nothing from the example.</param>
public sealed record Sparsity(Finding<BoundedValue> AtZero, Finding<BoundedValue> OfZeroSlope)
{
    internal static Sparsity Of(AnalysedFunction f) => new(ZeroShare.Of(f, order: 0), ZeroShare.Of(f, order: 1));
}
