using Hillock.Analysis;
using Hillock.Kernels;

namespace Hillock.Tests.Analysis;

/// <summary>Functions as analyses see them.</summary>
internal static class Analysed
{
    public static AnalysedFunction Function(string text) => new(Activation.Parse(text).Kernel<double>(), []);

    public static ActivationKernel<float> FloatKernel(string text) => Activation.Parse(text).Kernel<float>();
}
