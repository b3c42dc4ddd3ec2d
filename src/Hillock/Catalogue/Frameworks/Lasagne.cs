namespace Hillock.Catalogue;

internal static class Lasagne
{
    public static Framework Framework { get; } = new(
        "lasagne",
        "Lasagne",
        ["lasagne.nonlinearities"],
        [
            new("sigmoid", "sigmoid"),
            new("tanh", "tanh"),
            new("ScaledTanH", "scaled_tanh(alpha=1, beta=1)", "scale_in=beta, scale_out=alpha"),
            new("rectify", "relu"),
            new("leaky_rectify", "leaky_relu"),
            new("very_leaky_rectify", "leaky_relu(negative_slope=0.3333333333333333)"),
            new("elu", "elu"),
            new("SELU", "selu", "scale_neg=alpha"),
            new("softplus", "softplus"),
            new("linear", "identity"),
            new("identity", "identity"),
        ])
    {
        Groups =
        [
            new("softmax", "softmax"),
        ],
    };
}
