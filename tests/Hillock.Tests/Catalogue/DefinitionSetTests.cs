using System.Globalization;
using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Tests.Catalogue;

/// <summary>Activations that users define are treated as ours are.</summary>
public class DefinitionSetTests
{
    private const string Text = """
        # a comment
        my_swish = x*sigmoid(beta*x) where learned beta=1 in (0, 10)   # lab book, 2026

        twice = 2*my_swish(x, beta=1.5)
        bent = where(x > 0, x, slope*x) where slope=0.3 except 1
        """;

    private static readonly DefinitionSet Mine = DefinitionSet.Parse(Text, "my.hillock");

    [Fact]
    public void A_file_is_read_line_by_line()
    {
        Assert.Equal(["my_swish", "twice", "bent"], Mine.Entries.Select(entry => entry.Id));
        Assert.Equal(
            ["lab book, 2026", "defined in my.hillock, line 4", "defined in my.hillock, line 5"],
            Mine.Entries.Select(entry => entry.Citation));
        Assert.Equal("my.hillock, line 2", Mine.Find("my_swish")!.DefinedIn);
        Assert.Equal(
            new ActivationParameter("beta", 1, true, ParameterDomain.Between(0, 10)), Mine.Find("my_swish")!.Parameters[0]);
        Assert.Equal(Mine.Entries.Select(entry => entry.FormulaText), DefinitionSet.Parse(
            Text.ReplaceLineEndings("\r\n"), "my.hillock").Entries.Select(entry => entry.FormulaText));
    }

    [Fact]
    public void Everything_is_derived_from_a_definition()
    {
        var (mine, ours) = (Activation.Parse("my_swish(beta=2)", Mine), Activation.Parse("swish(beta=2)"));
        float[] x = [-9, -1, 0, 0.5f, 7, float.PositiveInfinity], upstream = [1, 2, 3, 4, 5, 6];
        foreach (var pass in Passes(mine).Zip(Passes(ours))) Assert.Equal(pass.Second, pass.First);
        Assert.Equal(ours.Derivative(), mine.Derivative());
        Assert.Equal([0.0], Activation.Parse("bent", Mine).KinkLocations());
        Assert.Equal(0.3, Activation.Parse("bent", Mine).DerivativeAt(0));
        Assert.Equal(ours.Value(1.3), Activation.Parse("my_swish(x, beta=2)", Mine).Value(1.3));

        IEnumerable<float[]> Passes(Activation activation)
        {
            float[] value = new float[x.Length], gradient = new float[x.Length];
            double[] sums = [0];
            activation.Kernel<float>().Value(x, value);
            activation.Kernel<float>().Backward(x, upstream, gradient, [], sums);
            return [value, gradient, [(float)sums[0]]];
        }
    }

    [Fact]
    public void A_definition_may_use_those_above_it() =>
        Assert.Equal(2 * Activation.Parse("swish(beta=1.5)").Value(0.7), Activation.Parse("twice", Mine).Value(0.7), 15);

