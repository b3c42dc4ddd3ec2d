namespace Hillock.Expressions.Asymptotics;

/// <summary>The limit of a function as x → ±∞, or as x tends to a point from one side. All of it is proved, except for
/// <see cref="LimitKind.NotDecided"/>.</summary>
/// <param name="Kind">Whether there is one, and of which kind.</param>
/// <param name="Because">The argument, or the reason why nothing is decided; one sentence.</param>
internal sealed record Limit(LimitKind Kind, string Because)
{
    /// <summary>The exact limit where it is finite, else null.</summary>
    public Number? Exact { get; private init; }

    /// <summary>How it is approached where it is finite.</summary>
    public Approach Approach { get; private init; } = Approach.Unknown;

    /// <summary>The sign of the function from some point on; 0 where it is exactly 0, null where it is not
    /// known.</summary>
    public int? EventualSign { get; private init; }

    /// <summary>Bounds between which an oscillation without a limit stays from some point on; null where it is not
    /// bounded or not known to be.</summary>
    public Bounds? Oscillation { get; private init; }

    /// <summary>The double nearest to the limit, ±∞, or NaN where there is none or it is not known.</summary>
    public double Value => Kind switch
    {
        LimitKind.Finite => Exact!.Bounds.Middle,
        LimitKind.PlusInfinity => double.PositiveInfinity,
        LimitKind.MinusInfinity => double.NegativeInfinity,
        _ => double.NaN,
    };

    /// <summary>Whether there is a proved answer, be it that there is no limit.</summary>
    public bool IsDecided => Kind != LimitKind.NotDecided;

    /// <summary>The limit as x → ∞ (<paramref name="side"/> = 1) or x → −∞ (−1).</summary>
    /// <param name="f">A function of x alone, parameters put in.</param>
    /// <param name="side">1 or −1.</param>
    public static Limit AtInfinity(Expression f, int side) => Of(() => Expansion.AtInfinity(f, side));

    /// <summary>The limit as x tends to a point from above (<paramref name="side"/> = 1) or from below (−1).</summary>
    /// <param name="f">A function of x alone, parameters put in.</param>
    /// <param name="point">The point.</param>
    /// <param name="side">1 or −1.</param>
    public static Limit Beside(Expression f, Number point, int side) => Of(() => Expansion.Beside(f, point, side));

    private static Limit Of(Func<Series> expand)
    {
        try
        {
            return Of(expand());
        }
        catch (UndefinedException e)
        {
            return new Limit(LimitKind.Undefined, $"The formula meets {e.Message}.");
        }
        catch (NotDecidedException e)
        {
            return new Limit(LimitKind.NotDecided, $"The expansion stops: {e.Message}.");
        }
    }

    /// <summary>The limit of a function of which the expansion is known.</summary>
    public static Limit Of(Series f)
    {
        try
        {
            return Decide(f) with { EventualSign = SignOf(f) };
        }
        catch (NotDecidedException e)
        {
            return new Limit(LimitKind.NotDecided, $"The expansion stops: {e.Message}.");
        }
    }

    private static Limit Decide(Series f)
    {
        if (f.AsNumber is { } number)
            return Finite(number, "It equals this number from some point on.") with { Approach = Approach.Equal };
        if (f.Terms.IsEmpty)
        {
            if (f.Rest!.Trend() < 0) return Finite(Number.Zero, $"It is at most a constant times {f.Rest}.");
            throw new CancelledException();
        }

        var lead = f.Lead;
        var growth = lead.Monomial.Trend();
        if (growth < 0)
            return Finite(Number.Zero, $"Its leading term is {lead}.") with { Approach = ApproachOf(f) };
        if (lead.Wave is { } wave && wave.Bounds.Sign == 0 || (lead.Wave is not null && growth == 0))
            return Oscillating(f);
        if (growth > 0)
        {
            var kind = lead.Sign() > 0 ? LimitKind.PlusInfinity : LimitKind.MinusInfinity;
            return new Limit(kind, $"Its leading term is {lead}.");
        }

        if (f.Rest is not null && f.Rest.Trend() >= 0) throw new CancelledException();
        var small = new Series(f.Terms[1..], f.Rest);
        var next = small.Terms.IsEmpty ? "" : $" and the next {small.Lead}";
        return Finite(lead.Factor, $"Its leading term is {lead.Factor}{next}.") with { Approach = ApproachOf(small) };
    }

    private static Limit Finite(Number value, string because) => new(LimitKind.Finite, because) { Exact = value };

    // A bounded wave that takes two values again and again has no limit; times something infinite, it must take both
    // signs, or return near 0 again and again.
    private static Limit Oscillating(Series f)
    {
        var (wave, monomial) = (f.Lead.Wave!, f.Lead.Monomial);
        if (!monomial.IsOne)
        {
            var (positive, negative) = wave.SignsTaken();
            return positive && negative
                ? new Limit(LimitKind.None, $"It oscillates without bound, like {monomial} times a wave of both signs.")
                : throw new NotDecidedException($"it is a wave times {monomial}");
        }

        if (f.Rest is not null && f.Rest.Trend() >= 0) throw new CancelledException();
        return wave.KeepsChanging()
            ? new Limit(LimitKind.None, "It takes two different values again and again, however far out.")
            {
                Oscillation = f.Lead.Factor.Bounds * wave.Bounds,
            }
            : throw new NotDecidedException("it stays bounded, but whether it settles is not known");
    }

    private static Approach ApproachOf(Series small) => SignOf(small) switch
    {
        1 => Approach.FromAbove,
        -1 => Approach.FromBelow,
        0 => Approach.Equal,
        _ => Approach.Unknown,
    };

    private static int? SignOf(Series f)
    {
        try
        {
            return f.Sign();
        }
        catch (NotDecidedException)
        {
            return null;
        }
    }
}
