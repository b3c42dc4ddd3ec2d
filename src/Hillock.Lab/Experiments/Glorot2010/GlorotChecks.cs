using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using static Hillock.Lab.Experiments.Glorot2010.Glorot2010Experiment;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>What of the paper is tested.</summary>
internal static class GlorotChecks
{
    // A network that answers with the frequencies of the classes alone: −Σ p ln p, and the rarest answer's complement.
    private const double PriorEntropy = 2.1100;
    private const double PriorError = 83.33;

    private const double Collapsed = 0.05;

    private const double Saturated = 0.95;

    /// <summary>The mean singular value of a square matrix of independent entries of variance 1/n: 8/(3π).</summary>
    public const double LinearJacobian = 8 / (3 * Math.PI);

    /// <summary>At initialisation.</summary>
    public static IEnumerable<Check> AtStart(InitialState standard, InitialState normalised)
    {
        yield return Check.Within("Mean singular value of a layer's Jacobian, standard initialisation", standard.SingularValue, 0.46, 0.50, 3) with
        {
            Published = "0.5 (§4.2.1); 8/(3π√3) = 0.490 for tanh′ = 1",
        };
        yield return Check.Within("the same, normalised", normalised.SingularValue, 0.80, 0.85, 3) with
        {
            Published = "0.8 (§4.2.1); 8/(3π) = 0.849 for tanh′ = 1",
        };
        yield return Check.That(
            "Both are what random matrices give with the tanh′ of each layer: largest deviation from 8/(3π) · σ · mean tanh′",
            DeviationFromTheory(standard, normalised) <= 0.03, Numbers.Percent(100 * DeviationFromTheory(standard, normalised)));
        yield return Ratio("Deviation of activations from layer to layer, standard initialisation", standard.Activations, 1 / Math.Sqrt(3), "1/√3 (equation 5)");
        yield return Ratio("Deviation of back-propagated gradients from layer to layer towards the input, standard", [.. standard.Gradients.Reverse()], 1 / Math.Sqrt(3), "1/√3 (equation 6)");
        yield return Ratio("the same, normalised", [.. normalised.Gradients.Reverse()], 1, "constant (figure 7)");
        foreach (var state in new[] { standard, normalised })
        {
            var ratio = state.WeightGradients.Max() / state.WeightGradients.Min();
            yield return Check.Within(
                $"Gradients by weights are alike in all layers behind the first ({state.Initialisation}): largest over smallest deviation", ratio, 1, 1.5, 3) with
            {
                Published = "constant (equation 14, figure 8)",
            };
        }
    }

    /// <summary>In training: the acceptance tests 1 to 4, and what figures 7 and 9 show.</summary>
    public static IEnumerable<Check> InTraining(Workbench bench, IReadOnlyDictionary<string, GlorotCurve> all)
    {
        var sigmoid = all[Sigmoid];
        var top = sigmoid.Layers[^1].Means;
        var early = top.Take(1 + (sigmoid.Updates.Count / 20)).Min();
        yield return Check.AtLength(bench, "Sigmoid: the mean activation of the top layer falls below 0.05 within the first 5 % of training", early < Collapsed, Numbers.Compact(early, 2)) with
        {
            Published = "“very quickly” to 0 (figure 2)",
            Remark = early < Collapsed ? null : Falls(sigmoid.Updates, top),
        };
        yield return Check.AtLength(
            bench, "Sigmoid: the loss stays within 0.02 of 2.110, that of answering with the frequencies of the classes",
            Math.Abs(sigmoid.FinalLoss - PriorEntropy) <= 0.02, Numbers.Fixed(sigmoid.FinalLoss, 3));
        yield return Check.AtLength(
            bench, "Sigmoid: the error stays within 1.5 points of 83.3 %", Math.Abs(sigmoid.FinalError - PriorError) <= 1.5, Numbers.Percent(sigmoid.FinalError)) with
        {
            Published = "82.61 % (table 1)",
        };
        yield return Order(bench, all[Tanh]);
        yield return Together(bench, all[Tanh], all[Softsign]);
        yield return Reversal(bench, all[Tanh]);
        yield return Divergence(bench, all[Tanh], all[TanhN]);
        yield return Mass(bench, "Softsign: after training more activations lie at 0.5 < |z| < 0.9 than at |z| > 0.95", all[Softsign].Histograms, knees: true);
        yield return Mass(bench, "Tanh: in layers 1 and 2 it is the reverse", [.. all[Tanh].Histograms.Take(2)], knees: false);
        var (tanh, best) = (all[Tanh].FinalError, new[] { Softsign, SoftsignN, TanhN }.Max(name => all[name].FinalError));
        yield return Check.AtLength(
            bench, "Test errors: Sigmoid > Tanh > Softsign, Softsign N and Tanh N", sigmoid.FinalError > tanh && tanh > best,
            $"{Numbers.Fixed(sigmoid.FinalError, 1)}, {Numbers.Fixed(tanh, 1)}, at most {Numbers.Fixed(best, 1)} %") with
        {
            Published = "82.61, 27.15, 16.27, 16.06, 15.60 % (table 1)",
        };
        var lead = tanh - all[TanhN].FinalError;
        yield return Check.AtLength(bench, "Tanh N is better than Tanh by at least 5 points", lead >= 5, Numbers.Fixed(lead, 1) + " points") with
        {
            Published = "11.55 points (table 1)",
            Remark = lead >= 5 ? null : Leads(all[Tanh], all[TanhN]),
        };
    }