    [Theory]
    [InlineData("a = x\nrelu = x", 2, 1, "'relu' is taken: an activation of the catalogue")]
    [InlineData("siren = x", 1, 1, "'siren' is taken: another name of sin(omega=30)")]
    [InlineData("gelu_new = x", 1, 1, "'gelu_new' is taken: hf:gelu_new is gelu_tanh")]
    [InlineData("leaky = x", 1, 1, "'leaky' is taken: libraries use it")]
    [InlineData("exp = x", 1, 1, "'exp' has a meaning of its own")]
    [InlineData("x = 1", 1, 1, "'x' has a meaning of its own")]
    [InlineData("a = x\n\n a = 2*x", 3, 2, "'a' is defined already, in f.hillock, line 1")]
    [InlineData("2a = x", 1, 1, "'2a' is no name")]
    [InlineData("größe = x", 1, 1, "'größe' is no name")]
    [InlineData("= x", 1, 1, "'' is no name")]
    [InlineData("  nothing here", 1, 3, "expected name = formula")]
    [InlineData("a = # later", 1, 5, "the formula is empty")]
    [InlineData("a = x*sigmod(x)", 1, 7, "unknown function 'sigmod'. Did you mean 'sigmoid'?")]
    [InlineData("my_own = x\na = 2*my_ovn(x)", 2, 7, "Did you mean 'my_own'")]
    [InlineData("a = b(x)\nb = x", 1, 5, "unknown function 'b'")]
    [InlineData("a = a(x)", 1, 5, "unknown function 'a'")]
    [InlineData("a = b*x where b=2 in (0, 1)", 1, 17, "b = 2 is not allowed: b must be a number from 0 (excluded) to 1")]
    [InlineData("a = b*x where b=2 in (3, 1)", 1, 22, "no number lies in this interval")]
    [InlineData("a = b*x where b=2 in 3", 1, 22, "expected '(' or '['")]
    [InlineData("a = b*x where b=2 in (0, big)", 1, 26, "expected a number or inf")]
    [InlineData("a = celu(x, alpha=0)", 1, 19, "alpha = 0 is not allowed")]
    [InlineData("a = x\u2212 1", 1, 6, "typographic minus")]
    [InlineData("d = x*x*x*x*x\na = d(d(d(d(d(x)))))\nb = a(a(x))", 3, 5, "more than 20000 operations")]
    public void A_mistake_is_shown_in_its_line(string text, int line, int column, string problem)
    {
        var e = Assert.Throws<DefinitionException>(() => DefinitionSet.Parse(text, "f.hillock"));
        Assert.Equal((line, column), (e.Line, e.Column));
        Assert.Contains(problem, e.Problem, StringComparison.Ordinal);
        Assert.StartsWith($"f.hillock:{line}:{column}: {e.Problem}", e.Message, StringComparison.Ordinal);
        var shown = e.Message.Split('\n');
        Assert.Equal("  " + text.Split('\n')[line - 1], shown[1]);
        Assert.Equal(2 + column - 1, shown[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_asked_for_may_be_near_a_definition()
    {
        var e = Assert.Throws<FormulaException>(() => Activation.Parse("my_swich", Mine));
        Assert.Contains("Did you mean 'my_swish'", e.Message, StringComparison.Ordinal);
        Assert.Throws<FormulaException>(() => Activation.Parse("my_swish"));
        Assert.Throws<FormulaException>(() => Activation.Parse("my_swish(beta=10)", Mine));
    }

    [Fact]
    public void Another_encoding_is_found_out()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [.. "a = x\nb = x # caf"u8, 0xE9]);
        var e = Assert.Throws<DefinitionException>(() => DefinitionSet.Read(path));
        File.WriteAllText(path, "a = x # café", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal("café", DefinitionSet.Read(path).Entries.Single().Citation);
        File.Delete(path);
        Assert.Equal((2, 12), (e.Line, e.Column));
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            var half = Activation.Define("half", "a*x where a=0.5 in [0.25, inf)");
            Assert.Equal("a*x where a=0.5 in [0.25, inf)", half.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a=1", "a finite number")]
    [InlineData("a=1 in (-inf, inf)", "a finite number")]
    [InlineData("a=1 in (0, inf)", "a number above 0")]
    [InlineData("a=1 in [-1, 2)", "a number from -1 to 2 (excluded)")]
    [InlineData("a=1 in (-inf, 1]", "1 or a number below it")]
    [InlineData("learned a=-1 except 0.5", "a number other than 0.5")]
    public void A_domain_is_read_and_written(string binding, string inWords)
    {
        var activation = Activation.Parse($"a*x where {binding}");
        Assert.Equal(inWords, activation.Parameters[0].Domain.ToString());
        var again = Activation.Parse(activation.ToString());
        Assert.Equal(activation.Parameters, again.Parameters);
    }

    [Fact]
    public void Domains_of_the_catalogue_can_be_written_in_formulas() => Assert.All(
        ActivationCatalogue.All, entry => Assert.Equal(
            entry.Parameters.OrderBy(p => p.Name),
            Activation.Parse(Activation.Of(entry).ToString()).Parameters.OrderBy(p => p.Name)));
}
