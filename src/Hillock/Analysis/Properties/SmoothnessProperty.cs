using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>The smoothness class: C⁰, C¹, … or C^∞.</summary>
internal static class SmoothnessProperty
{
    // Switching, or singular somewhere; all other primitives are infinitely often differentiable everywhere.
    private static readonly Primitive[] NotEntire =
    [
        Primitive.Divide, Primitive.Power, Primitive.Abs, Primitive.Sign, Primitive.Min, Primitive.Max, Primitive.Clamp,
        Primitive.Floor, Primitive.Log, Primitive.Log1p, Primitive.Sqrt, Primitive.Tan, Primitive.Where,
    ];

    /// <summary>The class, decided at each point where the formula switches or is singular.</summary>
    public static Finding<SmoothnessClass> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        if (IsSmoothByForm(anatomy.Formula))
            return Proved(null, [], "It is made of functions that are infinitely often differentiable where they are used.");
        if (anatomy.InnerJunctions?.ToList() is not { } junctions)
            return new(null, Certainty.NotDecided, $"Not decided: {anatomy.Junctions.WhyNot}.");
        if (junctions.Count == 0)
            return Proved(null, [], $"The formula switches nowhere, and no part is singular.{Hole(anatomy)}");
        if (junctions.All(j => j.Order == Junction.Smooth))
            return Proved(null, [],
                $"Both sides agree in all derivatives wherever the formula switches.{Hole(anatomy)}");
        var worst = junctions.MinBy(j => j.Order)!;
        var exceptional = junctions.Where(j => j.Order < 1).Select(j => Place.Of(function, j.Point)).ToList();
        return Proved(worst.Order, exceptional, $"At x = {Text(Place.Of(function, worst.Point))}: {worst.Because}{Hole(anatomy)}");
    }

    private static string Hole(Anatomy anatomy) =>
        anatomy.Form.Value!.Pieces.Contains(null) ? " This holds where it is defined: not on the whole line." : "";

    private static Finding<SmoothnessClass> Proved(int? order, IReadOnlyList<double> exceptional, string because) =>
        new(new SmoothnessClass(order, true, exceptional, order is not null), Certainty.Proved, because);

    private static bool IsSmoothByForm(Expression f) => !f.Any(node =>
        node is Operation o && o.DependsOnX && NotEntire.Contains(o.Primitive) && !IsHarmless(o));

    // A division by a number, a whole power, or a part that intervals keep off its singular points.
    private static bool IsHarmless(Operation o) => o.Primitive switch
    {
        Primitive.Divide => IsOffZero(o[1]),
        Primitive.Power => Polynomial.TryOf(o[1]) is { Degree: <= 0 }
            && Expansion.At(o[1], Number.Zero).AsRational is { } p
            && (p.IsInteger && p.Sign >= 0 || IsPositive(o[0])),
        Primitive.Log or Primitive.Sqrt => IsPositive(o[0]),
        Primitive.Log1p => IsPositive(o[0] + 1),
        _ => false,
    };

    private static bool IsOffZero(Expression e) =>
        new EnclosedFunction(e).Over(Interval.Entire) is { Sign: 1 or -1, Decoration: Decoration.Continuous };

    private static bool IsPositive(Expression e) =>
        new EnclosedFunction(e).Over(Interval.Entire) is { Sign: 1, Decoration: Decoration.Continuous };

    private static string Text(double x) => x.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
