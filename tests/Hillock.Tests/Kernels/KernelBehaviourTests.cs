using System.Numerics;
using Hillock.Kernels;
using Hillock.Kernels.Execution;

namespace Hillock.Tests.Kernels;

/// <summary>What holds for every kernel of every function: places, lengths, memory, special values.</summary>
public class KernelBehaviourTests
{
    // Up to more than twice as many elements as a loop takes in step.
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 35), 43, 51, 59, 67, 97, 131, 203];

    public static TheoryData<string> Functions => new(KernelCases.All);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Same_bits_at_every_length_place_and_width(string function)
    {
        CheckBits<float>(function, KernelPrecision.Accurate);
        CheckBits<float>(function, KernelPrecision.Fast);
        CheckBits<float>(function, KernelPrecision.Exact);
        CheckBits<double>(function, KernelPrecision.Accurate);
    }

    private static void CheckBits<T>(string function, KernelPrecision precision)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var activation = KernelCases.Parse(function);
        var inputs = KernelCases.Inputs<T>();
        foreach (var pass in Pass<T>.All(activation))
        {
            // One element at a time through the interpreter is the witness.
            var expected = inputs.Select(x => Single(pass, activation.Kernel<T>(VectorWidth.Interpreted, precision), x)).ToArray();
            foreach (var width in KernelCases.Widths)
            {
                var kernel = activation.Kernel<T>(width, precision);
                foreach (var length in Lengths)
                    CheckLength(pass, kernel, inputs, expected, length, $"{function} {pass.Name} {typeof(T).Name} {precision} {width}");
            }
        }
    }

    private static void CheckLength<T>(
        Pass<T> pass, ActivationKernel<T> kernel, T[] inputs, T[] expected, int length, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var start = length * 7 % inputs.Length;
        var x = Enumerable.Range(0, length).Select(i => inputs[(start + i) % inputs.Length]).ToArray();
        var y = new T[length + 3];
        y.AsSpan(length).Fill(T.CreateTruncating(42));
        pass.Run(kernel, x, y.AsSpan(0, length));
        var inPlace = x.ToArray();
        pass.Run(kernel, inPlace, inPlace);
        for (var i = 0; i < length; i++)
        {
            var want = KernelCases.Bits(expected[(start + i) % inputs.Length]);
            if (want != KernelCases.Bits(y[i]) || want != KernelCases.Bits(inPlace[i]))
                Assert.Fail($"{what}: x = {x[i]} at {i} of {length}: expected {expected[(start + i) % inputs.Length]}, "
                    + $"got {y[i]} out of place, {inPlace[i]} in place");
        }

        for (var i = length; i < y.Length; i++) Assert.Equal(T.CreateTruncating(42), y[i]);
    }

    private static T Single<T>(Pass<T> pass, ActivationKernel<T> kernel, T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] y = [x];
        pass.Run(kernel, y, y);
        return y[0];
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void NaN_gives_NaN(string function)
    {
        var activation = KernelCases.Parse(function);
        foreach (var pass in Pass<float>.All(activation))
            Assert.True(float.IsNaN(Single(pass, activation.Kernel<float>(), float.NaN)), $"{function} {pass.Name}");
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Float_agrees_with_double_at_special_values(string function)
    {
        var activation = KernelCases.Parse(function);
        foreach (var x in new[] { float.PositiveInfinity, float.NegativeInfinity, 0f, -0f })
        {
            float[] narrow = [x];
            double[] wide = [x];
            activation.Kernel<float>().Value(narrow, narrow);
            activation.Kernel<double>().Value(wide, wide);
            // Floats that are computed as doubles have a limit where exponentials overflow a double.
            if (!double.IsNaN(wide[0])) Assert.Equal(KernelCases.Bits(narrow[0]), KernelCases.Bits((float)wide[0]));
        }
    }

    /// <summary>One entry point of a kernel, from x to one array.</summary>
    private sealed record Pass<T>(string Name, PassBody<T> Run)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static IEnumerable<Pass<T>> All(Activation activation)
        {
            yield return new("value", (k, x, y) => k.Value(x, y));
            yield return new("first derivative", (k, x, y) => k.Derivative(1, x, y));
            yield return new("second derivative", (k, x, y) => k.Derivative(2, x, y));
            yield return new("backward", Backward);
            yield return new("value of both", (k, x, y) => k.ValueAndDerivative(x, y, new T[x.Length]));
            yield return new("derivative of both", (k, x, y) => k.ValueAndDerivative(x, new T[x.Length], y));
            for (var p = 0; p < activation.Parameters.Count; p++)
            {
                var parameter = p;
                yield return new($"by {activation.Parameters[p].Name}", (k, x, y) => k.ParameterDerivative(parameter, x, y));
            }
        }

        private static void Backward(ActivationKernel<T> kernel, ReadOnlySpan<T> x, Span<T> y)
        {
            var upstream = new T[x.Length];
            upstream.AsSpan().Fill(T.CreateTruncating(0.75));
            kernel.Backward(x, upstream, y);
        }
    }

    private delegate void PassBody<T>(ActivationKernel<T> kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
