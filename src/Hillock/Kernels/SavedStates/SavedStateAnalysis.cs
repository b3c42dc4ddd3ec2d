using System.Globalization;
using Hillock.Expressions;
using static Hillock.Expressions.Functions;

namespace Hillock.Kernels.SavedStates;

/// <summary>Derives from a definition what its backward pass needs, for given values of the parameters.</summary>
internal sealed class SavedStateAnalysis
{
    private readonly Expression _formula;
    private readonly Expression _derivative;
    private readonly IReadOnlyDictionary<string, double> _values;
    private readonly IReadOnlyList<(Expression Location, double At)> _switches;
    private readonly IReadOnlyList<Piece>? _pieces;

    private SavedStateAnalysis(Definition definition, IReadOnlyDictionary<string, double> values)
    {
        _formula = StableRules.Recognise(definition.Formula);
        _derivative = definition.StableDerivative(1);
        _values = values;
        _switches = Switches(definition);
        _pieces = Piece.Cut(_formula, [.. _switches.Select(point => point.At)], values);
    }

    public static SavedState Of(Definition definition, ReadOnlySpan<double> parameters)
    {
        var values = new Dictionary<string, double>();
        for (var i = 0; i < parameters.Length; i++) values.Add(definition.Parameters[i].Name, parameters[i]);
        return new SavedStateAnalysis(definition, values).Derive();
    }

    private SavedState Derive()
    {
        var slopes = Slopes();
        var names = slopes.Select(slope => Text(slope.Slope)).ToList();
        var (fromOutput, refusal) = FromOutput();
        return new SavedState(
            [
                $"The slope is {names.FirstOrDefault()} everywhere.",
                $"There {(names.Count == 1 ? "is one slope" : "are two slopes")}: {string.Join(" and ", names)}.",
                $"f′ = {fromOutput?.Substitute(new Parameter("y"))}, where y is the output.",
                "f′ is a function of the input.",
            ],
            [
                slopes.Count == 1 ? null : "The slope is not the same everywhere.",
                slopes.Count switch
                {
                    0 => "The function is not piecewise linear.",
                    1 or 2 => null,
                    _ => $"There are {slopes.Count} slopes, those at kinks included: {string.Join(", ", names)}.",
                },
                refusal,
                null,
            ],
            fromOutput,
            [.. slopes.Select(slope => slope.Input)]);
    }

    // All slopes there are, in ascending order, each with an input; none where a piece is not linear.
    private List<(double Slope, double Input)> Slopes()
    {
        if (_pieces is null || !_pieces.All(piece => piece.HasConstantSlope)) return [];
        return
        [
            .. _pieces.Select(piece => piece.Inside)
                .Concat(_switches.Select(point => point.At))
                .Select(x => (Slope: At(_derivative, x), Input: x))
                .DistinctBy(pair => pair.Slope)
                .OrderBy(pair => pair.Slope),
        ];
    }

    private (Expression? Slope, string? Refusal) FromOutput()
    {
        if (_pieces is not null && _pieces.All(piece => piece.IsConstant)) return (Expression.Zero, null);
        if (Witness.Find(_formula, _derivative, _values) is { } witness) return (null, witness.ToString());
        const string noForm = "No closed form of the slope in terms of the output was found.";
        if (_pieces is null) return (null, noForm);
        var branches = _pieces.Select(Branch).ToList();
        if (branches.Any(branch => branch is null)) return (null, noForm);
        var ordered = branches.Select(branch => branch!).OrderBy(b => b.Low).ThenBy(b => b.High).ToList();
        var slope = ordered[0].Slope;
        for (var i = 1; i < ordered.Count; i++)
        {
            if (Join(slope, ordered[i - 1], ordered[i]) is not { } joined)
                return (null, "The output does not tell on which side of a kink the input was.");
            slope = joined;
        }

        slope = Simplifier.Simplify(StableRules.Stabilise(slope));
        return AgreesEverywhere(slope) ? (slope, null) : (null, noForm);
    }

