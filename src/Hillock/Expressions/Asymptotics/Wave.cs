namespace Hillock.Expressions.Asymptotics;

/// <summary>A bounded oscillation as t → ∞: sin(u) or cos(u) of an infinite u, the fractional part of u, and what is
/// made of them.</summary>
/// <param name="Bounds">Between which it stays.</param>
internal abstract record Wave(Bounds Bounds)
{
    /// <summary>sin(u) or cos(u), or u − ⌊u⌋ (as <see cref="Primitive.Floor"/>), u → ±∞.</summary>
    public static Wave Of(Primitive primitive, Series phase) => new Elementary(primitive, phase);

    /// <summary>Something of which only bounds are known.</summary>
    public static Wave Unknown(Bounds bounds) => new Opaque(bounds);

    public static Wave? Times(Wave? a, Wave? b) => a is null ? b : b is null ? a : new Product(a, b);

    public static Wave Sum(Number factor, Wave? wave, Number otherFactor, Wave? other) =>
        new Combination(factor, wave, otherFactor, other);

    /// <summary>f(factor · wave)</summary>
    public static Wave Apply(Primitive primitive, Number factor, Wave wave) => new Composition(primitive, factor, wave);

    public Wave Power(Rational p) => new Raised(this, p);

    /// <summary>Whether it takes two different values again and again, however far out: then it has no limit. False
    /// where that is not known.</summary>
    public bool KeepsChanging()
    {
        if (Samples() is not { } samples) return false;
        return samples.Any(a => samples.Any(b => !a.Overlaps(b)));
    }

    /// <summary>Whether it differs from 0 again and again. False where that is not known.</summary>
    public bool KeepsLeavingZero() => Bounds.Sign != 0 || (Samples() is { } samples && samples.Any(s => s.Sign != 0));

    /// <summary>Which signs it is known to take again and again.</summary>
    public (bool Positive, bool Negative) SignsTaken() => Samples() is { } samples
        ? (samples.Any(s => s.Sign > 0), samples.Any(s => s.Sign < 0))
        : (false, false);

    // A function of one phase that passes continuously through all numbers, periodic in it: each value comes again.
    private List<Bounds>? Samples()
    {
        var phases = new List<Elementary>();
        if (!Collect(phases) || phases.Count == 0) return null;
        var first = phases[0].Phase;
        var isFraction = phases.Any(p => p.Primitive == Primitive.Floor);
        if (isFraction && phases.Any(p => p.Primitive != Primitive.Floor)) return null;
        var ratios = new Dictionary<Elementary, (Rational Ratio, Number Shift)>();
        foreach (var phase in phases)
        {
            if (phase.Phase.RatioTo(first) is not { } ratio) return null;
            ratios[phase] = ratio;
        }

        var samples = new List<Bounds>();
        for (var i = 0; i < 12; i++)
        {
            // Over more than one turn, at no special angle.
            var angle = new Number(Rational.Of((90 * i) + 3, 100));
            samples.Add(At(wave =>
            {
                var (ratio, shift) = ratios[wave];
                var phase = ((new Number(ratio) * angle) + shift).Bounds;
                return wave.Primitive == Primitive.Floor ? Fraction(phase) : Bounds.Apply(wave.Primitive, phase);
            }));
        }

        return samples;
    }

    private static Bounds Fraction(Bounds a) => Math.Floor(a.Low) == Math.Floor(a.High)
        ? a + new Bounds(-Math.Floor(a.Low), -Math.Floor(a.Low))
        : new Bounds(0, 1);

    /// <summary>Adds the elementary waves it is made of; false where a part is unknown.</summary>
    private protected abstract bool Collect(List<Elementary> waves);

    private protected abstract Bounds At(Func<Elementary, Bounds> values);

    private protected sealed record Elementary(Primitive Primitive, Series Phase)
        : Wave(Primitive == Primitive.Floor ? new Bounds(0, 1) : new Bounds(-1, 1))
    {
        private protected override bool Collect(List<Elementary> waves)
        {
            waves.Add(this);
            return true;
        }

        private protected override Bounds At(Func<Elementary, Bounds> values) => values(this);
    }

    private sealed record Opaque(Bounds Range) : Wave(Range)
    {
        private protected override bool Collect(List<Elementary> waves) => false;

        private protected override Bounds At(Func<Elementary, Bounds> values) => Bounds;
    }

    private sealed record Product(Wave A, Wave B) : Wave(A.Bounds * B.Bounds)
    {
        private protected override bool Collect(List<Elementary> waves) => A.Collect(waves) && B.Collect(waves);

        private protected override Bounds At(Func<Elementary, Bounds> values) => A.At(values) * B.At(values);
    }

    private sealed record Combination(Number Factor, Wave? A, Number OtherFactor, Wave? B)
        : Wave((Factor.Bounds * (A?.Bounds ?? One)) + (OtherFactor.Bounds * (B?.Bounds ?? One)))
    {
        private static Bounds One => new(1, 1);

        private protected override bool Collect(List<Elementary> waves) =>
            A?.Collect(waves) != false && B?.Collect(waves) != false;

        private protected override Bounds At(Func<Elementary, Bounds> values) =>
            (Factor.Bounds * (A?.At(values) ?? One)) + (OtherFactor.Bounds * (B?.At(values) ?? One));
    }

    private sealed record Composition(Primitive Primitive, Number Factor, Wave Inner)
        : Wave(Bounds.Apply(Primitive, Factor.Bounds * Inner.Bounds))
    {
        private protected override bool Collect(List<Elementary> waves) => Inner.Collect(waves);

        private protected override Bounds At(Func<Elementary, Bounds> values) =>
            Bounds.Apply(Primitive, Factor.Bounds * Inner.At(values));
    }

    private sealed record Raised(Wave Base, Rational Exponent) : Wave(PowerOf(Base.Bounds, Exponent))
    {
        private protected override bool Collect(List<Elementary> waves) => Base.Collect(waves);

        private protected override Bounds At(Func<Elementary, Bounds> values) => PowerOf(Base.At(values), Exponent);

        private static Bounds PowerOf(Bounds a, Rational p) => Bounds.Power(a, p.ToBounds().Middle);
    }
}
