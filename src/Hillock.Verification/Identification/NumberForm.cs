using Hillock.Expressions;

namespace Hillock.Verification.Identification;

/// <summary>Guesses the number behind a fitted one: a short decimal, or a fraction, root or multiple of π of one.</summary>
internal static class NumberForm
{
    private const double Tolerance = 1e-8;
    private const int Digits = 6;

    /// <summary>The nearest number of a simple form, or the number itself.</summary>
    public static Expression Of(double value)
    {
        if (Short(value) is { } plain) return plain;
        var sign = Math.Sign(value);
        var size = Math.Abs(value);
        if (Short(1 / value) is { } reciprocal) return new Operation(Primitive.Divide, 1, reciprocal);
        if (Short(size * size) is { } square) return Signed(sign, new Operation(Primitive.Sqrt, square));
        if (Short(1 / (size * size)) is { } below)
            return Signed(sign, new Operation(Primitive.Divide, 1, new Operation(Primitive.Sqrt, below)));
        if (Short(value / Math.PI) is { } ofPi) return new Operation(Primitive.Multiply, ofPi, Constant.Pi);
        if (Short(value * Math.PI) is { } byPi) return new Operation(Primitive.Divide, byPi, Constant.Pi);
        if (Short(size * size * Math.PI) is { } rootByPi)
            return Signed(sign, new Operation(Primitive.Sqrt, new Operation(Primitive.Divide, rootByPi, Constant.Pi)));
        return value;
    }

    private static Expression Signed(int sign, Expression size) => sign < 0 ? -size : size;

    // A wrong guess does no harm: the formula with it is compared in high precision.
    private static Expression? Short(double value)
    {
        if (Math.Abs(value) < Tolerance) return Expression.Zero;
        if (!double.IsFinite(value)) return null;
        var unit = Math.Pow(10, Digits - 1 - Math.Floor(Math.Log10(Math.Abs(value))));
        var rounded = Math.Round(value * unit) / unit;
        if (Math.Abs(value - rounded) > Tolerance * Math.Abs(value)) return null;
        return new Constant(rounded);
    }
}
