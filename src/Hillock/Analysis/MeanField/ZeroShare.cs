using Hillock.Analysis.Intervals;
using Hillock.Analysis.Properties;
using Hillock.Expressions;

namespace Hillock.Analysis.MeanField;

/// <summary>The probability under N(0, 1) that an expression is exactly 0.</summary>
/// <remarks>The line is cut where the formula switches. On a piece the expression is 0 everywhere, as an interval that
/// encloses it shows, or it is 0 at single points at most: it is analytic there, as it contains no switch that is still
/// open, and not 0 at some point.</remarks>
internal static class ZeroShare
{
    private static readonly Dictionary<string, double> NoParameters = [];

    // So many numbers on each side of a switch may be taken for it by rounding.
    private const int Neighbours = 8;

    /// <summary>The share for an expression of a function, which messages call by <paramref name="name"/>.</summary>
    public static Finding<BoundedValue> Of(AnalysedFunction f, Expression e, string name)
    {
        var (share, bounds, isProved) = (0.0, Interval.Zero, true);
        foreach (var piece in Pieces(f))
        {
            bounds += new Interval(0, Beside(piece.Lower).Width);
            var isZero = IsZeroOn(e, piece);
            isProved &= isZero is not null;
            if (!(isZero ?? PlainEvaluation.Evaluate(e, PointIn(piece), NoParameters) == 0)) continue;
            share += Distribution(piece.Upper) - Distribution(piece.Lower);
            bounds += Beside(piece.Upper) - Beside(piece.Lower);
        }

        return isProved
            ? new(BoundedValue.Within(share, Math.Max(0, bounds.Lower), Math.Min(1, bounds.Upper)), Certainty.Proved, Because(name, share))
            : new(BoundedValue.Within(share, share, share), Certainty.Measured, $"{name} was looked at at one point of each piece between switches.");
    }

    private static string Because(string name, double share) => share == 0
        ? $"{name} is 0 at single points at most."
        : $"{name} is 0 on whole pieces between switches and at single points elsewhere.";

    // Φ at the numbers next to a switch, for which nothing is shown.
    private static Interval Beside(double end) =>
        Interval.NormalDistribution(new Interval(Rounding.Below(end, Neighbours), Rounding.Above(end, Neighbours)));

    // Null where neither is shown.
    private static bool? IsZeroOn(Expression e, Interval piece)
    {
        var inside = new Interval(Rounding.Above(piece.Lower, Neighbours), Rounding.Below(piece.Upper, Neighbours));
        var program = new EnclosureProgram(e);
        if (program.Evaluate(inside, IntervalArithmetic.Instance) is { IsZero: true, Decoration: not Decoration.Unknown }) return true;
        var atPoint = program.Evaluate(PointIn(piece), IntervalArithmetic.Instance);
        return atPoint.Sign is 1 or -1 && SwitchesAreDecided(e, inside) ? false : null;
    }

    // Not in the middle, where many functions are 0 by symmetry.
    private static double PointIn(Interval piece) => (double.IsFinite(piece.Lower), double.IsFinite(piece.Upper)) switch
    {
        (true, true) => piece.Lower + (0.618 * (piece.Upper - piece.Lower)),
        (true, false) => piece.Lower + 0.618,
        (false, true) => piece.Upper - 0.618,
        _ => 0.618,
    };

    private static bool SwitchesAreDecided(Expression e, Interval inside) => !e.Any(node =>
        node is Operation { DependsOnX: true } o && Differences(o).Any(difference =>
            new EnclosureProgram(Simplifier.Simplify(difference)).Evaluate(inside, IntervalArithmetic.Instance).Sign is null));

    private static IEnumerable<Expression> Differences(Operation o) =>
        o.Primitive == Primitive.Floor ? [o] : KinkFinder.Differences(o);

    private static IEnumerable<Interval> Pieces(AnalysedFunction f)
    {
        double[] switches =
        [
            .. KinkFinder.SwitchPoints(f.Formula, NoParameters)
                .Select(location => PlainEvaluation.Evaluate(location, double.NaN, NoParameters))
                .Where(double.IsFinite)
                .Distinct()
                .Order(),
        ];
        double[] ends = [double.NegativeInfinity, .. switches, double.PositiveInfinity];
        return ends.Zip(ends.Skip(1), (left, right) => new Interval(left, right));
    }

    private static double Distribution(double x) =>
        PlainEvaluation.Evaluate(new Operation(Primitive.NormalDistribution, x), x, NoParameters);
}
