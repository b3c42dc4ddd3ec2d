using System.Numerics;
using Hillock.Kernels.Noise;
using Hillock.Lab.Data;

namespace Hillock.Cli.Commands;

/// <summary>An activation with noise in training.</summary>
internal sealed record NoisyEvaluation(NoisyActivation Noisy, ulong Seed) : Evaluation(Noisy.Id, "f(x, n)")
{
    public override NumpyArray<T> Of<T>(NumpyArray<T> x)
    {
        var y = new T[x.Values.Length];
        Noisy.Kernel<T>().Value(x.Values, y, new NoiseSeed(Seed));
        return new NumpyArray<T>(y, x.Shape);
    }
}
