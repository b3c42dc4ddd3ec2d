namespace Hillock.Catalogue;

internal static class Caffe
{
    public static Framework Framework { get; } = new(
        "caffe",
        "Caffe",
        [],
        [
            new("AbsVal", "abs"),
            new("BNLL", "softplus") { Remark = "The binomial normal log likelihood; beta is 1." },
            new("Clip", "clip", "min=lo, max=hi") { Remark = "Both bounds must be given." },
            new("ELU", "elu"),
            new("Exp", "exp_affine") { Remark = "base = −1 means e." },
            new("Log", "log_affine") { Remark = "base = −1 means e." },
            new("Power", "power", "power=p"),
            new("PReLU", "prelu") { Remark = "One slope a channel, or one for all with channel_shared." },
            new("ReLU", "leaky_relu(negative_slope=0)"),
            new("Sigmoid", "sigmoid"),
            new("Swish", "swish") { Remark = "beta is not learned." },
            new("TanH", "tanh"),
            new("Threshold", "step") { Remark = "It has no backward pass." },
            new("Scale", "affine", "scale=alpha") { Remark = "Learned, one value a channel." },
            new("Bias", "affine", "bias=beta") { Remark = "Learned, one value a channel." },
        ])
    {
        Groups =
        [
            new("Softmax", "softmax") { Remark = "axis=1 by default." },
        ],
    };
}