    private OutputBranch? Branch(Piece piece)
    {
        if (piece.IsConstant) return Make(Expression.Zero);
        return OutputSlopes.Find(piece.Formula, Expression.X, piece.IsPositive) is { } slope ? Make(slope) : null;

        OutputBranch Make(Expression slope)
        {
            var (low, high) = piece.Image;
            return new OutputBranch(piece, Simplifier.Simplify(slope), low, high);
        }
    }

    // Below the boundary the slope of the lower branches, above it that of the upper one; at it that of either.
    private Expression? Join(Expression lower, OutputBranch below, OutputBranch above)
    {
        if (below.High > above.Low) return lower.Equals(above.Slope) ? lower : null;
        if (Boundary(below, above) is not { } boundary) return null;
        var at = At(boundary, double.NaN);
        Expression[] candidates =
        [
            Where(Greater(Expression.X, boundary), above.Slope, lower),
            Where(Less(Expression.X, boundary), lower, above.Slope),
        ];
        return Array.Find(candidates, slope => _switches
            .Where(point => At(_formula, point.At) == at)
            .All(point => Agrees(slope, point.At)));
    }

    // f at an end of a piece, as an expression in the parameters.
    private Expression? Boundary(OutputBranch below, OutputBranch above)
    {
        foreach (var (branch, wanted) in new[] { (below, below.High), (above, above.Low) })
            foreach (var end in new[] { branch.Piece.Left, branch.Piece.Right })
                if (double.IsFinite(end) && LocationOf(end) is { } location)
                {
                    var value = Simplifier.Simplify(branch.Piece.Formula.Substitute(location));
                    if (At(value, double.NaN) == wanted) return value.ParameterNames().Count > 0 ? value : wanted + 0.0;
                }

        return null;
    }

    private Expression? LocationOf(double end) =>
        _switches.Where(point => point.At == end).Select(point => point.Location).FirstOrDefault();

    // What the steps above say of each piece, checked at some points.
    private bool AgreesEverywhere(Expression slope) =>
        _switches.All(point => Agrees(slope, point.At))
        && _pieces!.All(piece => Agrees(slope, piece.Inside) && IsDefinedAtLimits(slope, piece));

    // Far out, outputs round to the limit.
    private bool IsDefinedAtLimits(Expression slope, Piece piece)
    {
        var (low, high) = piece.Image;
        return !double.IsNaN(At(slope, low)) && !double.IsNaN(At(slope, high));
    }

    private bool Agrees(Expression slope, double x)
    {
        var (expected, actual) = (At(_derivative, x), At(slope, At(_formula, x)));
        return Math.Abs(actual - expected) <= 1e-6 * Math.Max(1, Math.Abs(expected));
    }

    // Declared kinks first: they are formulas where a switch that is not linear in x is found as a number only.
    private List<(Expression Location, double At)> Switches(Definition definition)
    {
        var points = new List<(Expression Location, double At)>();
        foreach (var location in definition.Kinks.Select(kink => kink.Location)
            .Concat(KinkFinder.SwitchPoints(_formula, _values).OrderBy(location => location is Constant)))
        {
            var at = At(location, double.NaN);
            if (double.IsFinite(at) && !points.Any(point => Math.Abs(point.At - at) <= 1e-9 * Math.Max(1, Math.Abs(at))))
                points.Add((location, at));
        }

        return points;
    }

    private double At(Expression e, double x) => PlainEvaluation.Evaluate(e, x, _values);

    // −0 is 0 to a reader.
    private static string Text(double number) => (number + 0.0).ToString("G6", CultureInfo.InvariantCulture);
}

/// <summary>A piece with its slope as a function of the output, and the outputs it has.</summary>
internal sealed record OutputBranch(Piece Piece, Expression Slope, double Low, double High);
