using System.Collections.Concurrent;
using System.Numerics;
using Hillock.Expressions;
using Hillock.Kernels;
using Hillock.Kernels.Execution;
using Hillock.Tests.Catalogue;

namespace Hillock.Tests.Kernels;

/// <summary>What the kernel tests run over: a sample of the catalogue and some typed formulas, every way of execution.</summary>
internal static class KernelCases
{
    public static readonly string[] TypedFormulas =
    [
        "x*sigmoid(1.7*x)",
        "x*tanh(log(1 + exp(x)))",
        "where(x > 0, x, alpha*expm1(x)) where learned alpha=0.7",
        "1/(1 + exp(-k*x)) where k=4.9",
        "floor(x) + sin(3*x)*cos(x)",
        "atan(x)*asinh(x) - cosh(x/9)/sinh(2 + abs(x))",
        "abs(x)^1.3*sign(x)",
        "erf(x)*log(1 + x^2)",
        "2^0.3*x + tanh(0.4)",
    ];

    private static readonly ConcurrentDictionary<string, Activation> Parsed = new();

    /// <summary>The activation, parsed once for all tests: most of their time is compilation.</summary>
    public static Activation Parse(string function) => Parsed.GetOrAdd(function, Activation.Parse);

    /// <summary>The program that the value of a formula without parameters is computed by.</summary>
    public static VectorProgram Program(string formula, KernelPrecision precision = KernelPrecision.Accurate)
    {
        var f = StableRules.Stabilise(FormulaParser.Parse(formula).Expression);
        var translation = new Translation([f], startsWithValue: true, [], [], timesUpstream: false);
        return LaneChoice.Translate<float>(translation, precision);
    }

    public static IEnumerable<string> All => CatalogueSample.Representative.Concat(TypedFormulas);

    public static IReadOnlyList<VectorWidth> Widths { get; } =
        [VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512, VectorWidth.Interpreted];

    /// <summary>±0, ±∞, NaN, the ends of the subnormal and normal ranges, and ordinary numbers of all sizes.</summary>
    public static T[] Inputs<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var format = ElementFormat.Of<T>();
        var smallestNormal = Math.ScaleB(1, 1 - format.ExponentBias);
        double[] sizes =
        [
            0, double.CreateTruncating(T.Epsilon), smallestNormal / 3, smallestNormal, 1e-30, 1e-8, 1e-3, 0.1, 0.3, 0.5,
            0.7, 1, 1.28, 2, 3, 5.5, 6, 9.1, 20, 50, 87.5, 90, 103, 104.5, 300, 720, 1e4, 1e6, 1e18, 1e30,
            typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue, double.PositiveInfinity,
        ];
        return
        [
            .. sizes.SelectMany(size => new[] { T.CreateTruncating(size), T.CreateTruncating(-size) }),
            T.NaN,
        ];
    }

    /// <summary>The bits, with all NaN alike.</summary>
    public static ulong Bits<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.IsNaN(value)
            ? ulong.MaxValue
            : value is float f ? BitConverter.SingleToUInt32Bits(f)
            : BitConverter.DoubleToUInt64Bits(double.CreateTruncating(value));
}
