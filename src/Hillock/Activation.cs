using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using Hillock.Analysis;
using Hillock.Analysis.Reports;
using Hillock.Catalogue;
using Hillock.Expressions;
using Hillock.Kernels;
using Hillock.Kernels.Execution;
using Hillock.Kernels.SavedStates;

namespace Hillock;

/// <summary>An activation function: one expression in x, from which everything else is derived.</summary>
/// <example>
/// <code>
/// var mine = Activation.Parse("x*sigmoid(beta*x) where learned beta=1.5");
/// mine.Kernel&lt;float&gt;().Backward(x, upstream, gradient);
/// </code>
/// </example>
public sealed class Activation
{
    private readonly Definition _definition;
    private readonly ConcurrentDictionary<(Type Element, VectorWidth Width, KernelPrecision Precision), object> _kernels = new();

    private readonly ConcurrentDictionary<SixteenBitFormat, SixteenBitKernel> _sixteenBitKernels = new();

    internal Activation(Definition definition, CatalogueEntry? entry = null)
    {
        _definition = definition;
        Entry = entry;
    }

    /// <summary>The catalogue id (<c>gelu</c>), or the formula as it was typed.</summary>
    public string Id => _definition.Id;

    /// <summary>f as an expression in x and the parameters.</summary>
    public Expression Formula => _definition.Formula;

    /// <summary>The parameters, in the order in which kernels take their values.</summary>
    public IReadOnlyList<ActivationParameter> Parameters => _definition.Parameters;

    /// <summary>The points without a derivative and the slopes used there. For a typed formula: those where an
    /// argument of abs, sign, min, max, clamp or where switches and the two sides differ; switches that are not linear
    /// in x are searched for on [−20, 20].</summary>
    public IReadOnlyList<Kink> Kinks => _definition.Kinks;

    /// <summary>What the catalogue or a user's definition says of it, or null for a typed formula.</summary>
    public CatalogueEntry? Entry { get; }

    /// <summary>Reads a catalogue entry (<c>gelu</c>, <c>leaky_relu(negative_slope=0.2)</c>) or a formula
    /// (<c>x*sigmoid(beta*x) where learned beta=1 in (0, 10)</c>).</summary>
    /// <exception cref="FormulaException">It is neither, or a parameter is outside its domain; the message points at the
    /// place and names what is near.</exception>
    public static Activation Parse(string text) => Parse(text, DefinitionSet.Empty);

    /// <summary>The same, where a user's definitions are known besides the catalogue.</summary>
    /// <param name="text">A name with values of parameters or without, or a formula, which may apply the definitions.
    /// </param>
    /// <param name="definitions">The definitions.</param>
    /// <exception cref="FormulaException">It is neither, or a parameter is outside its domain.</exception>
    public static Activation Parse(string text, DefinitionSet definitions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(definitions);
        var (entry, definition) = EntryReader.Read(text, definitions);
        return new Activation(definition, entry);
    }

    /// <summary>Defines an activation under a name of its own. To use it in other formulas, or to know it by its name, add
    /// it to a <see cref="DefinitionSet"/>.</summary>
    /// <param name="name">A name that is free: of letters, digits and underscores, beginning with no digit.</param>
    /// <param name="formula">The formula, as in <c>x*sigmoid(beta*x) where learned beta=1 in (0, 10)</c>.</param>
    /// <param name="citation">Where it comes from, or null.</param>
    /// <exception cref="DefinitionException">The name means something else already or is no name, or the formula cannot
    /// be read.</exception>
    public static Activation Define(string name, string formula, string? citation = null) =>
        Of(DefinitionSet.Empty.With(name, formula, citation).Entries[0]);

    /// <summary>The activation of an entry, of the catalogue or of a user's definitions, with its default
    /// parameters.</summary>
    public static Activation Of(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new Activation(entry.Definition, entry);
    }

    /// <summary>f⁽ⁿ⁾ as an expression, simplified; n = <paramref name="order"/> ≥ 0.</summary>
    public Expression Derivative(int order = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        return _definition.TextbookDerivative(order);
    }

