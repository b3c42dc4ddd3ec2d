using System.Numerics;
using System.Runtime.CompilerServices;
using Hillock.Expressions;
using Hillock.Expressions.Noise;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Noise;

/// <summary>Draws the noise of one distribution: an expression in two even variables a and b of (0, 1), computed by
/// kernels as everything else, so that all machines draw the same.</summary>
internal sealed unsafe class NoiseGenerator
{
    /// <summary>How many elements are drawn at once.</summary>
    public const int Block = 512;

    private static readonly Dictionary<NoiseKind, Lazy<NoiseGenerator>> Known = new()
    {
        [NoiseKind.Uniform] = new(() => new NoiseGenerator("x")),
        // Box & Muller 1958.
        [NoiseKind.Normal] = new(() => new NoiseGenerator("sqrt(-2*log(x))*cos(2*pi*b) where b ~ uniform")),
        [NoiseKind.HalfNormal] = new(() => new NoiseGenerator("abs(sqrt(-2*log(x))*cos(2*pi*b)) where b ~ uniform")),
        [NoiseKind.Gumbel] = new(() => new NoiseGenerator("-log(-log(x))")),
    };

    private readonly Kernel<double> _transform;

    private NoiseGenerator(string transform)
    {
        var parsed = FormulaParser.Parse(transform);
        _transform = new Kernel<double>(
            new Translation([parsed.Expression], startsWithValue: true, [], [], timesUpstream: false, parsed.Noise),
            VectorWidths.Best, KernelPrecision.Accurate);
    }

    /// <summary>The generator of a distribution.</summary>
    public static NoiseGenerator Of(NoiseKind kind) => Known[kind].Value;

    /// <summary>Draws the noise of up to <see cref="Block"/> elements.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="start">The number of the first element, counted from that of the seed.</param>
    /// <param name="noise">Receives it.</param>
    /// <param name="count">How many.</param>
    [SkipLocalsInit]
    public void Draw<T>(NoiseSeed seed, nint start, T* noise, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double* a = stackalloc double[Block], b = stackalloc double[Block];
        for (var i = 0; i < count; i++)
        {
            var (low, high) = Philox.At(seed.Seed, seed.First + (ulong)(start + i), seed.Stream);
            (a[i], b[i]) = (Even(low), Even(high));
        }

        var uniforms = stackalloc double[_transform.UniformCount];
        _transform.Bind([], uniforms);
        _transform.Run(a, b, &a, 0, count, uniforms);
        for (var i = 0; i < count; i++) noise[i] = T.CreateTruncating(a[i]);
    }

    // The middles of 2⁵² equal parts of (0, 1): never 0 or 1, where logarithms end.
    private static double Even(ulong bits) => ((bits >> 12) + 0.5) * (1.0 / (1L << 52));
}
