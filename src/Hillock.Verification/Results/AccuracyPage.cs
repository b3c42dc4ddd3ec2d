using System.Globalization;
using System.Text;
using Hillock.Catalogue;

namespace Hillock.Verification;

/// <summary>Results as a page of Markdown: a section for each type and precision, a row for each kernel.</summary>
public static class AccuracyPage
{
    private const string Introduction =
        """
        # Accuracy of the kernels

        Written by `hillock verify`; the numbers behind it are in the JSON file beside it. Do not edit either.

        Errors are in units in the last place (ULP): |got − true| divided by the distance between neighbouring numbers of
        the type at the true result, subnormal numbers included. All inputs are screened with the kernel for double; a
        witness of 320 bits that shares nothing with the kernels judges the worst inputs of every sign and exponent and
        says how far the screen is from the truth. *Near z* stands for the inputs between z/2 and 3z/2, where the
        derivative passes through zero at z: there a unit is not smaller than 2^−25 for float32 (2 units are an absolute
        error of 2^−24) and 2^−54 for float64. *Value (pair)* and *slope (pair)* come from the kernel that gives both in one
        pass. A dash under *bound* means that nothing is promised.
        [Decision 7](decisions/0007-how-kernels-are-verified.md) has the details.

        """;

    /// <summary>The page, its functions in the order of the catalogue.</summary>
    public static string Render(IEnumerable<ActivationResult> results)
    {
        var page = new StringBuilder(Introduction);
        var sections = results.GroupBy(r => (r.Type, r.Precision))
            .OrderBy(section => Position(ElementType.All.Select(type => type.Name), section.Key.Type))
            .ThenBy(section => section.Key.Precision);
        foreach (var section in sections)
        {
            Line(page, $"\n## {section.Key.Type}, {section.Key.Precision}\n");
            WriteSection(page, [.. section.OrderBy(r => Position(ActivationCatalogue.Ids, r.Function))]);
        }

        return page.ToString();
    }

    private static void WriteSection(StringBuilder page, IReadOnlyList<ActivationResult> results)
    {
        Line(page, $"| function | kernel | ULP | at x | got | true | bound | |");
        Line(page, $"|---|---|--:|--:|--:|--:|--:|---|");
        foreach (var result in results)
            foreach (var quantity in result.Quantities)
                Line(page, $"| {Escaped(result.Function)} | {Cells(quantity)} |");
        Line(page, $"\n{Witnessed(results)}\n");
        foreach (var run in results.GroupBy(r => (r.Circumstances, r.Exhaustive)))
            Line(page, $"- {Circumstances(run.Key)}: {string.Join(", ", run.Select(r => Escaped(r.Function)))}");
    }

    private static string Cells(QuantityResult q)
    {
        var worst = q.Worst is { } w ? $"{Number(w.X)} | {Number(w.Got)} | {Number(w.Expected)}" : "| |";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(q)} | {q.Worst?.Error ?? 0:G4} | {worst} | {q.Bound?.ToString("R", CultureInfo.InvariantCulture) ?? "–"} | {Word(q.Outcome)}");
    }

    private static string Name(QuantityResult q) => q.Near is { } near
        ? string.Create(CultureInfo.InvariantCulture, $"{q.Quantity} near {near:G5}")
        : q.Quantity;

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Pass => "pass",
        Outcome.Fail => "**fail**",
        Outcome.Unproven => "**open**",
        _ => "",
    };

    private static string Witnessed(IReadOnlyList<ActivationResult> results)
    {
        var all = results.SelectMany(r => r.Quantities).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Witnessed: {all.Sum(q => q.Witnessed)} results, {all.Sum(q => q.Unwitnessed)} more were out of the witness's range or "
            + $"at ±∞ and NaN; the screen was at most {all.Max(q => q.ScreenDistance):G2} units from it.");
    }

    private static string Circumstances((Circumstances? Circumstances, bool Exhaustive) run) => run.Circumstances is { } c
        ? string.Create(CultureInfo.InvariantCulture, $"{c.Date:yyyy-MM-dd}, `{c.Command}`, {Inputs(run.Exhaustive)}, {c.Machine}")
        : Inputs(run.Exhaustive);

    private static string Inputs(bool exhaustive) => exhaustive ? "every input" : "a sample of inputs";

    private static int Position(IEnumerable<string> names, string name)
    {
        var index = names.ToList().IndexOf(name);
        return index < 0 ? int.MaxValue : index;
    }

    // Formulas may hold the bars of tables.
    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder page, FormattableString line) =>
        page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
