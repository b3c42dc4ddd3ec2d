using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>Whether the graph consists of finitely many straight pieces.</summary>
internal static class PiecewiseLinearProperty
{
    private static readonly double[] Witnesses = [-7.3, -2.1, -0.6, 0.4, 1.7, 5.9, 0.03];

    /// <summary>True where every piece is linear by its form, false where a second derivative is not 0
    /// somewhere.</summary>
    public static Finding<bool?> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        if (anatomy.Form.Value is { } form && form.Pieces.All(piece => piece is not null && IsLinear(piece)))
            return new(true, Certainty.Proved, form.Pieces.Count == 1
                ? "It is linear."
                : "Between its breakpoints it is linear.");
        foreach (var x in Witnesses)
        {
            var series = new EnclosedFunction(anatomy.Formula).Series(x, 2);
            // The formula of f″ may have a value where f itself has none.
            if (series[0].Decoration == Decoration.Continuous && series[2].Decoration == Decoration.Continuous
                && series[2].Sign is 1 or -1)
                return new(false, Certainty.Proved,
                    FormattableString.Invariant($"Its second derivative at {x} is not 0."));
        }

        return new(null, Certainty.NotDecided,
            anatomy.Form.WhyNot is { } reason ? $"Not all points are known: {reason}." : "A piece has no linear form, and no curvature was found.");
    }

    private static bool IsLinear(Expression piece)
    {
        try
        {
            return Polynomial.TryOf(piece) is { Degree: <= 1 };
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return false;
        }
    }
}
