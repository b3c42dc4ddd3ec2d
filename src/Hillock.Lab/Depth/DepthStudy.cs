using System.Globalization;
using Hillock.Analysis.MeanField;
using Hillock.Analysis.Properties;
using Hillock.Lab.Comparisons;
using Hillock.Networks;
using Hillock.Networks.RandomNetworks;

namespace Hillock.Lab.Depth;

/// <summary>Predicts what signals and gradients do in a deep network, and measures it in random networks of that shape.
/// </summary>
public static class DepthStudy
{
    /// <summary>Runs the study.</summary>
    /// <exception cref="SettingsException">The settings make no networks, or the activation has no moments.</exception>
    public static DepthResult Run(DepthSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        var edge = settings.Initialisation == DepthSettings.Critical ? EdgeOf(settings) : null;
        var weights = edge is null
            ? WeightInitialisation.Parse(settings.Initialisation)
            : WeightInitialisation.Normal(edge.WeightDeviation);
        var predicted = Predict(settings, weights);
        var measured = Measure(settings, weights, OutputGradient(predicted));
        var layers = Layers(settings, predicted, measured);
        return new(
            settings, Math.Sqrt(WeightVariance(settings, weights)), edge, layers,
            ReachOf(predicted), ReachOf(layers));
    }

    private static EdgePoint EdgeOf(DepthSettings settings)
    {
        var kernel = settings.Activation.Kernel<double>();
        var found = EdgeOfChaos.Of(kernel, settings.UsedBiasDeviation);
        if (found.Value?.Best is { } best) return best;
        var without = settings.UsedBiasDeviation > 0 && EdgeOfChaos.Of(kernel, 0).Value?.Best is not null
            ? " There is one for σ_b = 0."
            : "";
        throw new SettingsException(string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.Activation.Id} has no edge of chaos for σ_b = {settings.UsedBiasDeviation}: "
            + $"{found.Because}{without}"));
    }

    private static IReadOnlyList<PropagatedLayer> Predict(DepthSettings settings, WeightInitialisation weights)
    {
        var biasVariance = settings.UsedBiasDeviation * settings.UsedBiasDeviation;
        var first = biasVariance + (settings.Width * weights.Variance(settings.Width, settings.Width, null));
        var predicted = SignalPropagation.Predict(
            settings.Activation.Kernel<double>(), WeightVariance(settings, weights), biasVariance, first,
            settings.Layers);
        return double.IsFinite(predicted[0].OutputVariance) && double.IsFinite(predicted[0].GradientFactor)
            ? predicted
            : throw NoMoments(settings, first);
    }

    private static double WeightVariance(DepthSettings settings, WeightInitialisation weights)
    {
        try
        {
            return settings.Width * weights.Variance(settings.Width, settings.Width, settings.Activation);
        }
        catch (ArgumentException e)
        {
            throw new SettingsException(e.Message);
        }
    }

    private static SettingsException NoMoments(DepthSettings settings, double variance) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"There is nothing to predict: '{settings.Activation.Id}' or its slope has no mean square under "
        + $"N(0, {variance:G4}), because it is undefined somewhere, has a pole or grows too fast."));

    // In the middle, on a logarithmic scale, of what the layers turn it into; so that floats hold all of them.
    private static double OutputGradient(IReadOnlyList<PropagatedLayer> predicted)
    {
        var logarithm = predicted.SkipLast(1).Sum(layer => Math.Log10(layer.GradientFactor)) / 2;
        return double.IsNaN(logarithm) ? 1 : Math.Pow(10, Math.Clamp(-logarithm / 2, -18, 18));
    }

    private static List<IReadOnlyList<RandomLayer>> Measure(
        DepthSettings settings, WeightInitialisation weights, double outputGradient)
    {
        var networks = new RandomNetworkSettings
        {
            Activation = settings.Activation,
            Layers = settings.Layers,
            Width = settings.Width,
            Weights = weights,
            BiasDeviation = settings.UsedBiasDeviation,
            OutputGradient = outputGradient,
        };
        return
        [
            .. Enumerable.Range(settings.FirstSeed, settings.Networks)
                .Select(seed => RandomNetwork.Measure(networks, (ulong)seed)),
        ];
    }

    private static List<DepthLayer> Layers(
        DepthSettings settings, IReadOnlyList<PropagatedLayer> predicted, List<IReadOnlyList<RandomLayer>> measured)
    {
        var isWhole = predicted.Count == settings.Layers;
        var gradients = isWhole ? GradientsFromLast(predicted) : [];
        return
        [
            .. Enumerable.Range(0, settings.Layers).Select(i => new DepthLayer(
                i + 1,
                i < predicted.Count ? SignalOf(predicted[i], isWhole ? gradients[i] : double.NaN) : null,
                [.. measured.Select(network => SignalOf(network[i], network[^1]))])),
        ];
    }

    // g_l / g_L = √(χ_l χ_(l+1) … χ_(L−1))
    private static double[] GradientsFromLast(IReadOnlyList<PropagatedLayer> predicted)
    {
        var gradients = new double[predicted.Count];
        gradients[^1] = 1;
        for (var i = predicted.Count - 2; i >= 0; i--)
            gradients[i] = gradients[i + 1] * Math.Sqrt(predicted[i].GradientFactor);
        return gradients;
    }

    private static LayerSignal SignalOf(PropagatedLayer layer, double gradient) =>
        new(layer.Variance, layer.Mean, layer.OutputVariance, gradient);

    private static LayerSignal SignalOf(RandomLayer layer, RandomLayer last) => new(
        layer.PreActivationSquare, layer.Mean, layer.Variance, Math.Sqrt(layer.GradientSquare / last.GradientSquare));

    private static GradientReach? ReachOf(IReadOnlyList<PropagatedLayer> predicted)
    {
        var logarithms = new List<double> { 0 };
        foreach (var layer in predicted) logarithms.Add(logarithms[^1] + (Math.Log(layer.GradientFactor) / 2));
        var rate = logarithms[^1] - logarithms[^2];
        logarithms.RemoveAt(logarithms.Count - 1);
        return logarithms.All(double.IsFinite) && double.IsFinite(rate) ? GradientReach.Of(logarithms, rate) : null;
    }

    // The rate over the second half of the layers: from one layer to the next it is mostly noise.
    private static GradientReach? ReachOf(List<DepthLayer> layers)
    {
        double[] gradients = [.. layers.Select(layer => layer.Typical.Gradient)];
        if (layers.Count < 2 || !gradients.All(g => double.IsFinite(g) && g > 0)) return null;
        var half = (layers.Count - 1) / 2;
        double[] rates =
        [
            .. layers[half].Measured.Zip(layers[^1].Measured, (middle, last) =>
                Math.Log(middle.Gradient / last.Gradient) / (layers.Count - 1 - half)),
        ];
        return GradientReach.Of([.. gradients.Select(g => Math.Log(gradients[0] / g))], ClearOfChance(rates));
    }

    // The mean, or 0 where it is within two standard errors of it.
    private static double ClearOfChance(double[] rates)
    {
        var mean = rates.Average();
        if (rates.Length < 2) return mean;
        var variance = rates.Sum(rate => (rate - mean) * (rate - mean)) / (rates.Length - 1);
        return Math.Abs(mean) > 2 * Math.Sqrt(variance / rates.Length) ? mean : 0;
    }
}
