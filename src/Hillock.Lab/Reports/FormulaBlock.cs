using System.Globalization;
using System.Xml.Linq;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Reports;

/// <summary>Formula and derivative of a function, set as mathematics, with kinks and source.</summary>
internal static class FormulaBlock
{
    public static IEnumerable<XElement> Render(FunctionPicture picture)
    {
        yield return E("p", Class("formula"), Equation("f(x)", picture.FormulaMathML));
        yield return E("p", Class("formula"), Equation("f′(x)", picture.DerivativeMathML));
        if (picture.Kinks.Count > 0)
        {
            yield return E("p", picture.Kinks.Count == 1 ? "Kink at " : "Kinks at ",
                Numbers.List([.. picture.Kinks.Select(Numbers.Plain)]), ".");
        }

        if (Source(picture) is { Length: > 0 } source)
            yield return E("p", Class("note"), source);
        yield return E("details", E("summary", "As text and as LaTeX"),
            E("pre", $"{picture.FormulaText}\n{picture.DerivativeText}"),
            E("pre", $"f(x) = {picture.FormulaLatex}\nf'(x) = {picture.DerivativeLatex}"));
    }

    private static XElement Equation(string left, string right) =>
        E("math", new XAttribute("displaystyle", "true"), E("mrow", E("mi", left), E("mo", "="), XElement.Parse(right)));

    // Most citations name the year themselves.
    private static string Source(FunctionPicture picture)
    {
        var year = picture.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        return picture.Citation is not { } citation ? year
            : citation.Contains(year, StringComparison.Ordinal) ? citation
            : $"{citation}, {year}";
    }
}
