using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>The Taylor series at 0, with exact coefficients.</summary>
internal static class TaylorProperty
{
    /// <summary>The highest order that can be asked for.</summary>
    public const int HighestOrder = 12;

    private const string RadiusReason =
        " The radius is the distance of the nearest complex singularity, computed to the digits shown, not enclosed.";

    // What reports show.
    private const double ShownDigits = 1e-6;

    /// <summary>Coefficients up to an order from 0 to <see cref="HighestOrder"/>.</summary>
    public static Finding<TaylorExpansion> Of(AnalysedFunction function, int order = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, HighestOrder);
        var anatomy = Anatomy.Of(function);
        try
        {
            if (WhyNone(anatomy) is { } reason) return new(null, Certainty.Proved, reason);
            var series = OneSidedSeries.Of(anatomy.Formula, Number.Zero, 1, order + 1);
            if (series.Known <= order)
                return new(null, Certainty.NotDecided, "Too many terms of the expansion cancel.");
            var coefficients = Enumerable.Range(0, order + 1).Select(series.Coefficient).ToList();
            var isExact = coefficients.All(IsTold);
            // A flat function has a series, but it is not that of its pieces.
            var piece = IsFlat(anatomy) ? null : PieceAtZero(anatomy);
            var radius = piece is null ? null : ConvergenceRadius.Of(piece);
            return new(
                new TaylorExpansion(
                    [.. coefficients.Select(c => new Enclosure(c.Bounds.Low, c.Bounds.High))],
                    [.. coefficients.Select(c => c.Key)],
                    radius,
                    piece is not null && Polynomial.TryOf(piece) is { } whole && whole.Degree <= order),
                isExact ? Certainty.Proved : Certainty.Bounded,
                piece is null
                    ? "All derivatives exist at 0, but the series is not the function: the formulas of the two sides differ."
                    : ReasonOf(isExact) + (radius is null or double.PositiveInfinity ? "" : RadiusReason));
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return new(null, Certainty.NotDecided, $"Not decided: {e.Message}.");
        }
    }

    private static string ReasonOf(bool isExact) => isExact
        ? "Power series arithmetic with exact numbers, or enclosed ones where digits cancel."
        : "Power series arithmetic encloses the coefficients; terms cancel, so that some are known to few digits.";

    // Whether it is 0, or known to the digits that are shown.
    private static bool IsTold(Number coefficient) =>
        coefficient.Bounds.High - coefficient.Bounds.Low
            <= ShownDigits * Math.Min(Math.Abs(coefficient.Bounds.Low), Math.Abs(coefficient.Bounds.High));

    // Like exp(−1/x) for x > 0 and 0 elsewhere.
    private static bool IsFlat(Anatomy anatomy)
    {
        var index = anatomy.Form.Value!.Breakpoints.ToList().FindIndex(b => b.Exact is { IsZero: true });
        var pieces = anatomy.Form.Value.Pieces;
        return index >= 0 && !CanonicalForm.AreEqual(pieces[index]!, pieces[index + 1]!);
    }

    // A function has a Taylor series at 0 only where it is infinitely often differentiable.
    private static string? WhyNone(Anatomy anatomy)
    {
        if (anatomy.Junctions.Value is not { } junctions) throw new NotDecidedException(anatomy.Junctions.WhyNot!);
        var atZero = junctions.FirstOrDefault(j => j.Point.Exact is { IsZero: true } || j.Point.Exact is null
            && j.Point.Place is { Low: <= 0, High: >= 0 });
        if (atZero is not null && atZero.Order != Junction.Smooth)
            return $"There is none: f is not infinitely often differentiable at 0. {atZero.Because}";
        return PieceAtZero(anatomy) is null ? "There is none: f is undefined at 0." : null;
    }

    // Where pieces meet at 0, the one on the left: both have the same series, or f is flat there.
    private static Expression? PieceAtZero(Anatomy anatomy) =>
        anatomy.Form.Value!.Pieces[anatomy.Form.Value!.Breakpoints.Count(b => b.Place.High < 0)];
}
