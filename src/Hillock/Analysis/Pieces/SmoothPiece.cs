using System.Collections.Concurrent;
using Hillock.Analysis.Ends;
using Hillock.Analysis.Intervals;
using Hillock.Expressions;

namespace Hillock.Analysis.Pieces;

/// <summary>An open interval between two neighbouring seams, or a seam and infinity, on which a function is one analytic
/// expression.</summary>
/// <remarks>An analytic function that is not constant has isolated zeros of its derivative only; so one that never falls,
/// and rises somewhere, increases strictly.</remarks>
internal sealed class SmoothPiece
{
    private readonly ConcurrentDictionary<int, EnclosedFunction> _derivatives = new();
    private readonly ConcurrentDictionary<int, EnclosureProgram> _plain = new();

    /// <summary>Creates a piece.</summary>
    /// <param name="left">The seam on the left: an enclosure of the point, or null for −∞.</param>
    /// <param name="right">The seam on the right, or null for ∞.</param>
    /// <param name="formula">The function between them.</param>
    public SmoothPiece(Interval? left, Interval? right, Expression formula)
    {
        (Left, Right) = (left, right);
        Formula = StableRules.Recognise(Simplifier.Simplify(formula));
    }

    /// <summary>The seam on the left, null for −∞.</summary>
    public Interval? Left { get; }

    /// <summary>The seam on the right, null for ∞.</summary>
    public Interval? Right { get; }

    /// <summary>The function.</summary>
    public Expression Formula { get; }

    /// <summary>An interval that holds all of the piece.</summary>
    public Interval Hull => new(Left?.Lower ?? double.NegativeInfinity, Right?.Upper ?? double.PositiveInfinity);

    /// <summary>f⁽ⁿ⁾ in the form of which intervals make the most.</summary>
    public EnclosedFunction Derivative(int order) => _derivatives.GetOrAdd(order, n =>
        new EnclosedFunction(Factored(DoubleAngle.Apply(StableRules.Stabilise(PlainDerivative(n))))));

    /// <summary>f⁽ⁿ⁾ by the rules of differentiation.</summary>
    public Expression PlainDerivative(int order) =>
        order == 0 ? Formula : Expressions.Derivative.WithRespectToX(Formula, order);

    /// <summary>The expansion of f⁽ⁿ⁾ towards an end, for all x of the piece with |x| ≥ start (an infinite end), or at
    /// most 1/start from it; null where it may be undefined or nothing is known.</summary>
    /// <param name="order">n.</param>
    /// <param name="right">Whether the right end is meant.</param>
    /// <param name="start">At least 2, and large enough that all such x belong to the piece.</param>
    public EndExpansion? TowardsEnd(int order, bool right, double start)
    {
        var end = right ? Right : Left;
        if (end is { IsPoint: false }) return null;
        var arithmetic = new EndArithmetic(start);
        var x = end is { } point
            ? arithmetic.TowardsPoint(point.Lower, right ? -1 : 1)
            : arithmetic.TowardsInfinity(right ? 1 : -1);
        var plain = arithmetic.TryEvaluate(_plain.GetOrAdd(order, n => new(PlainDerivative(n))), x);
        return plain?.WeakSign is not null ? plain : arithmetic.TryEvaluate(Derivative(order).Program, x) ?? plain;
    }

    // What is left of a sum without its common factors may have a stable form: x·tanh(u) − x is −2x·σ(−2u).
    private static Expression Factored(Expression e) =>
        CommonFactors.TakeOut(e) is var factored && !factored.Equals(e)
            ? StableRules.Stabilise(factored.Transform(AsComplement))
            : e;

    // u − 1 as −(1 − u), which the rules know.
    private static Expression AsComplement(Expression e) => e switch
    {
        Operation { Primitive: Primitive.Subtract } o when o[1].IsOne => -(1 - o[0]),
        Operation { Primitive: Primitive.Add } o when o[1] is Constant { Value: -1 } => -(1 - o[0]),
        Operation { Primitive: Primitive.Add } o when o[0] is Constant { Value: -1 } => -(1 - o[1]),
        _ => e,
    };

    /// <summary>The limit of f⁽ⁿ⁾ at an end; null where none is known.</summary>
    public EndLimit? Limit(int order, bool right)
    {
        var end = right ? Right : Left;
        // What elementary functions are defined at, they are continuous at.
        if (end is { } point && Derivative(order).Over(point) is { Decoration: Decoration.Continuous, IsBounded: true } at)
            return EndLimit.Finite(at);
        foreach (var start in Starts(right))
            if (TowardsEnd(order, right, start)?.Limit is { } limit)
                return limit;
        return null;
    }

    /// <summary>Starts to try for <see cref="TowardsEnd"/>, from near to far.</summary>
    public IEnumerable<double> Starts(bool right)
    {
        var far = right ? Right : Left;
        var near = right ? Left : Right;
        // The whole way from the start to the end has to belong to the piece.
        var least = far is { } point
            ? near is { } other ? 2 / Math.Max(double.Epsilon, Math.Abs(point.Lower - other.Midpoint)) : 2
            : near is { } from ? from.Magnitude : 2;
        var start = Math.ScaleB(1, (int)Math.Ceiling(Math.Log2(Math.Max(2, least))));
        for (var i = 0; i < 8; i++, start *= i < 3 ? 4 : 32) yield return start;
    }
}
