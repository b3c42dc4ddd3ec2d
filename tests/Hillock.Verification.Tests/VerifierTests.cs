using Hillock.Catalogue;
using Hillock.Kernels;

namespace Hillock.Verification.Tests;

/// <summary>Errors that are planted in a kernel are found, where they are and as large as they are.</summary>
public class VerifierTests
{
    private static readonly IReadOnlyList<Stratum> FloatsFromOneToTwo = [new([new Segment(ElementType.Float.ToPattern(1), 1, 1 << 23)])];

    private static Quantity Value(string function) => new(Activation.Parse(function), 0);

    // The kernel for double, rounded: as right as floats can be.
    private static Evaluation Rounded(Quantity quantity)
    {
        var kernel = quantity.Activation.Kernel<double>();
        return (x, y) =>
        {
            kernel.Derivative(quantity.Order, x, y);
            for (var i = 0; i < y.Length; i++) y[i] = (float)y[i];
        };
    }

    private static QuantityResult Verify(
        Quantity quantity, Evaluation kernel, IReadOnlyList<Stratum> strata, ElementType? type = null) =>
        new QuantityVerification(quantity, kernel, type ?? ElementType.Float, KernelPrecision.Accurate, strata)
            .Run(new WorkDone(1, null), TestContext.Current.CancellationToken)[0];

    [Fact]
    public void A_correctly_rounded_kernel_is_half_a_unit_off_at_most()
    {
        var result = Verify(Value("tanh"), Rounded(Value("tanh")), Strata.Sample(ElementType.Float, []));
        Assert.InRange(result.Worst!.Error, 0.49, 0.501);
        Assert.Equal(Outcome.Pass, result.Outcome);
    }

    [Theory]
    [InlineData(1.2345678f)]
    [InlineData(1f)]
    [InlineData(1.99999988f)]
    public void One_wrong_input_of_millions_is_found(float wrong)
    {
        var quantity = Value("sigmoid");
        var rounded = Rounded(quantity);
        Evaluation planted = (x, y) =>
        {
            rounded(x, y);
            var place = x.IndexOf((double)wrong);
            if (place >= 0) y[place] = MathF.BitIncrement(MathF.BitIncrement((float)y[place]));
        };
        var result = Verify(quantity, planted, FloatsFromOneToTwo);
        Assert.Equal(1 << 23, result.Inputs);
        Assert.Equal(wrong, result.Worst!.X);
        Assert.InRange(result.Worst.Error, 1.5, 2.5);
        Assert.Equal(Outcome.Fail, result.Outcome);
    }

    [Fact]
    public void A_wrong_last_digit_of_a_coefficient_is_found()
    {
        var wrong = Rounded(Value("x*sigmoid(1.7020005*x)"));
        var result = Verify(Value("gelu_quick"), wrong, Strata.Sample(ElementType.Float, []));
        Assert.Equal(Outcome.Fail, result.Outcome);
        Assert.True(result.Worst!.Error > 2);
    }

