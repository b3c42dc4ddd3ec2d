using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>What the theorems of universal approximation ask of an activation; null where it is not decided.</summary>
internal sealed record ApproximationFacts(
    bool? IsContinuous, bool? IsLocallyBounded, bool? IsBounded, bool? HasTwoLimits, bool? IsConstant,
        bool? IsAffine, bool? IsPolynomial)
{
    public static ApproximationFacts Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        var (left, right) = (anatomy.LimitAt(-1), anatomy.LimitAt(1));
        var isDefined = DomainProperty.Of(function).Value is { } domain ? domain.IsEverywhere : (bool?)null;
        var jumps = DiscontinuitiesProperty.Of(function);
        var isContinuous = jumps.Status != Certainty.Proved ? null
            : isDefined is true ? jumps.Value is { Count: 0 }
            : isDefined;
        var isLocallyBounded = IsBoundedLocally(anatomy, isDefined, jumps);
        var degree = PolynomialDegree(anatomy);
        return new(
            isContinuous,
            isLocallyBounded,
            All(isLocallyBounded, IsBoundedFarOut(left), IsBoundedFarOut(right)),
            HaveTwoValues(left, right),
            IsAtMost(degree, 0),
            IsAtMost(degree, 1),
            IsAtMost(degree, NotPolynomial - 1));

        static bool? IsAtMost(int? degree, int most) => degree is null ? null : degree <= most;
    }

    // Without a pole; a staircase has infinitely many jumps, but is bounded on every bounded interval.
    private static bool? IsBoundedLocally(Anatomy anatomy, bool? isDefined, Finding<IReadOnlyList<Discontinuity>> jumps)
    {
        if (isDefined is false && HasHole(anatomy)) return false;
        if (isDefined is null || jumps.Status != Certainty.Proved) return null;
        return jumps.Value is null || jumps.Value.All(IsFinite);
    }

    /// <summary>Whether all conditions hold: false where one fails, null where that is not decided.</summary>
    public static bool? All(params ReadOnlySpan<bool?> conditions)
    {
        bool? all = true;
        foreach (var condition in conditions)
        {
            if (condition == false) return false;
            if (condition is null) all = null;
        }

        return all;
    }

    private const int NotPolynomial = int.MaxValue;

    private static bool HasHole(Anatomy anatomy) => anatomy.Form.Value?.Pieces.Contains(null) == true;

    private static bool IsFinite(Discontinuity jump) =>
        double.IsFinite(jump.FromLeft) && double.IsFinite(jump.FromRight);

    private static bool? IsBoundedFarOut(Limit limit) => limit.Kind switch
    {
        LimitKind.Finite => true,
        LimitKind.PlusInfinity or LimitKind.MinusInfinity or LimitKind.Undefined => false,
        LimitKind.None => limit.Oscillation is not null,
        _ => null,
    };

    private static bool? HaveTwoValues(Limit left, Limit right)
    {
        if (!left.IsDecided || !right.IsDecided) return null;
        if (left.Kind != LimitKind.Finite || right.Kind != LimitKind.Finite) return false;
        try
        {
            return (left.Exact! - right.Exact!).Sign() != 0;
        }
        catch (NotDecidedException)
        {
            return null;
        }
    }

    /// <summary>The degree of the polynomial that f equals almost everywhere, <see cref="NotPolynomial"/> where it is
    /// none, null where that is not decided.</summary>
    private static int? PolynomialDegree(Anatomy anatomy)
    {
        try
        {
            if (DegreeByForm(anatomy) is { } degree) return degree;
            if (anatomy.InnerJunctions?.Any(IsNoPolynomial) == true) return NotPolynomial;
            var (left, right) = (Expansion.AtInfinity(anatomy.Formula, -1), Expansion.AtInfinity(anatomy.Formula, 1));
            return IsNoPolynomial(left) || IsNoPolynomial(right) ? NotPolynomial : null;
        }
        catch (UndefinedException)
        {
            return NotPolynomial;
        }
        catch (NotDecidedException)
        {
            return null;
        }
    }

    private static int? DegreeByForm(Anatomy anatomy)
    {
        if (anatomy.Form.Value is not { } form) return null;
        var polynomials = form.Pieces.Select(piece => piece is null ? null : Polynomial.TryOf(piece)).ToList();
        if (polynomials.Contains(null)) return null;
        var first = polynomials[0]!;
        foreach (var other in polynomials)
        {
            var difference = first.Minus(other!);
            if (difference.Degree < 0) continue;
            // Two polynomials whose difference has a coefficient other than 0 are two.
            return difference.Coefficients.Any(c => c.Sign() != 0) ? NotPolynomial : null;
        }

        return first.Degree;
    }

    // A kink, a jump, or a break in some derivative; a missing single value is none.
    private static bool IsNoPolynomial(Junction junction) => junction.Order is >= 0 and < Junction.Smooth
        || (junction is { Order: < 0, Left.Kind: LimitKind.Finite, Right.Kind: LimitKind.Finite }
            && (junction.Left.Exact! - junction.Right.Exact!).Sign() != 0);

    // A polynomial has an exact expansion in whole powers; any other leading or later term refutes it.
    private static bool IsNoPolynomial(Series f) => f.Terms.Any(term => term.Wave is { } wave
        ? wave.KeepsChanging()
        : !(term.Monomial.IsPowerOfT && term.Monomial.Powers[0] is { IsInteger: true, Sign: >= 0 })
            && term.Factor.Sign() != 0);
}
