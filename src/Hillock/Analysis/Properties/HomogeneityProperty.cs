using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>Positive homogeneity: a function is homogeneous exactly where it is c·|x|ᵏ on each side of 0.</summary>
internal static class HomogeneityProperty
{
    /// <summary>Whether f(λx) = λᵏ·f(x) for λ &gt; 0, and k.</summary>
    public static Finding<Homogeneity> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        try
        {
            var (left, right) = (Expansion.AtInfinity(anatomy.Formula, -1), Expansion.AtInfinity(anatomy.Formula, 1));
            if (WhyNot(left) is { } onLeft) return No($"Towards −∞ it is not one power of t = |x|: {onLeft}.");
            if (WhyNot(right) is { } onRight) return No($"Towards ∞ it is not one power of t = |x|: {onRight}.");
            if (!left.IsExactlyZero && !right.IsExactlyZero && DegreeOf(left) != DegreeOf(right))
                return No("The powers on the two sides differ.");
            return OnEachSide(anatomy, left, right);
        }
        catch (UndefinedException e)
        {
            return No($"It is undefined for some x, where f(λx) = λᵏ·f(x) says nothing: {e.Message}.");
        }
        catch (NotDecidedException e)
        {
            return new(null, Certainty.NotDecided, $"Not decided: {e.Message}.");
        }
    }

    private static Finding<Homogeneity> OnEachSide(Anatomy anatomy, Series left, Series right)
    {
        if (anatomy.Junctions.Value is not { } junctions) throw new NotDecidedException(anatomy.Junctions.WhyNot!);
        if (junctions.FirstOrDefault(j => j.Order != Junction.Smooth
            && j.Point.Exact is not { IsZero: true }) is { } junction)
            return No(FormattableString.Invariant($"It is not analytic at {junction.Point.Nearest}, which is not 0."));
        // A homogeneous function is analytic on each side of 0, so that the power far out holds up to 0.
        if (left.IsExactlyZero && right.IsExactlyZero)
            return new(new Homogeneity(true), Certainty.Proved, "It is 0 for all x other than 0.");
        var degree = DegreeOf(left.IsExactlyZero ? right : left);
        if (ValueAtZero(anatomy, junctions) is not { } value) return No("It has no value at 0.");
        return degree.Sign != 0 && value.Sign() != 0
            ? No("Its value at 0 is not 0.")
            : new(new Homogeneity(true, degree.ToBounds().Middle), Certainty.Proved,
                "It is a multiple of one power of |x| on each side of 0.");
    }

    private static Number? ValueAtZero(Anatomy anatomy, IReadOnlyList<Junction> junctions) =>
        junctions.FirstOrDefault(j => j.Point.Exact is { IsZero: true }) is { } atZero
            ? atZero.Value
            : Expansion.At(anatomy.Formula, Number.Zero);

    private static Rational DegreeOf(Series f) => f.Lead.Monomial.Powers[0];

    // A second term, or a leading one that is no power, is enough to refute.
    private static string? WhyNot(Series f)
    {
        if (f.IsExactlyZero) return null;
        if (f.Lead.Wave is not null || !f.Lead.Monomial.IsPowerOfT) return $"it behaves like {TermText.Of(f.Lead)}";
        if (f.Terms.Length > 1)
            return f.Terms[1].Wave is not null || f.Terms[1].Factor.Sign() != 0 ? $"it behaves like {TermText.Sum(f.Lead, f.Terms[1])}" : null;
        return f.IsExact ? null : throw new NotDecidedException("all later terms cancel");
    }

    private static Finding<Homogeneity> No(string because) => new(new Homogeneity(false), Certainty.Proved, because);
}
