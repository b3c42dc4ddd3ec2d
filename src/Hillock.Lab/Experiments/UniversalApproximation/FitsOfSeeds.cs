namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>Fits of one target, or one kind of target, by one function from several seeds.</summary>
internal sealed record FitsOfSeeds(string Target, string Function, IReadOnlyList<Fit> Seeds)
{
    public int[] Units => Seeds[0].Units;

    /// <summary>The geometric means over the seeds, for so many units each.</summary>
    public double[] Errors =>
        [.. Units.Select((_, index) => Math.Exp(Seeds.Average(fit => Math.Log(Math.Max(fit.Errors[index], 1e-16)))))];

    public double MeanSlope => Seeds.Average(fit => fit.Slope);
}

/// <summary>What no polynomial of a degree gets below.</summary>
/// <param name="Target">What is to be approximated.</param>
/// <param name="Function">The power of x of that degree.</param>
/// <param name="Error">The error of the best polynomial.</param>
internal sealed record Floor(string Target, string Function, double Error);
