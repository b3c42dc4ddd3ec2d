using System.Globalization;
using Hillock.Analysis;

namespace Hillock.Networks;

/// <summary>A distribution from which the weights of a layer are first drawn. Biases begin at 0.</summary>
public sealed class WeightInitialisation
{
    private delegate double Size(int fanIn, int fanOut, Activation? source);

    private readonly bool _isNormal;
    private readonly Size _size;

    private WeightInitialisation(string name, bool isNormal, Size size)
    {
        Name = name;
        (_isNormal, _size) = (isNormal, size);
    }

    /// <summary>N(0, 1/fan-in).</summary>
    /// <remarks>LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp", §4.6.</remarks>
    public static WeightInitialisation LeCun { get; } = new(
        "lecun", isNormal: true, (fanIn, _, _) => Math.Sqrt(1.0 / fanIn));

    /// <summary>U[−1/√fan-in, 1/√fan-in].</summary>
    /// <remarks>The "standard" initialisation, equation 1, of Glorot and Bengio 2010, "Understanding the difficulty of
    /// training deep feedforward neural networks".</remarks>
    public static WeightInitialisation GlorotStandard { get; } = new(
        "glorot-standard", isNormal: false, (fanIn, _, _) => Math.Sqrt(1.0 / fanIn));

    /// <summary>U[−√6/√(fan-in + fan-out), √6/√(fan-in + fan-out)].</summary>
    /// <remarks>The "normalized" initialisation, equation 16, of Glorot and Bengio 2010.</remarks>
    public static WeightInitialisation Glorot { get; } = new(
        "glorot", isNormal: false, (fanIn, fanOut, _) => Math.Sqrt(6.0 / (fanIn + fanOut)));

    /// <summary>N(0, 2/fan-in).</summary>
    /// <remarks>He, Zhang, Ren and Sun 2015, "Delving deep into rectifiers", equation 10.</remarks>
    public static WeightInitialisation He { get; } = new(
        "he", isNormal: true, (fanIn, _, _) => Math.Sqrt(2.0 / fanIn));

    /// <summary>N(0, g²/fan-in), with g = 1/√E[f(z)²], z ~ N(0, 1), for the activation f whose results the layer
    /// takes; g = 1 for the first layer, which takes the inputs.</summary>
    /// <remarks>It keeps the variance of pre-activations at 1 through a wide network. For the rectifier it is He's
    /// initialisation; for others it is the fixed point of the variance map of Poole et al. 2016, "Exponential
    /// expressivity in deep neural networks through transient chaos", without biases.</remarks>
    public static WeightInitialisation Gain { get; } = new(
        "gain", isNormal: true, (fanIn, _, source) => GainOf(source) / Math.Sqrt(fanIn));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WeightInitialisation> All { get; } = [LeCun, GlorotStandard, Glorot, He, Gain];

    /// <summary>The name by which <see cref="Parse"/> knows it.</summary>
    public string Name { get; }

    /// <summary>The initialisation of this name.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static WeightInitialisation Parse(string name) =>
        All.FirstOrDefault(known => known.Name == name)
        ?? throw new ArgumentException(
            $"There is no initialisation '{name}'; known are {string.Join(", ", All.Select(known => known.Name))}.",
            nameof(name));

    /// <summary>N(0, σ_w²/fan-in), known by no name.</summary>
    /// <param name="deviation">σ_w, above 0.</param>
    public static WeightInitialisation Normal(double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"N(0, {deviation:G6}²/fan-in)"), isNormal: true,
            (fanIn, _, _) => deviation / Math.Sqrt(fanIn));
    }

    /// <summary>The variance of the weights of one layer.</summary>
    /// <param name="fanIn">Inputs of the layer.</param>
    /// <param name="fanOut">Outputs of the layer.</param>
    /// <param name="source">The activation whose results the layer takes; null for the first layer.</param>
    /// <exception cref="ArgumentException">The initialisation needs a moment that the activation has not.</exception>
    public double Variance(int fanIn, int fanOut, Activation? source)
    {
        var size = _size(fanIn, fanOut, source);
        return _isNormal ? size * size : size * size / 3;
    }

    /// <summary>Draws the weights of one layer.</summary>
    /// <param name="weights">The weights to fill, fan-in × fan-out.</param>
    /// <param name="fanIn">Inputs of the layer.</param>
    /// <param name="fanOut">Outputs of the layer.</param>
    /// <param name="source">The activation whose results the layer takes; null for the first layer.</param>
    /// <param name="random">Where the numbers come from. The same count is taken whatever the activation.</param>
    public void Draw(Span<float> weights, int fanIn, int fanOut, Activation? source, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fanIn);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fanOut);
        var size = _size(fanIn, fanOut, source);
        if (_isNormal) random.FillNormal(weights, size);
        else FillUniform(weights, size, random);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static double GainOf(Activation? source)
    {
        var gain = source is null ? 1 : GaussianMoments.Compute(source.Kernel<double>()).Gain;
        return double.IsFinite(gain)
            ? gain
            : throw new ArgumentException(
                $"The initialisation 'gain' needs 0 < E[f(z)²] < ∞ for z ~ N(0, 1), which '{source!.Id}' has not.");
    }

    private static void FillUniform(Span<float> weights, double bound, SeededRandom random)
    {
        foreach (ref var weight in weights)
            weight = (float)(bound * (2 * random.NextUniform() - 1));
    }
}
