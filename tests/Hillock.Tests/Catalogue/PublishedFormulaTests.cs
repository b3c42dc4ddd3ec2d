using System.Globalization;
using Hillock.Catalogue;
using Hillock.Expressions;
using Hillock.Precision;
using Hillock.Verification;

namespace Hillock.Tests.Catalogue;

/// <summary>The definitions, several of them rewritten for accuracy, against the formulas as published.</summary>
public class PublishedFormulaTests
{
    private const double Tolerance = 1e-12;
    private const double Step = 1.0 / (1L << 36);

    // Differences of nearly equal numbers beside a zero, of which 1 + sin x has many: the error is measured against 1.
    private static readonly HashSet<string> CancelsBesideItsZero =
    [
        "spocu", "parametric_softplus", "soft_plus_plus", "softplus_linear_unit", "logistic_bounded_softplus_uaf",
        "sinp", "cascade_chaotic", "sin_unit", "cos_unit", "staf_2",
    ];

    // sin(sinh(2x)) at x = 8: the rounding of sinh, relative 1e-16, is an angle of 1e-9.
    private static readonly HashSet<string> IllConditioned = ["h_siren_first_layer"];

    // A quotient of polynomials that flattens: its slope is the difference of two parts of size 1.
    private static readonly HashSet<string> CancelsInItsSlope = ["tanh_fast"];

    private static readonly double[] Points =
    [
        .. Enumerable.Range(0, 172).Select(i => -8.03 + (i * 0.0937)),
        .. Enumerable.Range(0, 10).SelectMany(i => new[] { 8.3 + (2.917 * i), -8.3 - (2.917 * i) }),
        1e-3, -1e-3, 1e-5, -1e-5, 1e-7, -1e-7, 0.5, -0.5,
    ];

    public static TheoryData<int> Rows => new(Enumerable.Range(0, PublishedFormula.All.Count));

    [Fact]
    public void Nothing_of_the_lists_is_missing()
    {
        Assert.Equal(200, Points.Length);
        Assert.Equal(85, PublishedFormula.All.Count(row => row.Source == "frameworks"));
        // Of 426; sbaf is left out, see docs/catalogue-notes.md.
        Assert.Equal(425, PublishedFormula.All.Count(row => row.Source == "literature"));
    }

    [Fact]
    public void Every_entry_has_a_published_formula()
    {
        var covered = PublishedFormula.All.Select(row => Activation.Parse(row.Ours).Id);
        Assert.Empty(ActivationCatalogue.Ids.Except(covered));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_are_those_of_mpmath(int index)
    {
        var row = PublishedFormula.All[index];
        var y = PublishedFormula.Points.ToArray();
        Activation.Parse(row.Ours).Kernel<double>().Value(y, y);
        for (var i = 0; i < y.Length; i++)
            Check(row, PublishedFormula.Points[i], row.Values[i], y[i], y[i] - row.Values[i]);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_are_those_of_the_formula_in_high_precision(int index)
    {
        var row = PublishedFormula.All[index];
        var published = FormulaParser.Parse(row.Formula);
        var parameters = published.Parameters.ToDictionary(p => p.Name, p => p.Default);
        var y = Points.ToArray();
        Activation.Parse(row.Ours).Kernel<double>().Value(y, y);
        for (var i = 0; i < y.Length; i++)
        {
            if (Exact(published.Expression, Points[i], parameters, y[i]) is not { } exact) continue;
            var error = double.IsFinite(y[i]) ? (exact - y[i]).ToDouble() : double.NaN;
            Check(row, Points[i], exact.ToDouble(), y[i], error);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Derivatives_are_those_of_differences_in_high_precision(int index)
    {
        var row = PublishedFormula.All[index];
        if (IllConditioned.Contains(row.Name)) return;
        var published = FormulaParser.Parse(row.Formula);
        var parameters = published.Parameters.ToDictionary(p => p.Name, p => p.Default);
        var activation = Activation.Parse(row.Ours);
        var x = Points.Where((_, i) => i % 11 == 0).Where(p => !Switches(published.Expression, p, parameters)).ToArray();
        double[] first = new double[x.Length], second = new double[x.Length];
        activation.Kernel<double>().Derivative(1, x, first);
        activation.Kernel<double>().Derivative(2, x, second);
        for (var i = 0; i < x.Length; i++)
        {
            if (Differences(published.Expression, x[i], parameters) is not var (slope, curvature)) continue;
            CheckDerivative(row, 1, x[i], slope, first[i], Math.Abs(slope) + Math.Abs(curvature * x[i]));
            CheckDerivative(row, 2, x[i], curvature, second[i], Math.Abs(slope) + Math.Abs(curvature));
        }
    }

    // At a switch the slope or its slope may jump.
    private static bool Switches(Expression formula, double x, IReadOnlyDictionary<string, double> parameters) =>
        KinkFinder.SwitchPoints(formula, parameters)
            .Any(point => Math.Abs(PlainEvaluation.Evaluate(point, double.NaN, parameters) - x) <= Step);

    // With a step of 2⁻³⁶, which x keeps exactly, the errors of central differences are about 1e-21, and 320 bits keep what
    // cancels.
    private static (double Slope, double Curvature)? Differences(
        Expression formula, double x, IReadOnlyDictionary<string, double> parameters)
    {
        var left = PreciseEvaluation.TryEvaluate(formula, x - Step, parameters);
        var middle = PreciseEvaluation.TryEvaluate(formula, x, parameters);
        var right = PreciseEvaluation.TryEvaluate(formula, x + Step, parameters);
        if (left is not { } l || middle is not { } m || right is not { } r) return null;
        return ((r - l).ToDouble() / (2 * Step), (r - m - (m - l)).ToDouble() / Step / Step);
    }

    private static void CheckDerivative(
        PublishedFormula row, int order, double x, double expected, double actual, double size)
    {
        var floor = CancelsInItsSlope.Contains(row.Name) ? 1 : 1e-6;
        if (double.IsNaN(expected) || double.IsInfinity(expected)) return;
        Assert.True(Math.Abs(actual - expected) <= 1e-11 * Math.Max(size, floor), string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Name} ({row.Ours}), derivative {order} at {x:R}: differences give {expected:R}, the entry {actual:R}"));
    }

    // What cancels to nothing in 320 bits may be a small number: 1 + tanh(-99).
    private static BigReal? Exact(
        Expression formula, double x, IReadOnlyDictionary<string, double> parameters, double actual)
    {
        var exact = PreciseEvaluation.TryEvaluate(formula, x, parameters);
        return exact is { Sign: 0 } && actual != 0
            ? BigReal.WithPrecision(1600, () => PreciseEvaluation.TryEvaluate(formula, x, parameters))
            : exact;
    }

    private static void Check(PublishedFormula row, double x, double expected, double actual, double error)
    {
        if (IllConditioned.Contains(row.Name)) return;
        const double smallestNormal = 2.3e-308;
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        if (Math.Abs(expected) < smallestNormal && Math.Abs(actual) < smallestNormal) return;
        if (expected == actual) return;
        var scale = CancelsBesideItsZero.Contains(row.Name) ? Math.Max(1, Math.Abs(expected)) : Math.Abs(expected);
        Assert.True(Math.Abs(error) <= Tolerance * scale, string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Name} ({row.Ours}) at {x:R}: {row.Formula} is {expected:R}, the entry gives {actual:R}"));
    }
}
