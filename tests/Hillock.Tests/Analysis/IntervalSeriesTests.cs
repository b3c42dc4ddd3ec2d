using Hillock.Analysis.Intervals;
using Hillock.Catalogue;
using Hillock.Expressions;
using Hillock.Precision;
using Hillock.Tests.Catalogue;
using Hillock.Verification;

namespace Hillock.Tests.Analysis;

/// <summary>Interval Taylor series, against symbolic derivatives in 320 bits.</summary>
public class IntervalSeriesTests
{
    private const int Order = 3;

    private static readonly Dictionary<string, double> NoParameters = [];

    public static TheoryData<Primitive> Primitives => new(Enum.GetValues<Primitive>());

    public static TheoryData<string> Activations => new(CatalogueSample.Core);

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Coefficients_enclose_the_derivatives_of_a_primitive(Primitive primitive) => Attack(Sample.Of(primitive));

    [Theory]
    [MemberData(nameof(Activations))]
    public void Coefficients_enclose_the_derivatives_of_an_activation(string id) =>
        Attack(new Hillock.Analysis.AnalysedFunction(ActivationCatalogue.Find(id)!.Definition).Formula);

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Coefficients_over_a_point_are_narrow(Primitive primitive)
    {
        var function = new EnclosedFunction(Sample.Of(primitive));
        foreach (var x in Sample.Points)
        {
            var series = function.Series(x, Order);
            for (var k = 0; k <= Order; k++)
                Assert.True(series[k].Width <= 1e-11 * Math.Max(1, series[k].Magnitude), $"{primitive} at {x}, {k}: {series[k]}");
        }
    }

    [Theory]
    [InlineData("abs(x)", -1, 1, 1)]
    [InlineData("max(x, 0)", -1, 1, 1)]
    [InlineData("where(x > 0, x, 0)", -1, 1, 1)]
    [InlineData("sign(x)", 0, 0, 1)]
    [InlineData("floor(x)", 1, 1.5, 1)]
    public void A_derivative_across_a_kink_is_not_called_continuous(string formula, double lower, double upper, int k) =>
        Assert.Equal(
            Decoration.Unknown,
            new EnclosedFunction(FormulaParser.Parse(formula).Expression).Series(new(lower, upper), 2)[k].Decoration);

    [Fact]
    public void The_Taylor_form_is_narrower_over_narrow_intervals()
    {
        var function = new EnclosedFunction(FormulaParser.Parse("exp(x) - x - x^2/2").Expression);
        var x = new Interval(0.1, 0.101);
        Assert.True(function.OverByTaylor(x).Width < function.Over(x).Width / 2);
        Assert.True(function.OverByTaylor(x, 2).Width < function.OverByTaylor(x).Width * 1.01);
        Assert.Null(Enclosed.Counterexample(function.Expression, x, function.OverByTaylor(x, 3), new Random(2), 50));
    }

    private static void Attack(Expression expression)
    {
        var derivatives = Enumerable.Range(0, Order + 1).Select(k => Derivative.WithRespectToX(expression, k)).ToList();
        var function = new EnclosedFunction(expression);
        var random = new Random(3);
        foreach (var centre in Sample.Points)
        {
            foreach (var radius in (double[])[0, 0.1])
            {
                var x = new Interval(centre - radius, centre + radius);
                var series = function.Series(x, Order);
                for (var k = 0; k <= Order; k++)
                {
                    var point = Enclosed.Counterexample(derivatives[k], x, series.Derivative(k), random, 1);
                    Assert.True(point is null, $"derivative {k} of {expression} at {point:R}: not in {series.Derivative(k)}");
                }
            }
        }
    }
}