    /// <summary>∂f/∂p as an expression, simplified.</summary>
    /// <exception cref="ArgumentException">There is no parameter of this name.</exception>
    public Expression DerivativeWithRespectTo(string parameter) => _definition.TextbookParameterDerivative(IndexOf(parameter));

    /// <summary>Where the kinks are, with the default parameters.</summary>
    public IEnumerable<double> KinkLocations() => Kinks.Select(_definition.LocationOf);

    /// <summary>The index of a parameter in <see cref="Parameters"/>.</summary>
    /// <exception cref="ArgumentException">There is no parameter of this name; the message names those there are.</exception>
    public int IndexOf(string parameter)
    {
        for (var i = 0; i < Parameters.Count; i++)
            if (Parameters[i].Name == parameter)
                return i;
        throw new ArgumentException(
            FormulaParser.UnknownParameter(Id, parameter, Parameters.Select(p => p.Name)) + ".", nameof(parameter));
    }

    /// <summary>The kernels of this activation for <typeparamref name="T"/>, which is <see cref="float"/> or
    /// <see cref="double"/>. Compiled on first use, then kept.</summary>
    /// <exception cref="ArgumentException">There are no kernels of this precision for the type.</exception>
    public ActivationKernel<T> Kernel<T>(KernelPrecision precision = KernelPrecision.Accurate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Kernel<T>(VectorWidths.Best, precision);

    /// <summary>The kernels for 16-bit storage: <see cref="Half"/>, or bfloat16 as <see cref="ushort"/>. Each result is
    /// correctly rounded.</summary>
    public SixteenBitKernel Kernel(SixteenBitFormat format) => _sixteenBitKernels.GetOrAdd(
        format, static (key, self) => new SixteenBitKernel(self._definition, key), this);

    internal ActivationKernel<T> Kernel<T>(VectorWidth width, KernelPrecision precision = KernelPrecision.Accurate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (ActivationKernel<T>)_kernels.GetOrAdd(
            (typeof(T), width, precision),
            static (key, self) => new ActivationKernel<T>(self._definition, key.Width, key.Precision),
            this);

    /// <summary>What a forward pass has to keep for the backward pass: nothing, one bit an element, the output or the
    /// input; derived from the formula for given values of the parameters.</summary>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">A parameter is missing or outside its domain.</exception>
    public SavedState SavedState(ReadOnlySpan<double> parameters = default) => Kernel<double>().SavedState(parameters);

    /// <summary>What can be said of the function: range, slopes, saturation, moments and more, each with its certainty and
    /// its reason.</summary>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <param name="biasDeviation">σ_b ≥ 0, for which the edge of chaos is asked.</param>
    /// <returns>A report that computes each property when it is first asked for.</returns>
    /// <exception cref="ArgumentException">There are too many or too few values.</exception>
    public PropertyReport Properties(ReadOnlySpan<double> parameters = default, double biasDeviation = 0) =>
        new(new AnalysedFunction(Kernel<double>(), parameters), () => Kernel<float>(), biasDeviation);

    /// <summary>f(x) in double precision, with the default parameters.</summary>
    public double Value(double x) => At(0, x);

    /// <summary>f⁽ⁿ⁾(x) in double precision, with the default parameters.</summary>
    public double DerivativeAt(double x, int order = 1) => At(order, x);

    private double At(int order, double x)
    {
        Span<double> value = [x];
        Kernel<double>().Derivative(order, value, value);
        return value[0];
    }

    /// <summary>The definition in the grammar of formulas, parameters with their domains included.</summary>
    public override string ToString() => Parameters.Count == 0
        ? Formula.ToString()
        : $"{Formula} where {string.Join(", ", Parameters.Select(Binding))}";

    private static string Binding(ActivationParameter p) =>
        $"{(p.Learned ? "learned " : "")}{p.Name}={p.Default.ToString("R", CultureInfo.InvariantCulture)} {p.Domain.InFormula()}"
            .TrimEnd();
}
