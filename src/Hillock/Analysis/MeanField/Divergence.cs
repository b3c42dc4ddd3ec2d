using System.Globalization;
using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.MeanField;

/// <summary>Why a mean under a normal input does not exist: beside a point, f or f′ grows like a power of the distance that
/// no integral can take.</summary>
internal static class Divergence
{
    /// <summary>The reason why E |f|ᵏ is infinite, or null where no point makes it so.</summary>
    /// <param name="function">f.</param>
    /// <param name="power">k.</param>
    public static string? OfValue(AnalysedFunction function, int power) => Find(function, "f", piece => piece, power);

    /// <summary>The reason why E f′² is infinite, or null where no point makes it so.</summary>
    public static string? OfSlopeSquare(AnalysedFunction function) =>
        Find(function, "f′", piece => Derivative.WithRespectToX(piece), power: 2);

    private static string? Find(AnalysedFunction function, string name, Func<Expression, Expression> quantity, int power)
    {
        if (Anatomy.Of(function).Form.Value is not { } form) return null;
        for (var i = 0; i < form.Breakpoints.Count; i++)
        {
            if (form.Breakpoints[i].Exact is not { } point) continue;
            foreach (var (piece, side) in new[] { (form.Pieces[i], -1), (form.Pieces[i + 1], 1) })
                if (piece is not null && Exponent(quantity(piece), point, side) is { } exponent && exponent * power <= -1)
                    return Sentence(name, point, exponent);
        }

        return null;
    }

    private static string Sentence(string name, Number point, double exponent)
    {
        var distance = point.IsZero ? "|x|" : $"|x − {TermText.Of(point)}|";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"It does not exist: beside {TermText.Of(point)}, {name} grows like {distance}^{exponent:G6}.");
    }

    // The power of the distance that leads; null where there is no expansion, or it is no plain power.
    private static double? Exponent(Expression f, Number point, int side)
    {
        try
        {
            var series = Expansion.Beside(f, point, side);
            // t is one over the distance.
            return series.Terms is [{ Wave: null } lead, ..] && lead.Monomial.IsPowerOfT && lead.Factor.Sign() != 0
                ? -lead.Monomial.Powers[0].ToBounds().Middle
                : null;
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return null;
        }
    }
}
