namespace Hillock.Catalogue;

internal static class Fann
{
    public static Framework Framework { get; } = new(
        "fann",
        "FANN",
        [],
        [
            new("FANN_LINEAR", "identity"),
            new("FANN_THRESHOLD", "binary_step"),
            new("FANN_THRESHOLD_SYMMETRIC", "step_bipolar"),
            new("FANN_SIGMOID", "sigmoid_steep(s=1)") { Remark = "s is twice its steepness, 0.5 by default." },
            new("FANN_SIGMOID_SYMMETRIC", "bipolar_sigmoid") { Remark = "s is twice its steepness, 0.5 by default." },
            new("FANN_GAUSSIAN", "gaussian"),
            new("FANN_GAUSSIAN_SYMMETRIC", "gaussian_symmetric"),
            new("FANN_ELLIOT", "elliott"),
            new("FANN_ELLIOT_SYMMETRIC", "elliott_symmetric"),
            new("FANN_LINEAR_PIECE", "clipped_relu"),
            new("FANN_LINEAR_PIECE_SYMMETRIC", "hard_tanh"),
            new("FANN_LINEAR_PIECE_RECT", "relu"),
            new("FANN_LINEAR_PIECE_RECT_LEAKY", "leaky_relu"),
            new("FANN_SIN_SYMMETRIC", "sin"),
            new("FANN_COS_SYMMETRIC", "cos"),
            new("FANN_SIN", "sin_unit"),
            new("FANN_COS", "cos_unit"),
        ])
    {
        Beginnings = ["FANN_"],
    };
}
