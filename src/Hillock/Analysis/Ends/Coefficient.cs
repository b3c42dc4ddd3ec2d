using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Ends;

/// <summary>The factor of a scale in an expansion: a constant, or a function of t of which bounds are known.</summary>
/// <remarks>
/// A constant that is no double, such as √(2/π), is a factor times a symbol: only so do two of them cancel where they are
/// the same number, for which enclosures are no proof.
/// </remarks>
/// <param name="Range">Encloses all its values for t ≥ the start.</param>
/// <param name="Symbol">The identity of a constant, null for a function of t.</param>
/// <param name="Factor">The multiple of the symbol.</param>
internal readonly record struct Coefficient(Interval Range, object? Symbol = null, double Factor = 1)
{
    private static readonly object Unit = new();

    // What the product of two constants is known by.
    private sealed record Product(object First, object Second);

    /// <summary>A double.</summary>
    public static Coefficient Exact(double value) => new(value, Unit, value);

    /// <summary>A constant of which bounds are known; equal to no other but those made from it.</summary>
    public static Coefficient Constant(Interval value) =>
        value.IsPoint ? Exact(value.Lower) : new(value, new object());

    /// <summary>Whether it does not depend on t.</summary>
    public bool IsConstant => Symbol is not null;

    /// <summary>Whether two are known to be the same constant.</summary>
    public static bool AreSame(Coefficient a, Coefficient b) =>
        a.IsConstant && a.Factor == b.Factor && a.Symbol!.Equals(b.Symbol);

    /// <summary>The double that it is, or null.</summary>
    public double? ExactValue => ReferenceEquals(Symbol, Unit) ? Factor : null;

    /// <summary>Whether it is 0.</summary>
    public bool IsZero => IsConstant && Factor == 0;

    /// <summary>−a</summary>
    public static Coefficient operator -(Coefficient a) => new(-a.Range, a.Symbol, -a.Factor);

    /// <summary>a + b, exactly 0 where b is the constant −a.</summary>
    public static Coefficient operator +(Coefficient a, Coefficient b)
    {
        if (!a.IsConstant || !b.IsConstant) return new(a.Range + b.Range);
        var sum = a.Factor + b.Factor;
        if (!a.Symbol!.Equals(b.Symbol) || Rounding.AddDown(a.Factor, b.Factor) != Rounding.AddUp(a.Factor, b.Factor))
            return Constant(a.Range + b.Range);
        if (sum == 0) return Exact(0);
        return ReferenceEquals(a.Symbol, Unit) ? Exact(sum) : new(a.Range + b.Range, a.Symbol, sum);
    }

    /// <summary>a · b</summary>
    public static Coefficient operator *(Coefficient a, Coefficient b)
    {
        if (!a.IsConstant || !b.IsConstant) return new(a.Range * b.Range);
        if (a.ExactValue is { } x) return Multiple(b, x);
        if (b.ExactValue is { } y) return Multiple(a, y);
        var factor = a.Factor * b.Factor;
        return Rounding.MultiplyDown(a.Factor, b.Factor) == Rounding.MultiplyUp(a.Factor, b.Factor)
            ? new(a.Range * b.Range, new Product(a.Symbol!, b.Symbol!), factor)
            : Constant(a.Range * b.Range);
    }

    private static Coefficient Multiple(Coefficient a, double factor)
    {
        var product = a.Factor * factor;
        if (Rounding.MultiplyDown(a.Factor, factor) != Rounding.MultiplyUp(a.Factor, factor)) return Constant(a.Range * factor);
        return a.ExactValue is not null ? Exact(product) : new(a.Range * factor, product == 0 ? Unit : a.Symbol, product);
    }
}
