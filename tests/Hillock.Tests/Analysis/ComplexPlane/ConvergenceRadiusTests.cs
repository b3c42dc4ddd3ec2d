using Hillock.Analysis;
using Hillock.Analysis.Limits;
using Hillock.Analysis.Properties;
using Hillock.Catalogue;
using Hillock.Tests.Analysis.Limits;

namespace Hillock.Tests.Analysis.ComplexPlane;

public class ConvergenceRadiusTests
{
    private const int Count = 240;

    private static readonly double[] Scales = [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6];

    public static TheoryData<string> Functions => [.. ActivationCatalogue.All.Select(entry => entry.Id)];

    [Theory]
    [InlineData("sqrt(1 + x^2)", 1.0)]
    [InlineData("x/sqrt(1 + 4*x^2)", 0.5)]
    [InlineData("1/(x^2 + 2*x + 5)", 2.23606797749979)]
    [InlineData("tanh(x) + atan(x)", 1.0)]
    [InlineData("atan(x) + x/(1 + x^2)", 1.0)]
    [InlineData("sin(x)*sigmoid(x)", Math.PI)]
    [InlineData("x*sigmoid(exp(x))", 1.94365830634634)]
    [InlineData("1/cosh(x)", Math.PI / 2)]
    [InlineData("log(1 + sigmoid(x))", Math.PI)]
    [InlineData("cosh(x)*tanh(x)", null)]
    [InlineData("tanh(x) - sinh(x)/cosh(x) + sin(x)", null)]
    [InlineData("1/sigmoid(x)", null)]
    [InlineData("sqrt((1 + x^2)^2)", null)]
    [InlineData("sqrt(cosh(x)^3)", Math.PI / 2)]
    [InlineData("erf(softplus(x))", Math.PI)]
    [InlineData("x*tanh(softplus(x))", 2.38154691935564)]
    [InlineData("tanh(2*x)*tanh(x)", Math.PI / 4)]
    [InlineData("asinh(x) + log(2 + x)", 1.0)]
    [InlineData("relu(x + 1)", double.PositiveInfinity)]
    [InlineData("1/(1 + x^5/32)", 2.0)]
    public void The_radius_is_the_distance_of_the_nearest_singularity(string formula, double? radius)
    {
        var found = TaylorProperty.Of(ShapeOf.Text(formula)).Value!.Radius;
        Assert.Equal(radius is null, found is null);
        if (double.IsFinite(radius ?? double.NaN)) Close.Relative(radius!.Value, found!.Value, 1e-6, formula);
        else Assert.Equal(radius, found);
    }

    // From one stretch of orders to a later one, terms at the radius keep their size but for a power of the order (at
    // essential singularities for exp of a root of it), and those of an entire function shrink ever faster.
    [Theory]
    [MemberData(nameof(Functions))]
    public void Terms_neither_die_out_nor_grow_at_the_radius(string id)
    {
        var function = new AnalysedFunction(ActivationCatalogue.Find(id)!.Definition);
        if (TaylorProperty.Of(function).Value is not { Radius: { } radius, Ends: false }) return;
        var form = Anatomy.Of(function).Form.Value!;
        var piece = form.Pieces[form.Breakpoints.Count(b => b.Place.High < 0)]!;
        if (double.IsFinite(radius)) Assert.InRange(Growth(PowerSeries.Of(piece, radius, Count), 120, 200), 0.95, 1.06);
        else Assert.Contains(Scales, scale => IsEntire(PowerSeries.Of(piece, scale, Count)));
    }

    [Fact]
    public void The_radius_is_known_for_most_series_of_the_catalogue()
    {
        var series = ActivationCatalogue.All.Select(entry => new AnalysedFunction(entry.Definition))
            .Where(f => TaylorProperty.Of(f).Value is not null).ToList();
        var unknown = series.Where(f => TaylorProperty.Of(f).Value!.Radius is null).Select(f => f.Definition.Id).ToList();
        Assert.True(unknown.Count <= 21, $"{unknown.Count} of {series.Count}: {string.Join(", ", unknown)}");
    }

    private static bool IsEntire(double[] terms) =>
        terms.All(double.IsFinite) && (Largest(terms, 30) == 0 || Growth(terms, 110, 190) < 0.96 * Growth(terms, 30, 110));

    // By term, from the forty orders at one place to those at a later one: conjugate singularities let some vanish.
    private static double Growth(double[] terms, int from, int to) =>
        Math.Pow(Largest(terms, to) / Largest(terms, from), 1.0 / (to - from));

    private static double Largest(double[] terms, int from) => terms.AsSpan(from, 40).ToArray().Max(Math.Abs);
}
