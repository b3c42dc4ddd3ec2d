
namespace Hillock.Expressions;

/// <summary>A point where an activation has no derivative, or jumps, and the slope that is used there.</summary>
/// <param name="Location">The point, an expression in the parameters.</param>
/// <param name="Slope">The slope that every derivative and gradient uses exactly at the point.</param>
public sealed record Kink(Expression Location, Expression Slope);
