using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Ends;

/// <summary>A function of t ≥ start as a finite sum Σ coefficient · scale: an asymptotic expansion that holds as an
/// enclosure from start on, not in the limit alone.</summary>
internal sealed class EndExpansion
{
    private const int MostTerms = 24;

    private readonly (Scale Scale, Coefficient Coefficient)[] _terms;
    private readonly double _start;
    private Interval? _range;
    private Lead? _lead;
    private bool _leadIsKnown;

    private EndExpansion(double start, IEnumerable<(Scale Scale, Coefficient Coefficient)> terms)
    {
        _start = start;
        _terms = [.. terms.Where(term => !term.Coefficient.IsZero)];
    }

    /// <summary>The sum taken apart: scale · coefficient · (1 + rest), 1 + rest enclosed.</summary>
    /// <param name="Scale">The scale that is not outgrown.</param>
    /// <param name="Coefficient">Its coefficient.</param>
    /// <param name="Bracket">Encloses the sum divided by the scale.</param>
    /// <param name="Others">The other terms divided by the scale.</param>
    public sealed record Lead(Scale Scale, Coefficient Coefficient, Interval Bracket, EndExpansion Others);

    /// <summary>coefficient · scale</summary>
    public static EndExpansion Of(double start, Scale scale, Coefficient coefficient) => new(start, [(scale, coefficient)]);

    /// <summary>A function of which only bounds are known.</summary>
    public static EndExpansion Within(double start, Interval range) => new(start, [(Scale.Unit, new Coefficient(range))]);

    /// <summary>t ≥ start, start ≥ 2.</summary>
    public double Start => _start;

    /// <summary>Whether it is exactly 0.</summary>
    public bool IsZero => _terms.Length == 0;

    /// <summary>The terms, in no order.</summary>
    public IReadOnlyList<(Scale Scale, Coefficient Coefficient)> Terms => _terms;

    /// <summary>Encloses its values for all t ≥ start.</summary>
    public Interval Range => _range ??= ComputeRange();

    /// <summary>What dominates it, or null where no scale is seen to outgrow all others.</summary>
    public Lead? Leading
    {
        get
        {
            if (!_leadIsKnown) (_lead, _leadIsKnown) = (FindLead(), true);
            return _lead;
        }
    }

    /// <summary>1, 0 or −1 where it is above, is or is below 0 for all t ≥ start; 1 and −1 also where it is at least or
    /// at most 0; null where undecided.</summary>
    public int? WeakSign => IsZero ? 0 : Leading?.Bracket.WeakSign ?? Range.WeakSign;

    /// <summary>1 or −1 where it is above or below 0 for all t ≥ start, 0 where it is 0, null where undecided.</summary>
    public int? Sign => IsZero ? 0 : Leading?.Bracket.Sign ?? Range.Sign;

    /// <summary>The limit for t → ∞, enclosed; an infinite limit is a point; null where none is known.</summary>
    public EndLimit? Limit
    {
        get
        {
            if (_terms.All(term => term.Scale.Growth == -1 && term.Coefficient.Range.IsBounded)) return EndLimit.Finite(0);
            if (Leading is not { } lead) return null;
            if (lead.Scale.Growth == 1 && lead.Bracket.Sign is { } sign and not 0) return EndLimit.Infinite(sign);
            var vanishing = lead.Others._terms.All(term => term.Scale.Growth == -1 && term.Coefficient.Range.IsBounded);
            return lead.Scale.Growth == 0 && lead.Coefficient.IsConstant && vanishing
                ? EndLimit.Finite(lead.Coefficient.Range)
                : null;
        }
    }

    /// <summary>a + b</summary>
    public static EndExpansion operator +(EndExpansion a, EndExpansion b)
    {
        var terms = new List<(Scale Scale, Coefficient Coefficient)>(a._terms);
        foreach (var (scale, coefficient) in b._terms) Add(terms, scale, coefficient);
        return new EndExpansion(a._start, terms).Shortened();
    }

    /// <summary>−a</summary>
    public static EndExpansion operator -(EndExpansion a) =>
        new(a._start, a._terms.Select(term => (term.Scale, -term.Coefficient)));

    /// <summary>a − b</summary>
    public static EndExpansion operator -(EndExpansion a, EndExpansion b) => a + -b;

    /// <summary>a · b</summary>
    public static EndExpansion operator *(EndExpansion a, EndExpansion b)
    {
        var terms = new List<(Scale Scale, Coefficient Coefficient)>();
        foreach (var (scale, coefficient) in a._terms)
            foreach (var (other, factor) in b._terms)
                Add(terms, scale * other, coefficient * factor);
        return new EndExpansion(a._start, terms).Shortened();
    }

    /// <summary>Each term times a function of t of which bounds are known.</summary>
    public EndExpansion Times(Interval range) =>
        new(_start, _terms.Select(term => (term.Scale, new Coefficient(term.Coefficient.Range * range))));

    /// <summary>This divided by a scale.</summary>
    public EndExpansion Over(Scale scale)
    {
        var reciprocal = scale.Reciprocal;
        return new(_start, _terms.Select(term => (term.Scale * reciprocal, term.Coefficient)));
    }

    /// <summary>The terms of a kind.</summary>
    public EndExpansion Where(Func<Scale, Coefficient, bool> kind) =>
        new(_start, _terms.Where(term => kind(term.Scale, term.Coefficient)));

    private static void Add(List<(Scale Scale, Coefficient Coefficient)> terms, Scale scale, Coefficient coefficient)
    {
        var index = terms.FindIndex(term => term.Scale.Equals(scale));
        if (index < 0) terms.Add((scale, coefficient));
        else terms[index] = (scale, terms[index].Coefficient + coefficient);
    }

    private EndExpansion Shortened()
    {
        if (_terms.Length <= MostTerms) return this;
        return Leading is { } lead
            ? new EndExpansion(_start, [(lead.Scale, new Coefficient(lead.Bracket))])
            : Within(_start, Range);
    }

    private Interval ComputeRange()
    {
        var sum = Interval.Zero;
        foreach (var (scale, coefficient) in _terms) sum += coefficient.Range * scale.Range(_start);
        return Leading is { } lead ? Interval.Intersection(sum, lead.Bracket * lead.Scale.Range(_start)) : sum;
    }

    private Lead? FindLead()
    {
        foreach (var (scale, coefficient) in _terms)
        {
            var others = Where((s, _) => !ReferenceEquals(s, scale)).Over(scale);
            if (others._terms.Any(term => term.Scale.Growth != -1)) continue;
            var bracket = coefficient.Range;
            foreach (var (ratio, factor) in others._terms) bracket += factor.Range * ratio.Range(_start);
            return new(scale, coefficient, bracket, others);
        }

        return null;
    }
}
