using Hillock.Analysis;
using Hillock.Analysis.Reports;
using Hillock.Catalogue;
using Hillock.Catalogue.Noise;
using Hillock.Expressions;

namespace Hillock.Cli.Commands;

/// <summary>What <c>hillock show --json</c> says.</summary>
internal static class ShowDescription
{
    public static object Of(Activation a, PropertyReport report)
    {
        var moments = GaussianMoments.Compute(a.Kernel<double>());
        return new
        {
            a.Id,
            Formula = a.Formula.ToString(),
            Latex = LatexPrinter.Print(a.Formula),
            Derivative = a.Derivative().ToString(),
            DerivativeLatex = LatexPrinter.Print(a.Derivative()),
            SecondDerivative = a.Derivative(2).ToString(),
            Parameters = a.Parameters.Select(p => new
            {
                p.Name,
                p.Default,
                p.Learned,
                Domain = p.Domain.ToString(),
                Derivative = a.DerivativeWithRespectTo(p.Name).ToString(),
            }),
            Kinks = a.Kinks.Select(k => new { At = k.Location.ToString(), Slope = k.Slope.ToString() }),
            AtMinusInfinity = a.Value(double.NegativeInfinity),
            AtPlusInfinity = a.Value(double.PositiveInfinity),
            NormalInput = new { moments.Mean, moments.SecondMoment, moments.SlopeSecondMoment, moments.Gain },
            Properties = PropertyDescription.Of(report),
            a.Entry?.Year,
            a.Entry?.Citation,
            a.Entry?.Remark,
            a.Entry?.DefinedIn,
            InTraining = NoiseReport.Describe(NoisyCatalogue.Find(a.Id)),
            Elsewhere = a.Entry is { } entry
                ? ActivationNames.Elsewhere(entry).Select(EntryDescription.DescribeName)
                : [],
        };
    }
}
