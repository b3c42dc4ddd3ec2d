using Hillock.Analysis.Ends;
using Hillock.Analysis.Intervals;
using Hillock.Expressions;

namespace Hillock.Analysis.Pieces;

/// <summary>What can be said of functions that never come to rest: the limits along the crests and zeros of their wave,
/// and their period.</summary>
internal static class Waves
{
    private static readonly (double Sin, double Cos)[] Phases = [(0, 1), (1, 0), (0, -1), (-1, 0)];

    /// <summary>Limits of f⁽ⁿ⁾ along sequences towards an infinite end, where all sines and cosines have one angle, and it
    /// grows beyond all bounds: the angle passes each phase again and again.</summary>
    public static IEnumerable<EndLimit> LimitPoints(SmoothPiece piece, int order, bool right)
    {
        var formula = piece.PlainDerivative(order);
        if ((right ? piece.Right : piece.Left) is not null || Angles(formula) is not [var angle]) yield break;
        if (new SmoothPiece(piece.Left, piece.Right, angle).Limit(0, right) is not { Infinity: not 0 }) yield break;
        foreach (var (sin, cos) in Phases)
        {
            var along = formula.Transform(node => !IsWave(node) ? node : ((Operation)node).Primitive == Primitive.Sin ? sin : cos);
            if (new SmoothPiece(piece.Left, piece.Right, along).Limit(0, right) is { } limit) yield return limit;
        }
    }

    /// <summary>A number not below the period of f, or null where it has none that is seen: x occurs only in sines and
    /// cosines whose frequencies are multiples of the lowest.</summary>
    public static double? Period(Expression formula)
    {
        var angles = Angles(formula);
        if (angles.Count == 0 || formula.Transform(node => IsWave(node) ? 0 : node).DependsOnX) return null;
        var frequencies = angles.Select(angle => Derivative.WithRespectToX(angle)).ToList();
        if (frequencies.Exists(frequency => frequency.DependsOnX)) return null;
        var lowest = frequencies.MinBy(frequency => Size(frequency).Lower)!;
        var areMultiples = frequencies.TrueForAll(
            frequency => Simplifier.Simplify(frequency / lowest) is Constant c && c.Value == Math.Floor(c.Value));
        var period = 2 * Interval.Pi / Size(lowest);
        return areMultiples && period.IsBounded ? period.Upper : null;
    }

    private static Interval Size(Expression number) => Interval.Abs(new EnclosedFunction(number).Over(Interval.Zero));

    private static bool IsWave(Expression e) =>
        e is Operation { Primitive: Primitive.Sin or Primitive.Cos } o && o.DependsOnX;

    private static List<Expression> Angles(Expression formula)
    {
        var angles = new List<Expression>();
        formula.Any(node =>
        {
            if (IsWave(node) && ((Operation)node)[0] is var angle && !angles.Contains(angle)) angles.Add(angle);
            return false;
        });
        return angles;
    }
}
