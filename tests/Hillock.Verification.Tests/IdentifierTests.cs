using System.Globalization;
using Hillock.Catalogue;
using Hillock.Verification.Identification;

namespace Hillock.Verification.Tests;

public class IdentifierTests
{
    [Theory]
    [InlineData("x*sigmoid(1.7*x)", "swish(x, beta=1.7)", Evidence.Identical)]
    [InlineData("x*exp(-exp(-x))", "golu", Evidence.Identical)]
    [InlineData("x*(1 + erf(x/sqrt(2)))/2", "gelu", Evidence.Indistinguishable)]
    [InlineData("x*sigmoid(sqrt(8/pi)*(x + 0.044715*x^3))", "gelu_tanh", Evidence.Indistinguishable)]
    [InlineData("2^(x/log(2)) - 1", "expm1", Evidence.Indistinguishable)]
    [InlineData("5*max(0, -x)", "5*relu(-1*x)", Evidence.Indistinguishable)]
    [InlineData("x*tanh(sqrt(abs(x)))", null, null)]
    public void A_formula_is_found_under_its_name(string formula, string? name, Evidence? evidence)
    {
        var found = Identifier.Find(Activation.Parse(formula));
        if (name is null)
        {
            Assert.Empty(found);
            return;
        }

        Assert.Equal(name, found[0].ToString());
        Assert.Equal(evidence, found[0].Evidence);
    }

    [Fact]
    public void A_case_of_a_family_is_found_with_its_numbers()
    {
        var found = Identifier.Find(Activation.Parse("3*tanh(x/2)"));
        Assert.Contains("3*tanh(0.5*x)", found.Select(identity => identity.ToString()));
        Assert.Contains("scaled_tanh(x, alpha=3, beta=0.5)", found.Select(identity => identity.ToString()));
    }

    // At their defaults and at points of all kinds, kinks among them, no two entries may have the same values unless one
    // says that it starts as the other.
    [Fact]
    public void No_entry_is_an_undeclared_double_of_another()
    {
        double[] points = [-47.3, -12.1, -7.3, -3.1, -2, -1.7, -1, -0.83, -0.21, -0.003, 0, 0.017, 0.17, 0.45, 0.9, 1, 1.3, 2, 2.7, 6.6, 11.3];
        var doubles = ActivationCatalogue.All
            .GroupBy(entry => string.Join(' ', Values(entry.Id).Select(Rounded)))
            .Where(group => group.Select(entry => entry.StartsAs ?? entry.Id).Distinct().Count() > 1)
            .Select(group => string.Join(" = ", group.Select(entry => entry.Id)));
        Assert.True(!doubles.Any(), string.Join("; ", doubles));
        Assert.All(
            ActivationCatalogue.All.Where(entry => entry.StartsAs is not null),
            entry => Assert.Equal(Values(entry.StartsAs!), Values(entry.Id), (a, b) => Same(a, b)));

        double[] Values(string id)
        {
            var y = points.ToArray();
            Activation.Parse(id).Kernel<double>().Value(y, y);
            return y;
        }
    }

    private static string Rounded(double value) =>
        (Math.Abs(value) < 1e-12 ? 0 : value).ToString("G10", CultureInfo.InvariantCulture);

    private static bool Same(double a, double b) =>
        a.Equals(b) || Math.Abs(a - b) <= 1e-11 * Math.Max(1e-3, Math.Abs(a));
}
