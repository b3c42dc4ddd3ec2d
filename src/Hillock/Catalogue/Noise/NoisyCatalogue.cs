using static Hillock.Catalogue.Parameters;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue.Noise;

/// <summary>The activations that have noise in training.</summary>
public static class NoisyCatalogue
{
    private const string Gulcehre =
        "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, arXiv:1603.00391";

    private const string Cao = "Cao, Randomly translational activation, Pattern Recognition";

    // The formulas of Gulcehre 2016 as its first author's code has them: u linear, h its clamped form.
    private const string HardSigmoid = "clamp(0.25*x + 0.5, 0, 1)";
    private const string NoiseOfTanh = "c*(sigmoid(p*(clamp(x, -1, 1) - x)) - 0.5)^2*n";
    private const string NoiseOfSigmoid = "c*(sigmoid(p*(" + HardSigmoid + " - (0.25*x + 0.5))) - 0.5)^2*n";

    /// <summary>Every entry.</summary>
    public static IReadOnlyList<NoisyEntry> All { get; } =
    [
        new("rrelu", "where(x > 0, x, (lower + (upper - lower)*u)*x) where u ~ uniform",
            Fixed("lower", 1 / 8.0, NonNegative), Fixed("upper", 1 / 3.0, NonNegative))
        {
            Evaluation = "rrelu",
            Ordered = ("lower", "upper"),
            Year = 2015,
            Citation = "Xu, Wang, Chen & Li, Empirical Evaluation of Rectified Activations in Convolutional Network, "
                + "arXiv:1505.00853",
            Remark = "With the bounds of PyTorch; the paper divides by a number between 3 and 8. MXNet's upper bound is 0.334.",
        },
        new("noisy_relu", "max(x + sqrt(sigmoid(x))*n, 0) where n ~ normal")
        {
            Evaluation = "relu",
            Year = 2010,
            Citation = "Nair & Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML 2010",
        },
        new("nan_hard_tanh", $"a*clamp(x, -1, 1) + (1 - a)*x - sign(x)*{NoiseOfTanh} where n ~ normal",
            Fixed("a", 1.15, Except(1)), Fixed("c", 0.5, Positive), Learned("p", 1))
        {
            Evaluation = "nan_hard_tanh", Year = 2016, Citation = Gulcehre, Remark = "The start of p is ours.",
        },
        new("nan_hard_sigmoid",
            $"a*{HardSigmoid} + (1 - a)*(0.25*x + 0.5) - sign(x)*{NoiseOfSigmoid} where n ~ normal",
            Fixed("a", 1.1, Except(1)), Fixed("c", 0.15, Positive), Learned("p", 1))
        {
            Evaluation = "nan_hard_sigmoid", Year = 2016, Citation = Gulcehre, Remark = "The start of p is ours.",
        },
        new("nah_hard_tanh",
            $"a*clamp(x, -1, 1) + (1 - a)*x - sign(x)*sign(1 - a)*{NoiseOfTanh} where n ~ half_normal",
            Fixed("a", 1.15, Except(1)), Fixed("c", 0.5, Positive), Learned("p", 1))
        {
            Evaluation = "nah_hard_tanh",
            Year = 2016,
            Citation = Gulcehre,
            Remark = "In evaluation n is √(2/π), its mean; the author's code has 0.797.",
        },
        new("nah_hard_sigmoid",
            $"a*{HardSigmoid} + (1 - a)*(0.25*x + 0.5) - sign(x)*sign(1 - a)*{NoiseOfSigmoid} where n ~ half_normal",
            Fixed("a", 1.1, Except(1)), Fixed("c", 0.15, Positive), Learned("p", 1))
        {
            Evaluation = "nah_hard_sigmoid",
            Year = 2016,
            Citation = Gulcehre,
            Remark = "In evaluation n is √(2/π), its mean; the author's code has 0.797.",
        },
        new("nani_hard_tanh", "clamp(x + c*n, -1, 1) where n ~ normal", Fixed("c", 0.05, Positive))
        {
            Evaluation = "hard_tanh", Year = 2016, Citation = Gulcehre,
        },
        new("nani_hard_sigmoid", "clamp(0.25*(x + c*n) + 0.5, 0, 1) where n ~ normal", Fixed("c", 0.05, Positive))
        {
            Evaluation = "hard_sigmoid_gulcehre", Year = 2016, Citation = Gulcehre,
        },
        new("nani_relu", "max(x + c*n, 0) where n ~ normal", Fixed("c", 0.05, Positive))
        {
            Evaluation = "relu", Year = 2016, Citation = Gulcehre,
        },
        new("nanis_hard_tanh",
            "where(abs(x) > 1.001, clamp(x + c*n, -1, 1), clamp(x, -1, 1)) where n ~ normal", Fixed("c", 0.25, Positive))
        {
            Evaluation = "hard_tanh", Year = 2016, Citation = Gulcehre, Remark = "Noise only where the unit is saturated.",
        },
        new("nanis_hard_sigmoid",
            $"where(abs(x) > 2, clamp(0.25*(x + c*n) + 0.5, 0, 1), {HardSigmoid}) where n ~ normal",
            Fixed("c", 0.25, Positive))
        {
            Evaluation = "hard_sigmoid_gulcehre",
            Year = 2016,
            Citation = Gulcehre,
            Remark = "Noise only where the unit is saturated. The author's code adds where a product is meant.",
        },
        new("nani_learned_p_hard_tanh",
            "clamp(x + c*softplus(p*abs(clamp(x, -1, 1) - x)/(abs(n) + 0.0000000001))*n, -1, 1) where n ~ normal",
            Fixed("c", 0.25, Positive), Learned("p", 1))
        {
            Evaluation = "hard_tanh", Year = 2016, Citation = Gulcehre, Remark = "The start of p is ours.",
        },
        new("nani_learned_p_hard_sigmoid",
            $"clamp(0.25*(x + c*softplus(p*abs({HardSigmoid} - (0.25*x + 0.5))/(abs(n) + 0.0000000001))*n) + 0.5, 0, 1) "
                + "where n ~ normal",
            Fixed("c", 0.25, Positive), Learned("p", 1))
        {
            Evaluation = "hard_sigmoid_gulcehre", Year = 2016, Citation = Gulcehre, Remark = "The start of p is ours.",
        },
        new("probact_relu", "max(x, 0) + s*n where n ~ normal", Learned("s", 0.1, NonNegative))
        {
            Evaluation = "relu", Year = 2019, Citation = "Shridhar et al., ProbAct, arXiv:1905.10761",
        },
        new("rt_relu", "max(x + s*n, 0) where n ~ normal", Fixed("s", 0.75, Positive))
        {
            Evaluation = "relu", Year = 2018, Citation = Cao,
        },
        new("rt_prelu", "where(x + s*n >= 0, x, a*x) where n ~ normal", Learned("a", 0.25), Fixed("s", 0.75, Positive))
        {
            Evaluation = "rt_prelu", Year = 2018, Citation = Cao,
        },
        new("elastic_relu", "max((1 + alpha*(2*u - 1))*x, 0) where u ~ uniform", Fixed("alpha", 0.1, Within(0, 1)))
        {
            Evaluation = "relu",
            Year = 2018,
            Citation = "Jiang et al., Deep Neural Networks with Elastic Rectified Linear Units, Pattern Recognition Letters",
        },
        new("elastic_prelu", "where(x > 0, (1 + alpha*(2*u - 1))*x, a*x) where u ~ uniform",
            Learned("a", 0.25), Fixed("alpha", 0.1, Within(0, 1)))
        {
            Evaluation = "elastic_prelu",
            Year = 2018,
            Citation = "Jiang et al., Deep Neural Networks with Elastic Rectified Linear Units, Pattern Recognition Letters",
        },
    ];

    /// <summary>The entry of this id, or null.</summary>
    public static NoisyEntry? Find(string id) => All.FirstOrDefault(entry => entry.Id == id);
}
