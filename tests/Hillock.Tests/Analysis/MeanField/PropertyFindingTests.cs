using Hillock.Analysis.Properties;
using Hillock.Kernels.SavedStates;

namespace Hillock.Tests.Analysis.MeanField;

/// <summary>Sparsity, centring and cost.</summary>
public class PropertyFindingTests
{
    // Φ(0.5) and Φ(1) − Φ(−1), Φ(3) from tables.
    [Theory]
    [InlineData("relu", 0.5, 0.5)]
    [InlineData("leaky_relu", 0, 0)]
    [InlineData("tanh", 0, 0)]
    [InlineData("gelu", 0, 0)]
    [InlineData("x^2 - 1", 0, 0)]
    [InlineData("hard_tanh", 0, 0.31731050786291415)]
    [InlineData("hard_shrink", 0.38292492254802624, 0.38292492254802624)]
    [InlineData("soft_shrink", 0.38292492254802624, 0.38292492254802624)]
    [InlineData("hard_swish", 0.0013498980316300957, 0.0013498980316300957)]
    [InlineData("relu6", 0.5, 0.50000000098658765)]
    [InlineData("sign(x - 1)", 0, 1)]
    [InlineData("0*x", 1, 1)]
    [InlineData("1", 0, 1)]
    public void Shares_of_zeros_are_normal_probabilities(string f, double atZero, double ofZeroSlope)
    {
        var sparsity = Sparsity.Of(Analysed.Function(f));
        Check(atZero, sparsity.AtZero);
        Check(ofZeroSlope, sparsity.OfZeroSlope);

        static void Check(double expected, Finding<BoundedValue> found)
        {
            Assert.Equal(Certainty.Proved, found.Status);
            Assert.Equal(expected, found.Value!.Value, 1e-15);
            Assert.InRange(found.Value.Value, found.Value.Bounds.Lower, found.Value.Bounds.Upper);
            Assert.InRange(found.Value.Bounds.Upper - found.Value.Bounds.Lower, 0, 1e-13);
        }
    }

    // Φ(−10) = 7.6198530241605e-24; Φ(−80) is less than any double.
    [Theory]
    [InlineData("where(x > 10, 3, x)", 7.6198530241605e-24)]
    [InlineData("where(x < -80, 3, x)", 0)]
    public void A_small_share_far_out_is_not_lost(string f, double share)
    {
        var found = Sparsity.Of(Analysed.Function(f)).OfZeroSlope;
        Assert.Equal(Certainty.Proved, found.Status);
        Assert.InRange(found.Value!.Value, share * (1 - 1e-9), share * (1 + 1e-9));
        Assert.True(found.Value.Bounds.Upper > 0);
        Assert.StartsWith("It is 0 on whole pieces", found.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tanh", true, Certainty.Proved)]
    [InlineData("softsign", true, Certainty.Proved)]
    [InlineData("x^3 - sin(x)", true, Certainty.Proved)]
    [InlineData("hard_tanh", true, Certainty.Proved)]
    [InlineData("soft_shrink", true, Certainty.Proved)]
    [InlineData("x*exp(-x^2)", true, Certainty.Proved)]
    [InlineData("bipolar_sigmoid", true, Certainty.Proved)]
    [InlineData("sqnl", true, Certainty.Proved)]
    [InlineData("selu", true, Certainty.Measured)]
    [InlineData("x^2 - 1", true, Certainty.Measured)]
    [InlineData("relu", false, Certainty.Proved)]
    [InlineData("gelu", false, Certainty.Proved)]
    [InlineData("sigmoid", false, Certainty.Proved)]
    [InlineData("selu(x) + 0.0000001", false, Certainty.Proved)]
    [InlineData("log(x)", false, Certainty.Proved)]
    [InlineData("1/x", false, Certainty.Proved)]
    public void Centring_is_proved_by_symmetry_or_by_bounds(string f, bool isCentred, Certainty status)
    {
        var function = Analysed.Function(f);
        var found = ZeroCentred.Of(function, NormalMoments.Of(function));
        Assert.Equal((isCentred, status), (found.Value, found.Status));
    }

    [Theory]
    [InlineData("relu", SavedStateKind.OneBit, 1)]
    [InlineData("tanh", SavedStateKind.Output, 32)]
    [InlineData("gelu", SavedStateKind.Input, 32)]
    [InlineData("2*x", SavedStateKind.Nothing, 0)]
    public void Cost_counts_instructions_and_what_is_kept(string f, SavedStateKind saved, int bits)
    {
        var cost = Cost.Of(Analysed.Function(f), Analysed.FloatKernel(f)).Value!;
        Assert.Equal((saved, bits), (cost.Saved, cost.SavedBits));
        Assert.Equal(2 * sizeof(float), cost.Forward.BytesPerElement);
        Assert.InRange(cost.Forward.Instructions, 1, 500);
        Assert.InRange(cost.Backward.Instructions, 1, 500);
    }
}
