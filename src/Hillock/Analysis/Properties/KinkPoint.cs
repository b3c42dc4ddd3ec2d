namespace Hillock.Analysis.Properties;

/// <summary>A point where an activation has no derivative.</summary>
/// <param name="At">The double nearest to the point.</param>
/// <param name="LeftSlope">The derivative from the left; ±∞ for a vertical tangent, NaN where there is none.</param>
/// <param name="RightSlope">The derivative from the right.</param>
/// <param name="SlopeUsed">The slope that kernels and gradients use exactly there.</param>
/// <param name="IsJump">Whether the function itself is discontinuous there.</param>
public sealed record KinkPoint(double At, double LeftSlope, double RightSlope, double SlopeUsed, bool IsJump);
