namespace Hillock.Analysis.Intervals;

internal readonly partial record struct Interval
{
    /// <summary>a + b</summary>
    public static Interval operator +(Interval a, Interval b) => a.IsEmpty || b.IsEmpty
        ? Empty
        : new(
            Rounding.AddDown(a.Lower, b.Lower), Rounding.AddUp(a.Upper, b.Upper), Worse(a.Decoration, b.Decoration));

    /// <summary>−a</summary>
    public static Interval operator -(Interval a) => a.IsEmpty ? Empty : new(-a.Upper, -a.Lower, a.Decoration);

    /// <summary>a − b</summary>
    public static Interval operator -(Interval a, Interval b) => a + -b;

    /// <summary>a · b</summary>
    public static Interval operator *(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty) return Empty;
        var lower = Math.Min(
            Math.Min(Rounding.MultiplyDown(a.Lower, b.Lower), Rounding.MultiplyDown(a.Lower, b.Upper)),
            Math.Min(Rounding.MultiplyDown(a.Upper, b.Lower), Rounding.MultiplyDown(a.Upper, b.Upper)));
        var upper = Math.Max(
            Math.Max(Rounding.MultiplyUp(a.Lower, b.Lower), Rounding.MultiplyUp(a.Lower, b.Upper)),
            Math.Max(Rounding.MultiplyUp(a.Upper, b.Lower), Rounding.MultiplyUp(a.Upper, b.Upper)));
        return new(lower, upper, Worse(a.Decoration, b.Decoration));
    }

    /// <summary>a / b, where b is not 0; undefined where it is.</summary>
    public static Interval operator /(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty || b.IsZero) return Empty;
        if (b.Upper <= 0) return -a / -b;
        var decoration = Worse(a.Decoration, b.Decoration);
        if (b.Lower < 0) return a.IsZero ? new(0, 0, Decoration.Unknown) : Entire.With(Decoration.Unknown);
        if (b.Lower == 0) decoration = Decoration.Unknown;
        return new(LowerQuotient(a.Lower, b), -LowerQuotient(-a.Upper, b), decoration);
    }

    // The lower bound of a / b for b from a number ≥ 0 upwards.
    private static double LowerQuotient(double a, Interval b) =>
        a >= 0 ? Rounding.DivideDown(a, b.Upper)
        : b.Lower == 0 ? double.NegativeInfinity
        : Rounding.DivideDown(a, b.Lower);

    /// <summary>a², which is never negative, unlike a · a.</summary>
    public static Interval Square(Interval a)
    {
        if (a.IsEmpty) return Empty;
        var size = Abs(a);
        return new(
            Math.Max(0, Rounding.MultiplyDown(size.Lower, size.Lower)), Rounding.MultiplyUp(size.Upper, size.Upper), a.Decoration);
    }

    /// <summary>√a for a ≥ 0</summary>
    public static Interval Sqrt(Interval a)
    {
        if (a.IsEmpty || a.Upper < 0) return Empty;
        var decoration = a.Lower < 0 ? Decoration.Unknown : a.Decoration;
        return new(Rounding.SqrtDown(Math.Max(0, a.Lower)), Rounding.SqrtUp(a.Upper), decoration);
    }

    /// <summary>|a|</summary>
    public static Interval Abs(Interval a) =>
        a.IsEmpty ? Empty
        : a.Lower >= 0 ? a
        : a.Upper <= 0 ? -a
        : new(0, a.Magnitude, a.Decoration);

    /// <summary>−1, 0 or 1</summary>
    public static Interval SignOf(Interval a) =>
        a.IsEmpty ? Empty : new(Math.Sign(a.Lower), Math.Sign(a.Upper), a.Contains(0) ? Jumping(a) : a.Decoration);

    /// <summary>The largest integer not above a</summary>
    public static Interval Floor(Interval a)
    {
        if (a.IsEmpty) return Empty;
        var (lower, upper) = (Math.Floor(a.Lower), Math.Floor(a.Upper));
        return new(lower, upper, lower == upper && a.Lower > lower ? a.Decoration : Jumping(a));
    }

    private static Decoration Jumping(Interval a) => Worse(a.Decoration, Decoration.Defined);

    /// <summary>The smaller of two</summary>
    public static Interval Min(Interval a, Interval b) => a.IsEmpty || b.IsEmpty
        ? Empty
        : new(Math.Min(a.Lower, b.Lower), Math.Min(a.Upper, b.Upper), Worse(a.Decoration, b.Decoration));

    /// <summary>The larger of two</summary>
    public static Interval Max(Interval a, Interval b) => -Min(-a, -b);
}
