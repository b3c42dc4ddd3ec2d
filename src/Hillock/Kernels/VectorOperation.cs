namespace Hillock.Kernels;

/// <summary>The instructions of a vector program; each works on all lanes of a vector alike.</summary>
internal enum VectorOperation
{
    /// <summary>The pre-activation x.</summary>
    Input,

    /// <summary>The gradient that comes from the layer above.</summary>
    Upstream,

    /// <summary>A value that is the same for all elements of a call, by index.</summary>
    Uniform,

    /// <summary>A number known when the program is built.</summary>
    Constant,

    /// <summary>A bit pattern known when the program is built.</summary>
    Bits,
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>a · b + c with one rounding.</summary>
    FusedMultiplyAdd,
    Negate,
    Abs,

    /// <summary>IEEE 754-2019 minimum: NaN if either is NaN, −0 below +0.</summary>
    Minimum,

    /// <summary>IEEE 754-2019 maximum: NaN if either is NaN, −0 below +0.</summary>
    Maximum,

    /// <summary>The smaller of two where a is not NaN; b where b is NaN or both are zeros.</summary>
    QuickMinimum,

    /// <summary>The larger of two where a is not NaN; b where b is NaN or both are zeros.</summary>
    QuickMaximum,
    SquareRoot,
    Floor,

    /// <summary>To the nearest integer, ties to even.</summary>
    Round,

    /// <summary>A mask: all bits where a = b.</summary>
    Equal,

    /// <summary>A mask: all bits where a &lt; b. "Greater" is written with the operands swapped, never negated:
    /// NaN makes both false, and negated masks are where compilers have gone wrong.</summary>
    Less,

    /// <summary>A mask: all bits where a ≤ b.</summary>
    LessOrEqual,

    /// <summary>b where the mask a is set, else c.</summary>
    Select,
    And,
    Or,
    Xor,

    /// <summary>The bits of a, moved left by a fixed count.</summary>
    ShiftLeft,

    /// <summary>The bits of a, moved right by a fixed count, zeros from the left.</summary>
    ShiftRight,

    /// <summary>a · 2^b for integral b, rounded once, also where the result is subnormal.</summary>
    Scale,

    /// <summary>sin(a + b) in the lanes whose angle is too large for the fast reduction; other lanes mean nothing.</summary>
    SinOfLarge,

    /// <summary>cos(a + b) in the lanes whose angle is too large for the fast reduction; other lanes mean nothing.</summary>
    CosOfLarge,

    /// <summary>The value a for the element b; where a is NaN although b is not, and b is infinite or so large that its
    /// powers overflow, the limit c at +∞ or d at −∞.</summary>
    Repair,
}
