using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>The points without a derivative.</summary>
/// <remarks>All points where a primitive switches or is singular are found exactly; at each the expansions from the two
/// sides are compared. Elsewhere the function is analytic.</remarks>
internal static class KinksProperty
{
    /// <summary>The kinks, from left to right, with the one-sided derivatives and the slope used; null where they are
    /// infinitely many or not known.</summary>
    public static Finding<IReadOnlyList<KinkPoint>> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        if (anatomy.IsStaircase)
            return new(null, Certainty.Proved, $"Infinitely many, all of them jumps: {Staircase.Because}.");
        if (anatomy.InnerJunctions is not { } junctions)
            return new(null, Certainty.NotDecided, $"Not decided: {anatomy.Junctions.WhyNot}.");
        var kinks = junctions.Where(junction => junction.Order < 1)
            .Select(junction => Kink(function, junction)).ToList();
        var because = kinks.Count == 0
            ? junctions.Any()
                ? "It is differentiable where the formula switches or a part is singular, and analytic elsewhere."
                : "It is analytic: the formula switches nowhere, and no part is singular."
            : "The one-sided derivatives differ there, or are infinite; elsewhere it is differentiable.";
        return new(kinks, Certainty.Proved, because);
    }

    private static KinkPoint Kink(AnalysedFunction function, Junction junction)
    {
        var at = Place.Of(function, junction.Point);
        var slope = function.WithValues(function.Definition.StableDerivative(1));
        return new KinkPoint(
            at, junction.LeftSlope.Middle, junction.RightSlope.Middle,
            PlainEvaluation.Evaluate(slope, at, new Dictionary<string, double>()), junction.Order < 0);
    }
}
