using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Hillock.Catalogue;
using Hillock.Expressions;
using Hillock.Kernels.SavedStates;
using Hillock.Precision;
using Hillock.Verification;

namespace Hillock.Tests.Kernels;

/// <summary>What a backward pass needs: the derivation is held against the witness of 320 bits, its refusals against
/// the two inputs they name, and the kernels against the backward pass from the input.</summary>
public class SavedStateTests
{
    private static readonly string[] WithParameters =
    [
        "leaky_relu(negative_slope=-2)", "leaky_relu(negative_slope=0)", "leaky_relu(negative_slope=1)",
        "elu(alpha=0)", "elu(alpha=-1)", "elu(alpha=2.5)", "celu(alpha=-1)", "celu(alpha=0.3)",
        "hard_tanh(min_val=-2,max_val=3)", "soft_shrink(lambd=0.3)", "hard_shrink(lambd=0)", "softplus(beta=-2)",
        "isru(alpha=2)", "2*atan(x/3) + 1", "sinh(x)", "sinh(sinh(x))", "tanh(sinh(x))", "max(x, 0)^3", "2*sigmoid(3*x) - 1",
        "exp(x)/(1 + exp(x))", "sqrt(1 + exp(x))", "where(x < 1, exp(x - 1), x)", "where(x > 0, 3 - x, 1/(1 + x^2))",
    ];

    public static TheoryData<string> Functions => new(KernelCases.All.Concat(WithParameters));

