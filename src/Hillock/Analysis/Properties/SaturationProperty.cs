using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>Left and right saturation by the definitions of Gulcehre, Moczulski, Denil and Bengio 2016 (arXiv
/// 1603.00391): f saturates on a side where f′ → 0 there, hard where f′ is 0 beyond a point, soft otherwise. Where it
/// saturates on both sides, it is called saturating.</summary>
internal static class SaturationProperty
{
    /// <summary>Saturation as x → −∞ (<paramref name="side"/> = −1) or x → +∞ (1).</summary>
    /// <param name="function">The activation.</param>
    /// <param name="side">−1 or 1.</param>
    public static Finding<SideSaturation> Of(AnalysedFunction function, int side)
    {
        var anatomy = Anatomy.Of(function);
        try
        {
            return Decide(function, anatomy, side);
        }
        catch (UndefinedException e)
        {
            return Proved(SaturationKind.None, $"It is undefined on this side: it meets {e.Message}.");
        }
        catch (NotDecidedException e)
        {
            return new(null, Certainty.NotDecided, $"The derivative cannot be followed to the end: {e.Message}.");
        }
    }

    private static Finding<SideSaturation> Decide(AnalysedFunction function, Anatomy anatomy, int side)
    {
        var slope = SlopeAtInfinity(anatomy.Formula, side);
        var limit = Limit.Of(slope);
        if (limit.Kind == LimitKind.NotDecided)
            throw new NotDecidedException("whether the derivative tends to 0 is not known");
        if (limit.Kind == LimitKind.None)
            return Proved(SaturationKind.None, "The derivative has no limit: it oscillates.");
        if (limit.Kind is LimitKind.PlusInfinity) return Proved(SaturationKind.None, "The derivative tends to infinity.");
        if (limit.Kind is LimitKind.MinusInfinity)
            return Proved(SaturationKind.None, "The derivative tends to minus infinity.");
        if (limit.Exact!.Sign() != 0) return Proved(SaturationKind.None, $"The derivative tends to {TermText.Of(limit.Exact)}.");
        if (slope.IsExactlyZero) return Hard(function, anatomy, side);
        // The leading term must be told from 0 for good: else it might be hard.
        var lead = slope.Lead;
        if (lead.Factor.Sign() == 0 || (lead.Wave is { } wave && !wave.KeepsLeavingZero()))
            throw new NotDecidedException("whether the derivative is 0 for good is not known");
        return Proved(SaturationKind.Soft, $"The derivative tends to 0 like {TermText.Of(lead)} in t = |x|.");
    }

    private static Series SlopeAtInfinity(Expression f, int side)
    {
        var value = Expansion.AtInfinity(f, side);
        return value.Terms.Any(t => t.Wave is not null)
            ? Expansion.AtInfinity(Derivative.WithRespectToX(f), side)
            : SeriesArithmetic.Times(SeriesCalculus.Derivative(value), side);
    }

    private static Finding<SideSaturation> Hard(AnalysedFunction function, Anatomy anatomy, int side)
    {
        if (anatomy.Junctions.Value is not { } junctions)
            return new(new SideSaturation(SaturationKind.Hard), Certainty.Proved,
                anatomy.IsStaircase
                    ? "By the letter: the derivative is 0 wherever there is one."
                    : "Far out it is its limit: the derivative is 0 there.");
        var pieces = anatomy.Form.Value!.Pieces;
        var index = side < 0 ? 0 : pieces.Count - 1;
        // Inwards, as long as the next piece is the same constant.
        while (index - side >= 0 && index - side < pieces.Count && GoesOn(index)) index -= side;
        var isFlat = pieces.All(piece => piece is not null && IsConstant(piece));
        if (index - side < 0 || index - side >= pieces.Count)
            return Proved(SaturationKind.Hard, "It is constant.");
        var threshold = Place.Of(function, JunctionAt(index).Point);
        return new(new SideSaturation(SaturationKind.Hard, threshold), Certainty.Proved, isFlat
            ? "By the letter: the derivative is 0 wherever there is one, as of any step function."
            : "It is constant beyond the threshold.");

        bool GoesOn(int piece) => JunctionAt(piece).Order == Junction.Smooth
            && pieces[piece] is { } here && pieces[piece - side] is { } next && CanonicalForm.AreEqual(here, next);

        Junction JunctionAt(int piece) => junctions[side < 0 ? piece : piece - 1];
    }

    private static bool IsConstant(Expression piece)
    {
        try
        {
            return !CanonicalForm.Of(piece).Varies;
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return false;
        }
    }

    private static Finding<SideSaturation> Proved(SaturationKind kind, string because) =>
        new(new SideSaturation(kind), Certainty.Proved, because);
}