    [Theory]
    [InlineData(double.NaN, 0.5)]
    [InlineData(double.NegativeInfinity, 0.5)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    public void Wrong_results_at_special_inputs_are_found(double at, double wrong)
    {
        var quantity = Value("sigmoid");
        var rounded = Rounded(quantity);
        Evaluation planted = (x, y) =>
        {
            rounded(x, y);
            for (var i = 0; i < x.Length; i++) y[i] = x[i].Equals(at) ? wrong : y[i];
        };
        var result = Verify(quantity, planted, Strata.Sample(ElementType.Float, []));
        Assert.Equal(at, result.Worst!.X);
        Assert.True(result.Worst.Error > 1e30);
    }

    [Fact]
    public void A_result_flushed_to_zero_is_found()
    {
        var quantity = Value("sigmoid");
        var rounded = Rounded(quantity);
        Evaluation planted = (x, y) =>
        {
            rounded(x, y);
            for (var i = 0; i < y.Length; i++) y[i] = Math.Abs(y[i]) < 1.17549435e-38 ? 0 : y[i];
        };
        var result = Verify(quantity, planted, Strata.Sample(ElementType.Float, []));
        Assert.InRange(result.Worst!.X, -88, -87.33);
        Assert.True(result.Worst.Error > 1e6);
    }

    [Fact]
    public void A_wrong_slope_at_a_kink_is_found()
    {
        var quantity = new Quantity(Activation.Parse("relu"), 1);
        var result = Verify(quantity, (x, y) => { for (var i = 0; i < x.Length; i++) y[i] = x[i] >= 0 ? 1 : double.IsNaN(x[i]) ? x[i] : 0; },
            Strata.Sample(ElementType.Float, [0]));
        Assert.Equal((0.0, 0.0), (result.Worst!.X, result.Worst.Expected));
    }

    public static TheoryData<string> Promised => new(Bounds.PromisedEntries);

    /// <summary>Far out, where exponents of exponentials leave 64 bits, the witness answers at once: rightly or not at
    /// all.</summary>
    [Theory]
    [MemberData(nameof(Promised))]
    public void The_witness_does_not_lose_itself_in_the_tails(string function)
    {
        double[] x = [-3e38, -1e30, -6.3e18, -3.1e18, -2.8e17, 2.8e17, 3.1e18, 6.3e18, 1e30, 3e38];
        foreach (var quantity in Quantity.Of(Activation.Parse(function)))
        {
            var y = new double[x.Length];
            KernelEvaluation.Of(quantity, ElementType.Double, KernelPrecision.Accurate)!(x, y);
            var witness = quantity.Witness();
            for (var i = 0; i < x.Length; i++)
                if (witness(x[i]) is { } truth)
                    Assert.True(new UlpMeasure(ElementType.Float).Distance(y[i], truth) < 1e-3, $"{quantity.Name} at {x[i]}: {y[i]}, {truth}");
        }
    }

    [Fact]
    public void A_screen_that_is_wrong_itself_is_found()
    {
        var witness = Value("tanh").Witness();
        var rounded = Rounded(Value("tanh"));
        Evaluation off = (x, y) =>
        {
            rounded(x, y);
            for (var i = 0; i < y.Length; i++) y[i] *= 1 + 1e-6;
        };
        var verdict = new Judgement(witness, rounded, off, new UlpMeasure(ElementType.Float)).Of([0.3], TestContext.Current.CancellationToken)[0];
        Assert.True(verdict.ScreenDistance > 1);
        Assert.InRange(verdict.Error.Error, 0, 0.5);
    }

    [Fact]
    public void Near_a_sign_change_the_absolute_error_counts_and_elsewhere_not()
    {
        var quantity = new Quantity(Activation.Parse("silu"), 1);
        var rounded = Rounded(quantity);
        Evaluation shifted = (x, y) =>
        {
            rounded(x, y);
            for (var i = 0; i < y.Length; i++) y[i] = (float)(y[i] + Math.ScaleB(1, -25));
        };
        var results = new QuantityVerification(
            quantity, shifted, ElementType.Float, KernelPrecision.Accurate, Strata.Sample(ElementType.Float, []))
            .Run(new WorkDone(1, null), TestContext.Current.CancellationToken);
        var near = Assert.Single(results, r => r.Near is not null);
        Assert.Equal(-1.278464542761, near.Near!.Value, 1e-9);
        Assert.InRange(near.Worst!.Error, 0.9, 2);
        Assert.InRange(near.Worst.X, -1.278464542761 * 1.5, -1.278464542761 / 2);
        Assert.Equal(Outcome.Fail, Assert.Single(results, r => r.Near is null).Outcome);
    }

    public static TheoryData<string, double[]> SignChanges => new()
    {
        { "gelu", [-0.7517915246935645] },
        { "mish", [-1.192431214515] },
        { "hard_swish", [-1.5] },
        // A jump, a zero at x = 0, none, and an oscillation.
        { "abs", [] },
        { "gaussian", [] },
        { "tanh", [] },
        { "sin", [] },
    };

    [Theory]
    [MemberData(nameof(SignChanges))]
    public void Sign_changes_of_derivatives_are_found(string function, double[] expected)
    {
        var kernel = Activation.Parse(function).Kernel<double>();
        var found = SignChange.Find((x, y) => kernel.Derivative(1, x, y)).Select(change => change.At).ToList();
        Assert.Equal(expected.Length, found.Count);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Theory]
    [InlineData("gelu")]
    [InlineData("prelu")]
    [InlineData("relu_squared")]
    [InlineData("x*sigmoid(1.7*x)")]
    public void Catalogue_and_formulas_are_verified_in_every_type(string function)
    {
        var activation = Activation.Parse(function);
        foreach (var type in new[] { ElementType.Float, ElementType.Half })
        {
            var result = new Verifier(type, KernelPrecision.Accurate, exhaustive: false).Run(
                activation, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(type.Bits == 16, result.Exhaustive);
            Assert.All(result.Quantities, q => Assert.True(q.ScreenDistance < QuantityResult.NegligibleDistance, q.ToString()));
            Assert.True(result.Quantities.Sum(q => q.Witnessed) > 500);
        }
    }

    [Fact]
    public void The_sixteen_bit_types_try_every_pattern_there_is()
    {
        var result = new Verifier(ElementType.BFloat16, KernelPrecision.Accurate, exhaustive: true).Run(
            Activation.Parse("relu"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([1 << 16, 1 << 16], result.Quantities.Select(q => q.Inputs));
        Assert.True(result.Passed);
    }

    [Fact]
    public void A_cancelled_verification_ends_at_once()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.Throws<OperationCanceledException>(() => new Verifier(ElementType.Float, KernelPrecision.Accurate, exhaustive: true)
            .Run(Activation.Parse("relu"), cancellation: source.Token));
    }

    [Fact]
    public void Double_has_too_many_numbers() => Assert.Throws<ArgumentException>(
        () => new Verifier(ElementType.Double, KernelPrecision.Accurate, exhaustive: true));

    [Fact]
    public void Promises_are_for_entries_that_exist() =>
        Assert.All(Bounds.PromisedEntries, id => Assert.Contains(id, ActivationCatalogue.Ids));

    [Theory]
    [InlineData("gelu", 0, KernelPrecision.Accurate, 1.0)]
    [InlineData("gelu", 1, KernelPrecision.Accurate, 2.0)]
    [InlineData("gelu", 1, KernelPrecision.Fast, 4.0)]
    [InlineData("gelu", 0, KernelPrecision.Exact, 0.501)]
    [InlineData("sin", 0, KernelPrecision.Exact, 0.501)]
    [InlineData("sin", 0, KernelPrecision.Accurate, null)]
    [InlineData("elu(alpha=0.5)", 0, KernelPrecision.Accurate, null)]
    [InlineData("x*sigmoid(1.7*x)", 0, KernelPrecision.Exact, null)]
    public void Bounds_are_those_of_the_precision(string function, int order, KernelPrecision precision, double? expected) =>
        Assert.Equal(expected, Bounds.Of(new Quantity(Activation.Parse(function), order), ElementType.Float, precision));
}
