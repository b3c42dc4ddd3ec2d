using System.Globalization;
using System.Text;
using Hillock.Catalogue;
using Hillock.Catalogue.Noise;

namespace Hillock.Pages;

/// <summary>The page of the activations that have noise in training.</summary>
internal static class NoisePage
{
    public const string File = "noise.md";

    public static string Write(Bibliography bibliography)
    {
        var page = new StringBuilder(Markdown.Header);
        page.Append("\n# Activations with noise in training\n\nf(x, n), with noise n drawn for each element from a seed ")
            .Append("and the number of the element. In evaluation the noise is at its mean: 0 for normal, √(2/π) for ")
            .Append("half_normal, ½ for uniform, Euler's γ for gumbel. ∂f/∂x is the slope for the noise of the forward ")
            .Append("pass, which the backward pass draws again. gumbel_softmax is among the ")
            .Append(CultureInfo.InvariantCulture, $"[functions of several elements]({GroupPage.File}#gumbel_softmax).\n")
            .Append("\n[All families](README.md)\n");
        foreach (var entry in NoisyCatalogue.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {entry.Id}\n\n| | |\n|---|---|\n");
            foreach (var (label, text) in Rows(entry, bibliography))
                page.Append(CultureInfo.InvariantCulture, $"| {label} | {text} |\n");
        }

        return page.ToString();
    }

    private static IEnumerable<(string Label, string Text)> Rows(NoisyEntry entry, Bibliography bibliography)
    {
        var noisy = NoisyActivation.Parse(entry.Id);
        yield return ("f(x, n)", Markdown.Code(entry.FormulaText));
        yield return ("∂f/∂x", Markdown.Code(noisy.Derivative().ToString()));
        if (entry.Parameters.Count > 0)
            yield return ("parameters", string.Join("; ", entry.Parameters.Select(Markdown.Describe)));
        yield return ("evaluation", $"{Evaluation(entry)}: {Markdown.Code(noisy.Evaluation.Formula.ToString())}");
        if (entry.Remark is { } remark) yield return ("note", remark);
        yield return ("from", Markdown.Source(entry.Citation, entry.Year, bibliography));
    }

    // A second name leads to the entry that has it.
    private static string Evaluation(NoisyEntry entry) =>
        Markdown.Link(ActivationNames.Find(entry.Evaluation)!.Entry);
}
