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

    /// <summary>The share for an expression of a function, which messages call by <paramref name="name"/>.</summary>
    public static Finding<BoundedValue> Of(AnalysedFunction f, Expression e, string name)
    {
        var (share, bounds, isProved) = (0.0, Interval.Zero, true);
        foreach (var piece in Pieces(f))
        {
            var isZero = IsZeroOn(e, piece);
            isProved &= isZero is not null;
            if (!(isZero ?? PlainEvaluation.Evaluate(e, piece.Midpoint, NoParameters) == 0)) continue;
            share += Distribution(piece.Upper) - Distribution(piece.Lower);
            bounds += Interval.NormalDistribution(piece.Upper) - Interval.NormalDistribution(piece.Lower);
        }

        return isProved
            ? new(BoundedValue.Within(share, Math.Max(0, bounds.Lower), Math.Min(1, bounds.Upper)), Certainty.Proved, Because(name, share))
            : new(BoundedValue.Within(share, share, share), Certainty.Measured, $"{name} was looked at in the middle of each piece between switches.");
    }

    private static string Because(string name, double share) => share == 0
        ? $"{name} is 0 at single points at most."
        : $"{name} is 0 on whole pieces between switches and at single points elsewhere.";

    // Null where neither is shown. Away from the switches by the neighbouring number, where both sides may hold.
    private static bool? IsZeroOn(Expression e, Interval piece)
    {
        var inside = new Interval(Math.BitIncrement(piece.Lower), Math.BitDecrement(piece.Upper));
        var program = new EnclosureProgram(e);
        if (program.Evaluate(inside, IntervalArithmetic.Instance) is { IsZero: true, Decoration: not Decoration.Unknown }) return true;
        var atPoint = program.Evaluate(piece.Midpoint, IntervalArithmetic.Instance);
        return atPoint.Sign is 1 or -1 && SwitchesAreDecided(e, inside) ? false : null;
    }

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
