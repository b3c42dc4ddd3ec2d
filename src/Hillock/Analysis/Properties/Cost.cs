using Hillock.Kernels;
using Hillock.Kernels.SavedStates;

namespace Hillock.Analysis.Properties;

/// <summary>What an activation costs in float32: instructions on one vector of elements, bytes an element.</summary>
/// <param name="Forward">y = f(x).</param>
/// <param name="Backward">dx = dy · f′(x).</param>
/// <param name="Saved">What a forward pass has to keep for the backward pass.</param>
/// <param name="SavedBits">Its size in bits an element.</param>
public sealed record Cost(KernelCost Forward, KernelCost Backward, SavedStateKind Saved, int SavedBits)
{
    internal static Finding<Cost> Of(AnalysedFunction f, ActivationKernel<float> kernel)
    {
        var state = f.Kernel.SavedState([.. f.Parameters]);
        return new(
            new(kernel.Cost(KernelPass.Value), kernel.Cost(KernelPass.Backward), state.Kind, Bits(state.Kind)),
            Certainty.Proved,
            $"Counted in the kernels' programs; a backward pass needs {Name(state.Kind)}: {state.Reason}");
    }

    private static int Bits(SavedStateKind kind) => kind switch
    {
        SavedStateKind.Nothing => 0,
        SavedStateKind.OneBit => 1,
        _ => 8 * sizeof(float),
    };

    private static string Name(SavedStateKind kind) => kind switch
    {
        SavedStateKind.Nothing => "nothing",
        SavedStateKind.OneBit => "one bit",
        SavedStateKind.Output => "the output",
        _ => "the input",
    };
}
