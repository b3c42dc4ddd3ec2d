using System.Numerics;

namespace Hillock.Analysis.ComplexPlane;

/// <summary>Where in the complex plane a function that is analytic at 0 first ceases to be so.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Points">Points of one distance from 0 at which it is singular; none where it is analytic on all of ℂ.
/// </param>
internal sealed record Singularities(SingularityKind Kind, IReadOnlyList<Complex> Points)
{
    // Distances are computed: closer ones may be equal.
    private const double Margin = 1e-8;

    /// <summary>Of a function that is analytic on all of ℂ.</summary>
    public static Singularities None { get; } = new(SingularityKind.Pole, []);

    /// <summary>From 0; +∞ where there are none.</summary>
    public double Distance => Points.Count == 0 ? double.PositiveInfinity : Complex.Abs(Points[0]);

    /// <summary>A point and its conjugate, at which a function that is real on the real axis does the same.</summary>
    public static Singularities Pair(SingularityKind kind, Complex point) => new(kind, [point, Complex.Conjugate(point)]);

    /// <summary>Whether they are nearer to 0 than others.</summary>
    public bool AreNearerThan(Singularities others) => Distance < others.Distance * (1 - Margin);

    /// <summary>Those that others are not at, too.</summary>
    public IReadOnlyList<Complex> Without(Singularities others) =>
        [.. Points.Where(z => others.Points.All(other => Complex.Abs(z - other) > Margin * Distance))];
}

/// <summary>What a function does at a point where it is not analytic.</summary>
internal enum SingularityKind
{
    /// <summary>It is (z − z₀)⁻ⁿ times a function that is analytic and not 0.</summary>
    Pole,

    /// <summary>It is analytic but for c·log(z − z₀).</summary>
    Logarithm,

    /// <summary>It goes round into another branch, as √ does, or takes every value near by, as exp(1/z).</summary>
    Other,
}
