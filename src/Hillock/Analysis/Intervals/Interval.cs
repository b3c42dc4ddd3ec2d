using System.Globalization;

namespace Hillock.Analysis.Intervals;

/// <summary>A closed interval of real numbers that encloses every value of a quantity, with what is known of the function
/// that it came from.</summary>
/// <remarks>An infinite end means that there is no bound; infinity itself is no value. Every operation rounds outwards,
/// so that what holds for an interval holds for all real numbers in it.</remarks>
internal readonly partial record struct Interval
{
    /// <summary>The interval from <paramref name="lower"/> to <paramref name="upper"/>.</summary>
    /// <exception cref="ArgumentException">An end is NaN, or the lower is above the upper.</exception>
    public Interval(double lower, double upper, Decoration decoration = Decoration.Continuous)
    {
        if (!(lower <= upper)) throw new ArgumentException($"[{lower}, {upper}] is no interval.", nameof(upper));
        // −0 and 0 are one real number.
        (Lower, Upper, Decoration) = (lower + 0.0, upper + 0.0, decoration);
    }

    private Interval(Decoration decoration)
    {
        (Lower, Upper, Decoration) = (double.PositiveInfinity, double.NegativeInfinity, decoration);
    }

    /// <summary>No value is below it.</summary>
    public double Lower { get; }

    /// <summary>No value is above it.</summary>
    public double Upper { get; }

    /// <summary>Whether the function is defined and continuous on the whole of its argument.</summary>
    public Decoration Decoration { get; }

    /// <summary>No number at all: √ of negative numbers.</summary>
    public static Interval Empty => new(Decoration.Unknown);

    /// <summary>Every real number.</summary>
    public static Interval Entire => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>0 alone.</summary>
    public static Interval Zero => 0;

    /// <summary>1 alone.</summary>
    public static Interval One => 1;

    /// <summary>π; the double below it is <see cref="Math.PI"/>.</summary>
    public static Interval Pi => new(Math.PI, Math.BitIncrement(Math.PI));

    /// <summary>e; the double below it is <see cref="Math.E"/>.</summary>
    public static Interval E => new(Math.E, Math.BitIncrement(Math.E));

    /// <summary>The number alone.</summary>
    public static implicit operator Interval(double value) => new(value, value);

    /// <summary>Whether it holds no number.</summary>
    public bool IsEmpty => Lower > Upper;

    /// <summary>Whether it is a single number.</summary>
    public bool IsPoint => Lower == Upper;

    /// <summary>Whether it is 0 alone.</summary>
    public bool IsZero => Lower == 0 && Upper == 0;

    /// <summary>Whether both ends are finite.</summary>
    public bool IsBounded => double.IsFinite(Lower) && double.IsFinite(Upper);

    /// <summary>Upper − lower, rounded up.</summary>
    public double Width => IsEmpty ? 0 : Rounding.AddUp(Upper, -Lower);

    /// <summary>The largest |v| of its values v.</summary>
    public double Magnitude => IsEmpty ? 0 : Math.Max(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>A number near the middle; a finite one also where the interval is not bounded.</summary>
    public double Midpoint => (double.IsFinite(Lower), double.IsFinite(Upper)) switch
    {
        (true, true) => Lower + ((Upper - Lower) / 2) is var middle && double.IsFinite(middle) ? middle : (Lower / 2) + (Upper / 2),
        (true, false) => Math.Max(1, 2 * Math.Abs(Lower)),
        (false, true) => Math.Min(-1, -2 * Math.Abs(Upper)),
        _ => 0,
    };

    /// <summary>1 where all values are above 0, −1 where all are below, 0 where it is 0 alone, null where undecided.</summary>
    public int? Sign => IsEmpty ? null : Lower > 0 ? 1 : Upper < 0 ? -1 : IsZero ? 0 : null;

    /// <summary>As <see cref="Sign"/>, but 1 also for values ≥ 0 and −1 for values ≤ 0.</summary>
    public int? WeakSign => IsEmpty ? null : IsZero ? 0 : Lower >= 0 ? 1 : Upper <= 0 ? -1 : null;

    /// <summary>Whether a number belongs to it.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>Whether all of another belong to it.</summary>
    public bool Contains(Interval other) => other.IsEmpty || (Lower <= other.Lower && other.Upper <= Upper);

    /// <summary>The same values, known to be of a function at most as well behaved as said.</summary>
    public Interval With(Decoration decoration) =>
        decoration >= Decoration ? this : IsEmpty ? Empty : new(Lower, Upper, decoration);

    /// <summary>The smallest interval that holds both.</summary>
    public static Interval Hull(Interval a, Interval b)
    {
        var decoration = Worse(a.Decoration, b.Decoration);
        return a.IsEmpty ? b.With(decoration)
            : b.IsEmpty ? a.With(decoration)
            : new(Math.Min(a.Lower, b.Lower), Math.Max(a.Upper, b.Upper), decoration);
    }

    /// <summary>What two have in common: two enclosures of one quantity are one better enclosure.</summary>
    public static Interval Intersection(Interval a, Interval b)
    {
        var (lower, upper) = (Math.Max(a.Lower, b.Lower), Math.Min(a.Upper, b.Upper));
        var decoration = a.Decoration > b.Decoration ? a.Decoration : b.Decoration;
        return lower <= upper ? new(lower, upper, decoration) : Empty;
    }

    /// <summary>The ends in square brackets, in the invariant culture.</summary>
    public override string ToString() => IsEmpty
        ? "empty"
        : string.Create(CultureInfo.InvariantCulture, $"[{Lower:R}, {Upper:R}]");

    private static Decoration Worse(Decoration a, Decoration b) => a < b ? a : b;
}
