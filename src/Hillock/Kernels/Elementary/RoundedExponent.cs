namespace Hillock.Kernels.Elementary;

/// <summary>A value rounded to an integer n, and 2^(n + lift) of it.</summary>
/// <remarks>Rounding by a large number leaves n + bias + lift in the low bits, from where a shift moves it into the
/// exponent field.</remarks>
internal readonly record struct RoundedExponent
{
    /// <summary>Added to the exponent of a float from −208 to 26 it makes the power of two a normal number.</summary>
    public const int Lift = 82;

    /// <summary>An exponential from here on, e^−144 = 2^−208 or so, vanishes beside anything.</summary>
    public const double LowestLifted = -144;

    private readonly Value _rounded;
    private readonly double _magic;

    private RoundedExponent(Value rounded, double magic) => (_rounded, _magic) = (rounded, magic);

    /// <summary>n</summary>
    public Value N => _rounded - _magic;

    /// <summary>−n</summary>
    public Value MinusN => _magic - _rounded;

    /// <summary>2^(n + lift), where that is a normal number; 0 where n + lift is the least exponent less one.</summary>
    public Value Power => _rounded.Builder.ShiftLeft(_rounded, _rounded.Builder.Format.MantissaBits);

    /// <summary>The integer next to value · factor.</summary>
    public static RoundedExponent Of(Value value, double factor, int lift = 0)
    {
        var b = value.Builder;
        var magic = b.Format.RoundingMagic + b.Format.ExponentBias + lift;
        return new RoundedExponent(b.FusedMultiplyAdd(value, factor, b.Constant(magic)), magic);
    }
}
