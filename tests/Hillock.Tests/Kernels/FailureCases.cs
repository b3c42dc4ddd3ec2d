using System.Globalization;
using System.Numerics;
using Hillock.Expressions;
using Hillock.Precision;
using Hillock.Verification;

namespace Hillock.Tests.Kernels;

/// <summary>What the tests of known failures share. Their names begin with the number of the case in the collection of
/// complaints that they come from.</summary>
internal static class FailureCases
{
    // More than a vector of any width, and no multiple of one: some elements are in lanes, some in the tail.
    private const int Elements = 37;

    /// <summary>f⁽ⁿ⁾(x), the same in each lane, in the tail, and at every vector width.</summary>
    public static T Everywhere<T>(string function, T x, int order = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var activation = KernelCases.Parse(function);
        var values = new List<T>();
        foreach (var width in KernelCases.Widths)
        {
            var y = new T[Elements];
            y.AsSpan().Fill(x);
            activation.Kernel<T>(width).Derivative(order, y, y);
            values.AddRange(y);
        }

        Assert.Single(values.Select(KernelCases.Bits).Distinct());
        return values[0];
    }

    /// <summary>f⁽ⁿ⁾ at x to many digits.</summary>
    public static BigReal Exactly(string function, double x, int order = 0)
    {
        var activation = KernelCases.Parse(function);
        var values = activation.Parameters.ToDictionary(p => p.Name, p => p.Default);
        return PreciseEvaluation.TryEvaluate(activation.Derivative(order), x, values)
            ?? throw new InvalidOperationException($"{function} has no value at {x}.");
    }

    /// <summary>f⁽ⁿ⁾ is right within 4 units in the last place of float, and within 32 of double.</summary>
    public static void IsAccurate(string function, double x, int order = 0)
    {
        var single = (float)x;
        Check(Exactly(function, single, order), Everywhere(function, single, order), 4, 24, -149);
        Check(Exactly(function, x, order), Everywhere(function, x, order), 32, 53, -1074);

        void Check<T>(BigReal expected, T actual, int ulps, int digits, int lowest)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var size = Math.Abs(expected.ToDouble());
            var exponent = size == 0 ? lowest : Math.Max(Math.ILogB(size) + 1 - digits, lowest);
            var error = BigReal.Abs(expected - double.CreateTruncating(actual)).ToDouble();
            Assert.True(error <= ulps * Math.ScaleB(1, exponent), string.Create(
                CultureInfo.InvariantCulture,
                $"{function}, order {order}, {typeof(T).Name}, x = {x:R}: {actual}, not {expected.ToDouble():R}"));
        }
    }

    /// <summary>As <see cref="IsAccurate"/>, and the witness agrees with a published value to 7 digits.</summary>
    public static void IsPublished(string function, double x, double published, int order = 0)
    {
        Close.Relative(published, Exactly(function, x, order).ToDouble(), 1e-7, $"{function} at {x}");
        IsAccurate(function, x, order);
    }
}
