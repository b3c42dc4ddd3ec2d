using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>Whether applying f twice is applying it once: f(f(x)) = f(x).</summary>
internal static class IdempotentProperty
{
    private static readonly double[] Witnesses = [-3.3, -1.3, -0.4, 0.3, 0.8, 1.7, 2.9, 7.7];

    /// <summary>True where each piece is x or a number that f keeps, false where a point refutes it.</summary>
    public static Finding<bool?> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        try
        {
            if (anatomy.Form.Value is { } form && anatomy.Junctions.Value is { } junctions
                && form.Pieces.All(piece => piece is not null && IsKept(anatomy.Formula, piece))
                && junctions.All(j => j.Value is { } value && IsFixed(anatomy.Formula, value)))
                return new(true, Certainty.Proved, "Each piece is x itself or a constant that f maps to itself.");
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            // Then only a point can decide.
        }

        var f = new EnclosedFunction(anatomy.Formula);
        foreach (var x in Witnesses)
        {
            var once = f.Over(x);
            var twice = f.Over(once);
            if (!once.IsEmpty && !twice.IsEmpty && once.Decoration != Decoration.Unknown
                && twice.Decoration != Decoration.Unknown && (twice - once).Sign is 1 or -1)
                return new(false, Certainty.Proved, FormattableString.Invariant($"f(f({x})) is not f({x})."));
        }

        return new(null, Certainty.NotDecided, "No form shows it, and no point tried refutes it.");
    }

    private static bool IsKept(Expression f, Expression piece) => Polynomial.TryOf(piece) switch
    {
        { Degree: 1 } line => line.Coefficients[0].IsZero && line.Coefficients[1].IsOne,
        { Degree: 0 } constant => IsFixed(f, constant.Coefficients[0]),
        { Degree: -1 } => IsFixed(f, Number.Zero),
        _ => false,
    };

    private static bool IsFixed(Expression f, Number value) => (Expansion.At(f, value) - value).IsZero;
}