    [Theory]
    [InlineData("identity", SavedStateKind.Nothing, true)]
    [InlineData("step", SavedStateKind.Nothing, true)]
    [InlineData("leaky_relu(negative_slope=1)", SavedStateKind.Nothing, true)]
    [InlineData("relu", SavedStateKind.OneBit, true)]
    [InlineData("leaky_relu", SavedStateKind.OneBit, true)]
    [InlineData("leaky_relu(negative_slope=-2)", SavedStateKind.OneBit, false)]
    [InlineData("prelu", SavedStateKind.OneBit, true)]
    [InlineData("relu6", SavedStateKind.OneBit, true)]
    [InlineData("hard_sigmoid", SavedStateKind.OneBit, true)]
    [InlineData("hard_shrink", SavedStateKind.OneBit, true)]
    [InlineData("soft_shrink(lambd=0.3)", SavedStateKind.OneBit, true)]
    [InlineData("abs", SavedStateKind.Input, false)]
    [InlineData("relu_squared", SavedStateKind.Output, true)]
    [InlineData("sigmoid", SavedStateKind.Output, true)]
    [InlineData("tanh", SavedStateKind.Output, true)]
    [InlineData("scaled_tanh", SavedStateKind.Output, true)]
    [InlineData("softsign", SavedStateKind.Output, true)]
    [InlineData("isru", SavedStateKind.Output, true)]
    [InlineData("softplus", SavedStateKind.Output, true)]
    [InlineData("log_sigmoid", SavedStateKind.Output, true)]
    [InlineData("elu", SavedStateKind.Output, true)]
    [InlineData("elu(alpha=-1)", SavedStateKind.Input, false)]
    [InlineData("celu", SavedStateKind.Output, true)]
    [InlineData("selu", SavedStateKind.Output, true)]
    [InlineData("gelu", SavedStateKind.Input, false)]
    [InlineData("silu", SavedStateKind.Input, false)]
    [InlineData("mish", SavedStateKind.Input, false)]
    [InlineData("hard_swish", SavedStateKind.Input, false)]
    [InlineData("sin", SavedStateKind.Input, false)]
    [InlineData("tanh_shrink", SavedStateKind.Input, false)]
    public void The_cheapest_state_is_found(string function, SavedStateKind kind, bool fromOutput)
    {
        var state = KernelCases.Parse(function).SavedState();
        Assert.Equal(kind, state.Kind);
        Assert.Equal(fromOutput, state.Suffices(SavedStateKind.Output));
        Assert.Equal(fromOutput, state.IsInPlaceSafe);
        Assert.True(state.Suffices(SavedStateKind.Input));
        Assert.EndsWith(".", state.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Slopes_from_outputs_are_the_derivative_to_many_digits(string function)
    {
        var activation = KernelCases.Parse(function);
        if (activation.SavedState().SlopeFromOutput is not { } slope) return;
        var values = activation.Parameters.ToDictionary(p => p.Name, p => p.Default);
        var composed = slope.Substitute(activation.Formula);
        foreach (var x in Points(activation))
        {
            if (PreciseEvaluation.TryEvaluate(activation.Derivative(), x, values) is not { } expected) continue;
            var actual = PreciseEvaluation.TryEvaluate(composed, x, values);
            BigReal scale = expected.Sign == 0 ? 1 : expected;
            Assert.True(actual is { } a && Math.Abs(((a - expected) / scale).ToDouble()) <= 1e-50, string.Create(
                CultureInfo.InvariantCulture,
                $"{function} at {x}: {slope} gives {actual?.ToDouble()}, not {expected.ToDouble()}"));
        }
    }

    // Beside the kinks, where the derivative has one value only.
    private static IEnumerable<double> Points(Activation activation)
    {
        var kinks = activation.KinkLocations().Append(0).ToList();
        return Enumerable.Range(-60, 121).Select(i => i * 0.15625)
            .Concat(kinks.SelectMany(at => new[] { at - 1e-5, at + 1e-5 }))
            .Where(x => !kinks.Contains(x));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_refusal_names_two_inputs_with_one_output_and_two_slopes(string function)
    {
        var activation = KernelCases.Parse(function);
        var values = activation.Parameters.ToDictionary(p => p.Name, p => p.Default);
        var state = activation.SavedState();
        var witness = Witness.Find(activation.Formula, activation.Derivative(), values);
        if (state.Suffices(SavedStateKind.Output)) Assert.Null(witness);
        if (witness is null) return;
        Assert.Equal(witness.ToString(), state.ReasonFor(SavedStateKind.Output));
        var (first, second) = (At(activation.Formula, witness.First), At(activation.Formula, witness.Second));
        Assert.InRange(BigReal.Abs(first - second).ToDouble(), 0, 1e-8 * Math.Max(1, Math.Abs(witness.Output)));
        var (a, b) = (At(activation.Derivative(), witness.First), At(activation.Derivative(), witness.Second));
        Assert.True(BigReal.Abs(a - b).ToDouble() > 1e-4, $"{function}: {witness}");

        BigReal At(Expression e, double x) => PreciseEvaluation.TryEvaluate(e, x, values)!.Value;
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Gradients_from_outputs_are_near_those_from_inputs(string function)
    {
        CheckFromOutput<float>(function, 1.2e-7);
        CheckFromOutput<double>(function, 2.3e-16);
    }

    private static void CheckFromOutput<T>(string function, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var activation = KernelCases.Parse(function);
        if (!activation.SavedState().Suffices(SavedStateKind.Output)) return;
        var kernel = activation.Kernel<T>();
        var x = Points(activation).Select(T.CreateTruncating).Append(T.NaN)
            .Append(T.PositiveInfinity).Append(T.NegativeInfinity).ToArray();
        var (y, upstream) = (new T[x.Length], x.Select((_, i) => T.CreateTruncating((i % 7) - 3)).ToArray());
        var (expected, actual) = (new T[x.Length], new T[x.Length]);
        kernel.Backward(x, upstream, expected);
        kernel.Value(x, y);
        kernel.BackwardFromOutput(y, upstream, actual);
        var largest = x.Select((_, i) => double.CreateTruncating(expected[i])).Where(double.IsFinite).Max(Math.Abs);
        for (var i = 0; i < x.Length; i++)
        {
            var (wanted, got) = (double.CreateTruncating(expected[i]), double.CreateTruncating(actual[i]));
            // Where the derivative has no limit, or the output is beyond all numbers.
            if ((T.IsInfinity(x[i]) && double.IsNaN(wanted)) || (T.IsFinite(x[i]) && T.IsInfinity(y[i]))) continue;
            // From e²⁰ nobody takes a slope with an absolute error.
            var scale = function.Contains("exp", StringComparison.Ordinal) || function.StartsWith("sinh", StringComparison.Ordinal) ? Math.Max(1, Math.Abs(wanted)) : largest;
            if (T.IsNaN(expected[i]) != T.IsNaN(actual[i])
                || (double.IsFinite(wanted) && Math.Abs(wanted - got) > 32 * epsilon * scale))
                Assert.Fail($"{function}, {typeof(T).Name}, x = {x[i]}, y = {y[i]}: {got}, not {wanted}");
        }

        // In place, as training wants it.
        kernel.BackwardFromOutput(y, upstream, y);
        Assert.True(MemoryMarshal.AsBytes<T>(y).SequenceEqual(MemoryMarshal.AsBytes<T>(actual)), function);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Gradients_from_bits_are_those_from_inputs(string function)
    {
        if (!KernelCases.Parse(function).SavedState().Suffices(SavedStateKind.OneBit)) return;
        CheckFromBits<float>(function);
        CheckFromBits<double>(function);
    }

    private static void CheckFromBits<T>(string function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var activation = KernelCases.Parse(function);
        // Kinks and their neighbours, all special values but NaN, and enough for several blocks.
        var kinks = activation.KinkLocations().Select(T.CreateTruncating)
            .SelectMany(at => new[] { at, T.BitIncrement(at), T.BitDecrement(at) });
        var inputs = KernelCases.Inputs<T>().Where(x => !T.IsNaN(x)).Concat(kinks).ToArray();
        foreach (var width in KernelCases.Widths)
        {
            var kernel = activation.Kernel<T>(width);
            foreach (var length in Enumerable.Range(0, 68).Append(1023).Append(1500))
            {
                var x = Enumerable.Range(0, length).Select(i => inputs[((7 * length) + i) % inputs.Length]).ToArray();
                var upstream = x.Select((_, i) => T.CreateTruncating((i % 5) - 2.5)).ToArray();
                var (value, y) = (new T[length], new T[length]);
                var (expected, actual) = (new T[length], new T[length]);
                var bits = new byte[((length + 7) / 8) + 1];
                bits.AsSpan().Fill(0xA5);
                kernel.Value(x, value);
                kernel.Backward(x, upstream, expected);
                kernel.ValueAndBits(x, y, bits);
                kernel.BackwardFromBits(bits, upstream, actual);
                Assert.Equal(value, y);
                for (var i = 0; i < length; i++)
                    if (actual[i] != expected[i] && actual[i] != T.BitIncrement(expected[i]) && actual[i] != T.BitDecrement(expected[i]))
                        Assert.Fail($"{function}, {typeof(T).Name}, {width}, x = {x[i]}: {actual[i]}, not {expected[i]}");
                Assert.Equal(0xA5, bits[^1]);
                if (length % 8 != 0) Assert.Equal(0, bits[^2] >> (length % 8));
            }
        }
    }

    [Fact]
    public void What_does_not_suffice_is_refused_with_the_reason()
    {
        var gelu = KernelCases.Parse("gelu").Kernel<float>();
        float[] y = [1, 2];
        var e = Assert.Throws<InvalidOperationException>(() => gelu.BackwardFromOutput(y, y, y));
        Assert.StartsWith("gelu: The output does not tell the slope: f(", e.Message, StringComparison.Ordinal);
        e = Assert.Throws<InvalidOperationException>(() => gelu.ValueAndBits(y, y, new byte[1]));
        Assert.Contains("not piecewise linear", e.Message, StringComparison.Ordinal);

        var leaky = KernelCases.Parse("leaky_relu").Kernel<float>();
        leaky.BackwardFromOutput(y, y, new float[2], [0.5]);
        Assert.Throws<InvalidOperationException>(() => leaky.BackwardFromOutput(y, y, new float[2], [-0.5]));
        Assert.Throws<ArgumentException>(() => leaky.BackwardFromOutput(y, y, new float[1]));
        Assert.Throws<ArgumentException>(() => leaky.BackwardFromOutput(y, [1], y));
        Assert.Throws<ArgumentException>(() => leaky.ValueAndBits(new float[9], new float[9], new byte[1]));
        Assert.Throws<ArgumentException>(() => leaky.BackwardFromBits(new byte[1], new float[9], new float[9]));
        Assert.Throws<ArgumentException>(() => leaky.ValueAndBits(y, y, MemoryMarshal.AsBytes(y.AsSpan())));
    }

    [Fact]
    public void Every_entry_of_the_catalogue_has_a_sentence_for_each_state()
    {
        foreach (var id in ActivationCatalogue.Ids)
            foreach (var kind in Enum.GetValues<SavedStateKind>())
                Assert.Matches(@"\S.*\.$", KernelCases.Parse(id).SavedState().ReasonFor(kind));
    }
}
