using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments;

/// <summary>Points of the plane in two classes that a line parts, for trainings of a moment.</summary>
internal static class TwoHalves
{
    /// <summary>Progress that nobody looks at.</summary>
    public static readonly StepProgress Silent = new(_ => { }, CancellationToken.None);

    /// <summary>So many points of N(0, 1) in both directions; the class is whether x is above 0.</summary>
    public static Examples Of(int points, ulong seed = 3)
    {
        var inputs = new float[2 * points];
        new SeededRandom(seed).FillNormal(inputs, 1);
        return Examples.OfClasses(inputs, 2, [.. Enumerable.Range(0, points).Select(i => inputs[2 * i] > 0 ? 1 : 0)], 2);
    }
}
