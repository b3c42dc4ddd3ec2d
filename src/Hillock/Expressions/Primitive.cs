namespace Hillock.Expressions;

/// <summary>The operations that formulas are built from. Each has one row in every table of this library
/// (names, derivatives, printers, vector code), and a test walks the whole grid.</summary>
public enum Primitive
{
    /// <summary>a + b</summary>
    Add,

    /// <summary>a − b</summary>
    Subtract,

    /// <summary>a · b</summary>
    Multiply,

    /// <summary>a / b</summary>
    Divide,

    /// <summary>aᵇ, for negative a only where b is an integer</summary>
    Power,

    /// <summary>−a</summary>
    Negate,

    /// <summary>|a|</summary>
    Abs,

    /// <summary>−1, 0 or 1</summary>
    Sign,

    /// <summary>the smaller of two</summary>
    Min,

    /// <summary>the larger of two</summary>
    Max,

    /// <summary>min(max(a, low), high)</summary>
    Clamp,

    /// <summary>the largest integer not above a</summary>
    Floor,

    /// <summary>eᵃ</summary>
    Exp,

    /// <summary>eᵃ − 1, accurate near 0</summary>
    Expm1,

    /// <summary>natural logarithm, for a &gt; 0</summary>
    Log,

    /// <summary>log(1 + a), accurate near 0</summary>
    Log1p,

    /// <summary>√a, for a ≥ 0</summary>
    Sqrt,

    /// <summary>sine of an angle in radians</summary>
    Sin,

    /// <summary>cosine of an angle in radians</summary>
    Cos,

    /// <summary>tangent of an angle in radians</summary>
    Tan,

    /// <summary>inverse tangent, in radians</summary>
    Atan,

    /// <summary>hyperbolic sine</summary>
    Sinh,

    /// <summary>hyperbolic cosine</summary>
    Cosh,

    /// <summary>hyperbolic tangent</summary>
    Tanh,

    /// <summary>inverse hyperbolic sine</summary>
    Asinh,

    /// <summary>error function, 2/√π ∫₀ᵃ e^(−t²) dt</summary>
    Erf,

    /// <summary>1 − erf(a), accurate in the right tail</summary>
    Erfc,

    /// <summary>1 / (1 + e⁻ᵃ)</summary>
    Sigmoid,

    /// <summary>log(1 + eᵃ)</summary>
    Softplus,

    /// <summary>Φ(a), the standard normal distribution function</summary>
    NormalDistribution,

    /// <summary>φ(a), the standard normal density</summary>
    NormalDensity,

    /// <summary>a &lt; b, only as the condition of <see cref="Where"/></summary>
    Less,

    /// <summary>a ≤ b, only as the condition of <see cref="Where"/></summary>
    LessOrEqual,

    /// <summary>a &gt; b, only as the condition of <see cref="Where"/></summary>
    Greater,

    /// <summary>a ≥ b, only as the condition of <see cref="Where"/></summary>
    GreaterOrEqual,

    /// <summary>the second operand where the condition holds, else the third</summary>
    Where,
}
