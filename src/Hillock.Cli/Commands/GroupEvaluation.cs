using System.Numerics;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Groups;
using Hillock.Kernels.Noise;
using Hillock.Lab.Data;

namespace Hillock.Cli.Commands;

/// <summary>A function of several elements along an axis.</summary>
internal sealed record GroupEvaluation(GroupFunction Group, int Axis, SpecialLines Special, ulong? Seed)
    : Evaluation(Group.Id, "f(x)")
{
    public override NumpyArray<T> Of<T>(NumpyArray<T> x)
    {
        var kernel = Group.Kernel<T>(Special);
        if (Seed is { } seed)
            kernel = Group.Definition is PerturbedDefinition
                ? kernel.WithNoise(new NoiseSeed(seed))
                : throw new UsageException($"{Group.Id} has no noise; --seed is for functions that have.");
        int[] shape = [.. x.Shape];
        var result = kernel.OutputShape(shape, Axis);
        var y = new T[result.Aggregate(1, (product, length) => checked(product * length))];
        kernel.Value(x.Values, y, shape, Axis);
        return new NumpyArray<T>(y, result);
    }
}