    /// <summary>The column that stands for MNIST.</summary>
    public static Check OfFashion(Workbench bench, IReadOnlyDictionary<string, GlorotCurve> all)
    {
        var (sigmoid, others) = (all[Sigmoid].FinalError, all.Where(row => row.Key != Sigmoid).Max(row => row.Value.FinalError));
        return Check.AtLength(
            bench, "Fashion-MNIST: Sigmoid has the highest error of all", sigmoid > others,
            $"{Numbers.Fixed(sigmoid, 1)}, the others at most {Numbers.Fixed(others, 1)} %") with
        {
            Published = "MNIST: 2.21, the others at most 1.76 % (table 1)",
        };
    }

    /// <summary>Figure 5: the acceptance test 5.</summary>
    public static Check OfSurfaces(double[] quadratic, double[] crossEntropy)
    {
        var (first, second) = (CostSurface.ShareFlat(quadratic), CostSurface.ShareFlat(crossEntropy));
        return Check.That(
            "The quadratic cost is flat on a larger share of the plane of two weights than cross-entropy", first > second,
            $"{Numbers.Fixed(100 * first, 1)} and {Numbers.Fixed(100 * second, 1)} %") with
        {
            Published = "clearly more plateaus (figure 5)",
        };
    }

    /// <summary>Spearman's correlation of ranks; ties are not expected.</summary>
    internal static double RankCorrelation(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var (a, b) = (Ranks(first), Ranks(second));
        var squares = a.Zip(b, (x, y) => Math.Pow(x - y, 2)).Sum();
        return 1 - (6 * squares / (first.Count * ((first.Count * (double)first.Count) - 1)));
    }

    private static int[] Ranks(IReadOnlyList<double> values) => [.. values.Select(value => values.Count(other => other < value))];

    private static Check Ratio(string statement, IReadOnlyList<double> values, double expected, string published)
    {
        var ratio = Math.Pow(values[^1] / values[0], 1.0 / (values.Count - 1));
        // The theory is for tanh′ = 1; on these pictures tanh′ takes about a tenth more.
        return Check.Within(statement, ratio, 0.85 * expected, 1.05 * expected, 3) with { Published = published };
    }

    private static Check Order(Workbench bench, GlorotCurve tanh)
    {
        double?[] times = [.. tanh.Layers.Select(layer => TimeOf(tanh.Updates, layer.Percentiles))];
        const string statement = "Tanh: the 98th percentile of |z| passes 0.95 the later, the higher the layer (correlation of ranks above 0.8)";
        if (times.Count(time => time is not null) < 3)
            return new(statement, $"{times.Count(time => time is not null)} of {times.Length} layers pass", Outcome.NotDecided);
        // Who never passes is behind all that do.
        double[] order = [.. times.Select((time, layer) => time ?? (tanh.Updates[^1] * (2 + (0.01 * layer))))];
        var correlation = RankCorrelation([.. order.Select((_, layer) => (double)layer)], order);
        return Check.AtLength(bench, statement, correlation > 0.8, Numbers.Fixed(correlation, 2)) with
        {
            Published = "layer 1 first, then 2, then 3 (figure 3)",
        };
    }

    private static double? TimeOf(IReadOnlyList<double> updates, IReadOnlyList<double> percentiles)
    {
        for (var i = 0; i < percentiles.Count; i++)
            if (percentiles[i] > Saturated)
                return updates[i];
        return null;
    }

    private static Check Together(Workbench bench, GlorotCurve tanh, GlorotCurve softsign)
    {
        double[] first = [.. Spreads(tanh)], second = [.. Spreads(softsign)];
        var half = first.Length / 2;
        var holds = second[half] < first[half] / 2;
        return Check.AtLength(
            bench, "Softsign: at half of training the layers' 98th percentiles spread less than half as far as tanh's",
            holds, $"{Numbers.Fixed(second[half], 2)} and {Numbers.Fixed(first[half], 2)}") with
        {
            Published = "all layers together (figure 3)",
            Remark = holds ? null
                : $"{tanh.Layers.Count(layer => layer.Percentiles[half] > Saturated)} of {tanh.Layers.Count} layers of tanh have "
                + $"saturated by then; the largest spreads in training are {Numbers.Fixed(second.Max(), 2)} and "
                + $"{Numbers.Fixed(first.Max(), 2)}",
        };
    }

