namespace Hillock.Kernels.Elementary;

/// <summary>Sine, cosine, tangent and inverse tangent.</summary>
internal static class Trigonometry
{
    /// <summary>Angles up to this size are reduced with a four-part π/2; larger ones are left to <see cref="LargeAngles"/>.</summary>
    public static double FastReductionLimit(ElementFormat format) => format.IsSingle ? 1e4 : 1e5;

    public static Value Sin(ExtendedValue angle)
    {
        var (sin, cos, quadrant) = Reduce(angle);
        var b = sin.Builder;
        var isOdd = IsOdd(quadrant);
        var isUpper = b.LessOrEqual(b.Constant(2), quadrant);
        var size = b.Select(isOdd, cos, sin);
        var sine = OrLarge(angle, b.Select(isUpper, -size, size), b.SinOfLarge(angle.High, RestOf(angle)));
        return b.Select(b.Equal(angle.High, b.Constant(0)), angle.High, sine);
    }

    public static Value Cos(ExtendedValue angle)
    {
        var (sin, cos, quadrant) = Reduce(angle);
        var b = sin.Builder;
        var size = b.Select(IsOdd(quadrant), sin, cos);
        // Negative in quadrants 1 and 2.
        var isNegative = b.LessOrEqual(b.Abs(quadrant - 1.5), b.Constant(0.5));
        return OrLarge(angle, b.Select(isNegative, -size, size), b.CosOfLarge(angle.High, RestOf(angle)));
    }

    public static Value Tan(ExtendedValue angle) => Sin(angle) / Cos(angle);

    private static Value OrLarge(ExtendedValue angle, Value fast, Value large)
    {
        var b = fast.Builder;
        return b.Select(b.Less(b.Constant(FastReductionLimit(b.Format)), b.Abs(angle.High)), large, fast);
    }

    private static Value RestOf(ExtendedValue angle) => angle.Low ?? angle.High.Builder.Constant(0);

    /// <summary>arctan u, reduced by arctan u = π/2 − arctan(1/u) and = π/4 + arctan((u − 1)/(u + 1)).</summary>
    public static Value Atan(Value u)
    {
        var b = u.Builder;
        var size = b.Abs(u);
        var isLarge = b.Less(Math.Tan(3 * Math.PI / 8), size);
        var isMiddle = b.Less(Math.Tan(Math.PI / 8), size);
        var t = b.Select(isLarge, -1 / size, b.Select(isMiddle, (size - 1) / (size + 1), size));
        var offset = b.Select(
            isLarge, b.Constant(Math.PI / 2), b.Select(isMiddle, b.Constant(Math.PI / 4), b.Constant(0)));
        var lost = b.Select(isLarge, b.Constant(LowPart(b, Math.PI / 2)),
            b.Select(isMiddle, b.Constant(LowPart(b, Math.PI / 4)), b.Constant(0)));
        var square = t * t;
        var tail = b.Polynomial(square, b.Format.Choose(
            Coefficients.AtanTailSingle, Coefficients.AtanTailWidened, Coefficients.AtanTailDouble));
        return b.WithSign(offset + b.FusedMultiplyAdd(t * square, tail, t + lost), u);
    }

    private static Value Less(this ProgramBuilder b, double bound, Value value) => b.Less(b.Constant(bound), value);

    // π/2 and π/4 are not representable: what a float of them lacks is added with the small part.
    private static double LowPart(ProgramBuilder b, double value) =>
        b.Format.IsSingle ? value - b.Format.Round(value) : value * 3.8981718325193755e-17;

    private static (Value Sin, Value Cos, Value Quadrant) Reduce(ExtendedValue angle)
    {
        var b = angle.High.Builder;
        var high = angle.High;
        var n = b.Round(high * (2 / Math.PI));
        var parts = b.Format.IsSingle ? Coefficients.HalfPiPartsSingle : Coefficients.HalfPiPartsDouble;
        var r = high;
        foreach (var part in parts) r = b.FusedMultiplyAdd(n, -part, r);
        if (angle.SafeLow(FastReductionLimit(b.Format)) is { } low) r += low;

        var square = r * r;
        var sinTail = b.Format.Choose(Coefficients.SinTailSingle, Coefficients.SinTailWidened, Coefficients.SinTailDouble);
        var cosTail = b.Format.Choose(Coefficients.CosTailSingle, Coefficients.CosTailWidened, Coefficients.CosTailDouble);
        var sin = r * b.FusedMultiplyAdd(square, b.Polynomial(square, sinTail), 1);
        var cos = 1 + (square * b.FusedMultiplyAdd(square, b.Polynomial(square, cosTail), -0.5));
        return (sin, cos, n - (4 * b.Floor(n * 0.25)));
    }

    private static Value IsOdd(Value quadrant)
    {
        var b = quadrant.Builder;
        var half = quadrant * 0.5;
        return b.Less(b.Floor(half), half);
    }
}
