using Hillock.Analysis.Limits;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>Which theorems say that networks with this activation approximate every continuous function.</summary>
/// <remarks>Cybenko 1989: continuous and sigmoidal. Hornik 1991: continuous, bounded and not constant. Leshno, Lin,
/// Pinkus and Schocken 1993: locally bounded and continuous but for a closed set of measure 0, not a polynomial;
/// exactly then one hidden layer suffices. Kidger and Lyons 2020, deep narrow networks: continuous, not affine, and
/// continuously differentiable with f′ ≠ 0 at one point at least.</remarks>
internal static class UniversalApproximationProperty
{
    /// <summary>A verdict for each of the four theorems.</summary>
    public static Finding<IReadOnlyList<TheoremVerdict>> Of(AnalysedFunction function)
    {
        var facts = ApproximationFacts.Of(function);
        IReadOnlyList<TheoremVerdict> verdicts = [Cybenko(facts), Hornik(facts), Leshno(facts), KidgerLyons(facts)];
        return verdicts.All(v => v.Applies is not null)
            ? new(verdicts, Certainty.Proved, string.Join(' ', verdicts.Select(v => $"{v.Theorem}: {v.Condition}.")))
            : new(verdicts, Certainty.NotDecided,
                $"{verdicts.First(v => v.Applies is null).Theorem}: {verdicts.First(v => v.Applies is null).Condition}.");
    }

    private static TheoremVerdict Cybenko(ApproximationFacts f) => Verdict(
        "Cybenko 1989",
        (f.IsContinuous, "continuous"),
        (f.HasTwoLimits, "sigmoidal, up to scale and shift: with two different finite limits"));

    private static TheoremVerdict Hornik(ApproximationFacts f) => Verdict(
        "Hornik 1991",
        (f.IsContinuous, "continuous"),
        (f.IsBounded, "bounded"),
        (Not(f.IsConstant), "not constant"));

    private static TheoremVerdict Leshno(ApproximationFacts f) => Verdict(
        "Leshno, Lin, Pinkus and Schocken 1993",
        (f.IsLocallyBounded, "locally bounded with a closed set of measure 0 of discontinuities"),
        (Not(f.IsPolynomial), "not a polynomial"));

    private static TheoremVerdict KidgerLyons(ApproximationFacts f) => Verdict(
        "Kidger and Lyons 2020",
        (f.IsContinuous, "continuous"),
        (Not(f.IsAffine), "not affine, with f′ ≠ 0 at a point where f′ is continuous"));

    private static TheoremVerdict Verdict(string theorem, params (bool? Holds, string Name)[] conditions) =>
        new(theorem, ApproximationFacts.All([.. conditions.Select(c => c.Holds)]), Failing(conditions));

    private static bool? Not(bool? a) => !a;

    private static string Failing((bool? Holds, string Name)[] conditions)
    {
        if (conditions.FirstOrDefault(c => c.Holds == false).Name is { } failing) return $"does not apply, for f is not {failing}".Replace("is not not ", "is ", StringComparison.Ordinal);
        return conditions.FirstOrDefault(c => c.Holds is null).Name is { } open
            ? $"not decided: {open}"
            : $"holds: {string.Join("; ", conditions.Select(c => c.Name))}";
    }
}