    // How far the layers are apart, look by look.
    private static IEnumerable<double> Spreads(GlorotCurve curve) => curve.Updates.Select((_, look) =>
        curve.Layers.Max(layer => layer.Percentiles[look]) - curve.Layers.Min(layer => layer.Percentiles[look]));

    // At the start the first layer has the least gradient.
    private static Check Reversal(Workbench bench, GlorotCurve tanh)
    {
        double[] ratios = [.. tanh.Layers[0].Gradients.Zip(tanh.Layers[^1].Gradients, (first, last) => first / last)];
        var look = Array.FindIndex(ratios, ratio => ratio > 1);
        return Check.AtLength(
            bench, "Tanh: back-propagated gradients are smallest in the first layer at the start, and in the first tenth of training that turns round",
            ratios[0] < 1 && look >= 0 && look <= ratios.Length / 10,
            $"first over last layer {Numbers.Compact(ratios[0], 2)} at the start, "
            + (look < 0 ? $"at most {Numbers.Compact(ratios.Max(), 2)} in training" : $"above 1 after {Numbers.Fixed(tanh.Updates[look], 0)} updates")) with
        {
            Published = "“reverses quickly” (§4.2.2, figure 7)",
        };
    }

    private static Check Divergence(Workbench bench, GlorotCurve standard, GlorotCurve normalised)
    {
        var (first, second) = (Apart(standard), Apart(normalised));
        return Check.AtLength(
            bench, "Gradients by weights of the layers drift further apart in Tanh than in Tanh N: largest over smallest, in the mean of training",
            first > second, $"{Numbers.Fixed(first, 2)} and {Numbers.Fixed(second, 2)}") with
        {
            Published = "figure 9",
        };
    }

    private static double Apart(GlorotCurve curve) => curve.Updates.Select((_, look) =>
        curve.Layers.Max(layer => layer.WeightGradients[look]) / curve.Layers.Min(layer => layer.WeightGradients[look])).Average();

    private static string Falls(IReadOnlyList<double> updates, IReadOnlyList<double> means)
    {
        for (var look = 0; look < means.Count; look++)
            if (means[look] < Collapsed)
                return $"it falls below after {Numbers.Fixed(updates[look], 0)} updates, {Numbers.Percent(100 * updates[look] / updates[^1], 0)} of training";
        return $"the least of all training is {Numbers.Compact(means.Min(), 2)}";
    }

    // The error curves are of fewer pictures; the scatter is that of a share among them.
    private static string Leads(GlorotCurve tanh, GlorotCurve normalised)
    {
        double[] shares = [0.02, 0.1, 0.3, 1];
        var last = tanh.Errors.Count - 1;
        return "on the curves' pictures " + string.Join(", ", shares.Select(share => (share, Look: (int)(share * last))).Select(at =>
                $"{Numbers.Fixed(tanh.Errors[at.Look] - normalised.Errors[at.Look], 1)} points after {Numbers.Percent(100 * at.share, 0)}"))
            + $" of training, each give or take {Numbers.Fixed(Scatter(normalised.FinalError, PictureSets.CountTested), 1)}; "
            + "the published lead is that of 5 million updates of 1000 units";
    }

    // The standard deviation of a share among so many examples, in points.
    private static double Scatter(double percent, int examples) => Math.Sqrt(percent * (100 - percent) / examples);

    private static double DeviationFromTheory(params InitialState[] states) => states
        .Zip([LinearJacobian / Math.Sqrt(3), LinearJacobian])
        .SelectMany(pair => pair.First.Jacobians.Select(jacobian => (jacobian.SingularValue / (pair.Second * jacobian.Slope)) - 1))
        .Max(Math.Abs);

    private static Check Mass(Workbench bench, string statement, IReadOnlyList<IReadOnlyList<double>> histograms, bool knees)
    {
        var (atKnees, beyond) = (
            histograms.Average(histogram => ActivationHistogram.ShareBetween(histogram, 0.5, 0.9)),
            histograms.Average(histogram => ActivationHistogram.ShareBetween(histogram, 0.95, 2)));
        return Check.AtLength(
            bench, statement, knees ? atKnees > beyond : beyond > atKnees, $"{Numbers.Fixed(100 * atKnees, 1)} and {Numbers.Fixed(100 * beyond, 1)} %") with
        {
            Published = "figure 4",
        };
    }
}
