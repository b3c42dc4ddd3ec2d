using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.Taylor;

/// <summary>What Taylor's series says of units.</summary>
internal static class TaylorChecks
{
    // Central differences with steps of 10⁻³: h²·f⁗/3 and rounding of about 10⁻¹⁰.
    private const double DifferenceError = 1e-5;

    public static Check CoefficientsAgree(IReadOnlyList<TaylorCoefficients> series)
    {
        var most = series.Where(known => known.HasSeries).Max(known => known.DifferenceToKernels());
        return Check.Within("Coefficients of the reports are f⁽ᵏ⁾(0)/k! of the kernels: largest difference", most, 0, 1e-12, digits: 2);
    }

    public static Check NoneAtKinks(IReadOnlyList<TaylorCoefficients> series) => Check.That(
        "relu and elu with α = 2 have no series at 0, for their kink",
        series.Where(known => known.Function is "relu" or "elu(alpha=2)").All(known => !known.HasSeries), "by proof");

    public static Check MixedDerivatives(IReadOnlyList<UnitTerm> terms)
    {
        var most = terms.Max(term => Math.Abs(term.Mixed - term.Curvature));
        var odd = terms.Where(term => term.Function is "tanh" or "sin" && term.Bias == 0).Max(term => Math.Abs(term.Mixed));
        return Check.That(
            "A unit's term x₁x₂ is f″(b); that of tanh and sin without a bias is 0: largest differences",
            most < DifferenceError && odd < DifferenceError, $"{Numbers.Compact(most, 2)} and {Numbers.Compact(odd, 2)}");
    }

    public static Check VanishLikeSquare(IReadOnlyList<ProductErrors> products)
    {
        var order = products.MaxBy(product => Math.Abs(product.Order - 2))!;
        var constant = products.MaxBy(product => Math.Abs(product.ShareOfConstant - 1))!;
        return Check.That(
            "The error of four units vanishes like λ² (order within 0.02) with the constant of the series (within 1 %): the farthest",
            Math.Abs(order.Order - 2) <= 0.02 && Math.Abs(constant.ShareOfConstant - 1) <= 0.01,
            $"{Numbers.Fixed(order.Order, 3)} ({order.Function}), {Numbers.Fixed(constant.ShareOfConstant, 4)} ({constant.Function})");
    }

    public static Check ReluDoesNot(ProductErrors relu)
    {
        var spread = relu.Errors.Max() - relu.Errors.Min();
        return Check.That(
            "Four relu units multiply no better with a smaller λ: largest error, and its change from λ = 1 to 1/32",
            spread <= 1e-9 && relu.Errors[0] > 0.05, $"{Numbers.Compact(relu.Errors[0], 3)}, {Numbers.Compact(spread, 1)}");
    }

    public static Check LinearStays(IReadOnlyList<ProductFit> fits, double affine) => Check.Within(
        "The least error of linear units is that of the best affine function, 1/3",
        fits.Where(fit => fit.Function == "identity").Min(fit => fit.Error), 0.98 * affine, 1.02 * affine);

    public static Check OthersLearn(Workbench bench, IReadOnlyList<ProductFit> fits, double affine)
    {
        var worst = fits.Where(fit => fit.Function != "identity").GroupBy(fit => fit.Function)
            .Select(group => group.MaxBy(fit => fit.Units)!).MaxBy(fit => fit.Error)!;
        return Check.AtLength(
            bench, "Eight trained units of every other function get below a quarter of that: the worst", worst.Error < affine / 4,
            $"{Numbers.Compact(worst.Error, 2)} ({worst.Function})");
    }
}
