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
        Continuous(f),
        new(f.HasTwoLimits, "sigmoidal, up to scale and shift: with two different finite limits",
            "f is not sigmoidal: it has not two different finite limits"));

    private static TheoremVerdict Hornik(ApproximationFacts f) => Verdict(
        "Hornik 1991",
        Continuous(f),
        new(f.IsBounded, "bounded", "f is not bounded"),
        new(Not(f.IsConstant), "not constant", "f is constant"));

    private static TheoremVerdict Leshno(ApproximationFacts f) => Verdict(
        "Leshno, Lin, Pinkus and Schocken 1993",
        new(f.IsLocallyBounded, "locally bounded with a closed set of measure 0 of discontinuities", "f is not locally bounded"),
        new(Not(f.IsPolynomial), "not a polynomial", "f is a polynomial"));

    private static TheoremVerdict KidgerLyons(ApproximationFacts f) => Verdict(
        "Kidger and Lyons 2020",
        Continuous(f),
        new(Not(f.IsAffine), "not affine, with f′ ≠ 0 at a point where f′ is continuous", "f is affine"));

    private static Condition Continuous(ApproximationFacts f) =>
        new(f.IsContinuous, "continuous", "f is not continuous on the whole line");

    private static TheoremVerdict Verdict(string theorem, params Condition[] conditions) =>
        new(theorem, ApproximationFacts.All([.. conditions.Select(c => c.Holds)]), Deciding(conditions));

    private static bool? Not(bool? a) => !a;

    private static string Deciding(Condition[] conditions)
    {
        if (conditions.FirstOrDefault(c => c.Holds == false) is { } failing) return $"does not apply, for {failing.Denial}";
        return conditions.FirstOrDefault(c => c.Holds is null) is { } open
            ? $"not decided: whether f is {open.Name}"
            : $"holds: {string.Join("; ", conditions.Select(c => c.Name))}";
    }

    /// <summary>What a theorem asks for.</summary>
    /// <param name="Holds">Whether it is so; null where that is not decided.</param>
    /// <param name="Name">What f has to be.</param>
    /// <param name="Denial">What is so where it is not, as a sentence.</param>
    private sealed record Condition(bool? Holds, string Name, string Denial);
}
