namespace Hillock.Catalogue;

internal static class Encog
{
    private const string WrongDerivative = "Its derivative in Encog is wrong.";

    private const string Swapped =
        "The bodies of ActivationClippedLinear and ActivationBipolarSteepenedSigmoid are swapped.";

    public static Framework Framework { get; } = new(
        "encog",
        "Encog",
        [],
        [
            new("ActivationLinear", "identity"),
            new("ActivationReLU", "relu") { Remark = WrongDerivative },
            new("ActivationSigmoid", "sigmoid"),
            new("ActivationSteepenedSigmoid", "sigmoid_steep") { Remark = WrongDerivative },
            new("ActivationClippedLinear", "bipolar_sigmoid(s=4.9)")
            {
                Remark = Swapped,
            },
            new("ActivationBipolarSteepenedSigmoid", "hard_tanh")
            {
                Remark = Swapped,
            },
            new("ActivationTANH", "tanh"),
            new("ActivationElliott", "elliott"),
            new("ActivationElliottSymmetric", "elliott_symmetric"),
            new("ActivationLOG", "symlog"),
            new("ActivationSIN", "sin(omega=2)") { Remark = WrongDerivative },
            new("ActivationGaussian", "gaussian(beta=6.25)") { Remark = WrongDerivative },
            new("ActivationSmoothReLU", "softplus"),
            new("ActivationStep", "binary_step"),
            new("ActivationBiPolar", "step_bipolar") { Remark = "Encog maps 0 to −1." },
            new("ActivationRamp", "ramp_encog"),
        ])
    {
        Groups =
        [
            new("ActivationSoftMax", "softmax") { Remark = "Subtracts no maximum, and gives 1 as its derivative." },
        ],
    };
}
