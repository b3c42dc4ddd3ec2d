using System.Xml.Linq;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Reports;

/// <summary>The meaning of the terms in a report.</summary>
internal static class ReportGlossary
{
    public static XElement Render(ScoreKind kind) => E("section", E("h2", "Terms"),
        E("dl", Class("terms"), Terms(kind).SelectMany(term => new[] { E("dt", term.Name), E("dd", term.Meaning) })));

    private static IEnumerable<(string Name, string Meaning)> Terms(ScoreKind kind) =>
    [
        kind.IsAccuracy
            ? ("Test accuracy",
                "The share of test examples whose most probable class is the right one, after the last epoch.")
            : ("Test RMSE",
                "The root of the mean squared error on the test examples, after the last epoch; less is better."),
        ("95 % interval", """
            The interval of Student’s t around the mean over the seeds. If the comparison were repeated with other seeds
            many times, 95 % of such intervals would hold the true mean. It says nothing about other data or settings.
            One seed has none.
            """),
        ("Bootstrap", """
            The 95 % interval from resampled seeds, bias-corrected and accelerated. It assumes no normal distribution,
            but with few seeds it is too narrow, so nothing is decided by it.
            """),
        ("Told apart, real", "The paired difference has a Holm-corrected p-value below 0.05."),
        ("Effect size",
            "The mean of the paired differences divided by their standard deviation (Cohen’s d for pairs)."),
        ("Seeds needed", """
            The seeds with which the test, corrected as here, would find a difference of this effect size four times out
            of five. The effect size is estimated from the seeds there are, so this is a rough guide.
            """),
        ("Diverged", "The loss stopped being a finite number. Such a run has no score and is left out of means."),
        ("Time a run", "The time spent in training steps, without evaluation; mean over the finished runs."),
        ("Memory", """
            Of the network with its gradients, the optimiser and a batch; the examples are not counted, nor the
            libraries.
            """),
        ("Pre-activations, activations, gradients", """
            u = Wx + b of a hidden layer, f(u), and the derivative of the loss with respect to u; over all units and a
            fixed set of examples.
            """),
        ("Std.", "Standard deviation."),
        ("Share at zero", "The share of activations that are exactly 0."),
        ("Share saturated", """
            The share of units and examples where |f′(u)| is below one hundredth of the largest |f′|, so that hardly any
            gradient passes.
            """),
        ("Kink", "A point where the slope jumps."),
    ];
}
