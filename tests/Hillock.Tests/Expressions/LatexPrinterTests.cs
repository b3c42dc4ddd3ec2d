using Hillock.Expressions;

namespace Hillock.Tests.Expressions;

public class LatexPrinterTests
{
    [Theory]
    [InlineData("x*sigmoid(beta*x)", @"x \, \sigma\left(\beta \, x\right)")]
    [InlineData("-(x + 1)^2", @"-\left(x + 1\right)^{2}")]
    [InlineData("x/(1 + abs(x))", @"\frac{x}{1 + \left|x\right|}")]
    [InlineData("(x/2)^3", @"\left(\frac{x}{2}\right)^{3}")]
    [InlineData("exp(x)^2", @"\left(e^{x}\right)^{2}")]
    [InlineData("x*2", @"x \cdot 2")]
    [InlineData("1e-5*x", @"1 \cdot 10^{-05} \, x")]
    [InlineData("x - (1 - x)", @"x - \left(1 - x\right)")]
    [InlineData("negative_slope*x", @"\mathrm{negative\_slope} \, x")]
    [InlineData("sqrt(2/pi)", @"\sqrt{\frac{2}{\pi}}")]
    public void Sets_parentheses_only_where_needed(string formula, string expected)
    {
        var free = FormulaParser.FreeNames(formula);
        var bound = free.Count == 0 ? formula : $"{formula} where {string.Join(", ", free.Select(name => name + "=1"))}";
        Assert.Equal(expected, LatexPrinter.Print(FormulaParser.Parse(bound).Expression));
    }
}
