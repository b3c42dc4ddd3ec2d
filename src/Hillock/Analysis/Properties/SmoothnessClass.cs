namespace Hillock.Analysis.Properties;

/// <summary>How smooth an activation is.</summary>
/// <param name="Order">k where it is k times continuously differentiable and no more; null for infinitely often; −1
/// where it is not continuous.</param>
/// <param name="DifferentiableAlmostEverywhere">Whether it has a derivative except at the exceptional points, which are
/// finitely many.</param>
/// <param name="ExceptionalPoints">Where it has no derivative.</param>
/// <param name="IsPiecewise">Whether it is infinitely often differentiable only between finitely many points.</param>
public sealed record SmoothnessClass(
    int? Order, bool DifferentiableAlmostEverywhere, IReadOnlyList<double> ExceptionalPoints, bool IsPiecewise)
{
    /// <summary><c>C^1, piecewise C^∞</c>.</summary>
    public override string ToString()
    {
        var order = Order switch { null => "C^∞", -1 => "not continuous", var k => $"C^{k}" };
        return IsPiecewise ? $"{order}, piecewise C^∞" : order;
    }
}
