using System.Collections.Concurrent;
using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Pieces;

/// <summary>The pieces of a function and the signs of its derivatives on them, each found once: what the properties of
/// the course of a function are read from.</summary>
internal sealed class Shape
{
    private readonly ConcurrentDictionary<(SmoothPiece Piece, int Order, bool Strict), IReadOnlyList<SignCell>> _cells = new();

    private Shape(PiecewiseFunction function) => Function = function;

    /// <summary>The function in pieces.</summary>
    public PiecewiseFunction Function { get; }

    /// <summary>Cuts an expression in x alone into pieces.</summary>
    /// <exception cref="NotDecidedException">The pieces cannot be found; the message says why.</exception>
    public static Shape Of(Expression formula) => new(PiecewiseFunction.Of(formula));

    /// <summary>The signs of f⁽ⁿ⁾ on a piece, from left to right.</summary>
    public IReadOnlyList<SignCell> Signs(SmoothPiece piece, int order, bool strict = false) =>
        _cells.GetOrAdd((piece, order, strict), static key => SignAnalysis.Of(key.Piece, key.Order, key.Strict));

    /// <summary>Whether f⁽ⁿ⁾ is not 0 throughout a piece, so that its zeros there are isolated.</summary>
    public bool IsSomewhereNotZero(SmoothPiece piece, int order)
    {
        if (Signs(piece, order).Any(cell => cell.Kind == SignKind.Strict && cell.Sign != 0)) return true;
        var inside = new Interval(
            piece.Left?.Upper ?? double.NegativeInfinity, piece.Right?.Lower ?? double.PositiveInfinity);
        double[] points = [inside.Midpoint, 0.5, -0.5, 1, -1, 3, -3];
        return points.Any(point => inside.Contains(point) && piece.Derivative(order).Over(point).Sign is 1 or -1);
    }
}
