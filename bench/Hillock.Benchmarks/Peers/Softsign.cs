using TorchSharp;

namespace Hillock.Benchmarks.Peers;

/// <summary>libtorch has no operator for softsign: PyTorch composes it, and so does its autograd.</summary>
internal static class Softsign
{
    /// <summary>x / (|x| + 1), as PyTorch writes it.</summary>
    public static nint Forward(torch.Tensor x)
    {
        using var denominator = Denominator(x);
        return Release(x.div(denominator));
    }

    /// <summary>The steps that autograd takes back through the division, the sum and the absolute value.</summary>
    public static Aten.Call Backward(torch.Tensor x, torch.Tensor upstream)
    {
        // Autograd has kept it from the forward.
        var denominator = Denominator(x);
        return () =>
        {
            using var ofNumerator = upstream.div(denominator);
            using var minus = upstream.neg();
            using var quotient = x.div(denominator);
            using var slope = quotient.div(denominator);
            using var ofDenominator = minus.mul(slope);
            using var sign = x.sgn();
            using var ofMagnitude = ofDenominator.mul(sign);
            return Release(ofNumerator.add(ofMagnitude));
        };
    }

    private static torch.Tensor Denominator(torch.Tensor x)
    {
        using var magnitude = x.abs();
        return magnitude.add(1);
    }

    private static nint Release(torch.Tensor tensor)
    {
        var handle = tensor.Handle;
        tensor.DecoupleFromNativeHandle();
        return handle;
    }
}
