using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class NoisyUnits
{
    public static Family Family { get; } = new(
        "noisy_units",
        "Units with noise in training, as they are in evaluation: the noise at its mean.",
        [
            new("nan_hard_tanh", "a*clamp(x, -1, 1) + (1 - a)*x", Fixed("a", 1.15, Except(1)))
            {
                Year = 2016,
                Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                    + "arXiv:1603.00391",
                Remark = "In evaluation; training adds normal noise whose size a learned p scales.",
                Slopes = [("-1", "1 - a"), ("1", "1 - a")],
            },
            new("nah_hard_tanh",
                "a*clamp(x, -1, 1) + (1 - a)*x - sign(x)*sign(1 - a)*c*(sigmoid(p*(clamp(x, -1, 1) - x)) - 0.5)^2*n",
                Fixed("a", 1.15, Except(1)), Fixed("c", 0.5, Positive), Learned("p", 1),
                Fixed("n", 0.797884560802865, NonNegative))
            {
                Year = 2016,
                Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                    + "arXiv:1603.00391",
                Remark = "In evaluation: n is √(2/π), the mean of the half-normal noise of training.",
                Slopes = [("-1", "1 - a"), ("1", "1 - a")],
            },
            new("nan_hard_sigmoid",
                "a*clamp(0.25*x + 0.5, 0, 1) + (1 - a)*(0.25*x + 0.5)",
                Fixed("a", 1.1, Except(1)))
            {
                Year = 2016,
                Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                    + "arXiv:1603.00391",
                Remark = "In evaluation; training adds normal noise whose size a learned p scales.",
                Slopes = [("-2", "0.25*(1 - a)"), ("2", "0.25*(1 - a)")],
            },
            new("nah_hard_sigmoid",
                "a*clamp(0.25*x + 0.5, 0, 1) + (1 - a)*(0.25*x + 0.5) - sign(x)*sign(1 - "
                    + "a)*c*(sigmoid(p*(clamp(0.25*x + 0.5, 0, 1) - (0.25*x + 0.5))) - 0.5)^2*n",
                Fixed("a", 1.1, Except(1)), Fixed("c", 0.15, Positive), Learned("p", 1),
                Fixed("n", 0.797884560802865, NonNegative))
            {
                Year = 2016,
                Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                    + "arXiv:1603.00391",
                Remark = "In evaluation: n is √(2/π), the mean of the half-normal noise of training.",
                Slopes = [("-2", "0.25*(1 - a)"), ("2", "0.25*(1 - a)")],
            },
            new("eacu", "where(x > 0, x, a*x*tanh(softplus(a*x)))", Learned("a", 1))
            {
                Citation = Survey("eq. 166–168 (elastic adaptively parametric compounded unit)"),
                Remark = "In evaluation; training scales the right side at random.",
                Slopes = [("0", "0.6*a")],
            },
        ]);
}
