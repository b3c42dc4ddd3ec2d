namespace Hillock.Catalogue;

internal static class Darknet
{
    public static Framework Framework { get; } = new(
        "darknet",
        "darknet",
        [],
        [
            new("LINEAR", "identity"),
            new("LOGISTIC", "sigmoid"),
            new("LOGGY", "bipolar_sigmoid"),
            new("RELU", "relu"),
            new("LEAKY", "leaky_relu(negative_slope=0.1)"),
            new("RELIE", "leaky_relu"),
            new("RAMP", "li_relu"),
            new("TANH", "tanh"),
            new("HARDTAN", "hard_tanh"),
            new("LHTAN", "leaky_hard_tanh"),
            new("ELU", "elu") { Remark = "The slope at 0 is 1." },
            new("SELU", "selu(alpha=1.6732, scale=1.0507)") { Remark = "The slope at 0 is 1.0507." },
            new("PLSE", "plse"),
        ]);
}
