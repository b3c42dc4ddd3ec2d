using System.Collections.Concurrent;
using System.Numerics;
using Hillock.Catalogue;
using Hillock.Catalogue.Noise;
using Hillock.Expressions;
using Hillock.Expressions.Noise;
using Hillock.Kernels.Execution;
using Hillock.Kernels.Noise;

namespace Hillock;

/// <summary>An activation with noise in training: one expression f(x, n), from which everything else is derived, and
/// two modes that nobody can mistake for each other. <c>Kernel</c> is training, each call of which names its
/// noise; <see cref="Evaluation"/> is an activation like any other, with the noise at its mean.</summary>
/// <example>
/// <code>
/// var noisy = NoisyActivation.Parse("rrelu");
/// var noise = new NoiseSeed(Seed: 7, Stream: step);
/// noisy.Kernel&lt;float&gt;().Value(x, y, noise);
/// noisy.Kernel&lt;float&gt;().Backward(x, upstream, gradient, noise);
/// noisy.Evaluation.Kernel&lt;float&gt;().Value(x, y);
/// </code>
/// </example>
public sealed class NoisyActivation
{
    private readonly NoisyDefinition _definition;
    private readonly ConcurrentDictionary<(Type Element, VectorWidth Width), object> _kernels = new();

    private NoisyActivation(NoisyDefinition definition, NoisyEntry? entry)
    {
        _definition = definition;
        Entry = entry;
        Evaluation = new Activation(definition.Evaluation);
    }

    /// <summary>The catalogue id (<c>rrelu</c>), or the formula as it was typed.</summary>
    public string Id => _definition.Training.Id;

    /// <summary>f as an expression in x, the parameters and the noise.</summary>
    public Expression Formula => _definition.Training.Formula;

    /// <summary>The noise: its name in the formula, its distribution and its mean.</summary>
    public NoiseVariable Noise => _definition.Noise;

    /// <summary>The parameters, in the order in which kernels take their values.</summary>
    public IReadOnlyList<ActivationParameter> Parameters => _definition.Parameters;

    /// <summary>What the catalogue says of it, or null for a typed formula.</summary>
    public NoisyEntry? Entry { get; }

    /// <summary>The activation in evaluation: the noise at its mean. For a function that is not linear in the noise this
    /// is not the mean of its values.</summary>
    public Activation Evaluation { get; }

    /// <summary>Whether a text is a formula that binds noise, as in <c>n ~ normal</c>.</summary>
    public static bool IsMeantBy(string text) => text.Contains('~', StringComparison.Ordinal);

    /// <summary>Reads a catalogue entry (<c>rrelu(lower=0.1, upper=0.3)</c>) or a formula with noise
    /// (<c>max(x + s*n, 0) where n ~ normal, s=0.75</c>).</summary>
    /// <exception cref="FormulaException">It is neither; the message points at the place.</exception>
    public static NoisyActivation Parse(string text) => Parse(text, DefinitionSet.Empty);

    /// <summary>The same, where formulas may apply a user's definitions besides the catalogue.</summary>
    /// <exception cref="FormulaException">It is neither; the message points at the place.</exception>
    public static NoisyActivation Parse(string text, DefinitionSet definitions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(definitions);
        var (entry, definition) = NoisyReader.Read(text, definitions);
        return new NoisyActivation(definition, entry);
    }

    /// <summary>∂f/∂x for a given noise, as an expression, simplified.</summary>
    public Expression Derivative() => _definition.Training.TextbookDerivative(1);

    /// <summary>The kernels of training for <typeparamref name="T"/>, which is <see cref="float"/> or
    /// <see cref="double"/>. Compiled on first use, then kept.</summary>
    public NoisyKernel<T> Kernel<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Kernel<T>(VectorWidths.Best);

    internal NoisyKernel<T> Kernel<T>(VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (NoisyKernel<T>)_kernels.GetOrAdd(
            (typeof(T), width),
            static (key, self) => new NoisyKernel<T>(self._definition, key.Width),
            this);

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
