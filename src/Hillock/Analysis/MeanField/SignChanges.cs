using System.Globalization;

namespace Hillock.Analysis.MeanField;

/// <summary>Finds the zeros of a function of a positive number by its changes of sign on a logarithmic grid.</summary>
/// <remarks>Two zeros between neighbouring points of the grid, or a zero without a change of sign, are missed.</remarks>
internal static class SignChanges
{
    /// <summary>The left end of the range that is searched.</summary>
    public const double From = 1e-4;

    /// <summary>Its right end.</summary>
    public const double To = 1e4;

    private const int Decades = 8;
    private const int PointsPerDecade = 12;
    private const int Bisections = 44;

    /// <summary>Relative to the place on the grid.</summary>
    private const double Noise = 1e-9;

    /// <summary>The points of the grid.</summary>
    public static IReadOnlyList<double> Grid { get; } =
    [
        .. Enumerable.Range(0, (Decades * PointsPerDecade) + 1)
            .Select(i => From * Math.Pow(10, (double)i / PointsPerDecade)),
    ];

    /// <summary>The values on the grid as far as they are numbers.</summary>
    public static IReadOnlyList<double> OnGrid(Func<double, double> f) =>
        [.. Grid.Select(f).TakeWhile(value => !double.IsNaN(value))];

    /// <summary>How far the values on the grid are numbers; 0 where the first is none.</summary>
    public static double DefinedUpTo(IReadOnlyList<double> onGrid) => onGrid.Count == 0 ? 0 : Grid[onGrid.Count - 1];

    /// <summary>Whether all that is defined is 0, to what a quadrature leaves of an exact 0.</summary>
    public static bool IsZero(IReadOnlyList<double> onGrid) =>
        onGrid.Zip(Grid).All(pair => Math.Abs(pair.First) <= Noise * pair.Second);

    /// <summary>How many points of the grid are no greater.</summary>
    public static int CountUpTo(double end) => Grid.Count(q => q <= end);

    /// <summary>The range that was searched, as text.</summary>
    public static string Range(double upTo) => string.Create(CultureInfo.InvariantCulture, $"[{From}, {upTo:G5}]");

    /// <summary>The zeros between points of the grid, ascending.</summary>
    /// <remarks>What is no more than noise has no sign, so that only a change beyond it is one. An infinite value is
    /// none: where f′ is 0 on all of the range that a quadrature sees, nothing is known.</remarks>
    /// <param name="f">The function.</param>
    /// <param name="onGrid">Its values on the grid, by <see cref="OnGrid"/>.</param>
    public static IEnumerable<double> Of(Func<double, double> f, IReadOnlyList<double> onGrid)
    {
        int? before = null;
        for (var i = 0; i < onGrid.Count; i++)
        {
            if (double.IsInfinity(onGrid[i])) before = null;
            if (!IsTold(onGrid, i)) continue;
            if (before is { } last && onGrid[last] < 0 != onGrid[i] < 0)
                yield return Bisect(f, Grid[last], Grid[i], onGrid[last] < 0);
            before = i;
        }
    }

    private static bool IsTold(IReadOnlyList<double> onGrid, int i) =>
        double.IsFinite(onGrid[i]) && Math.Abs(onGrid[i]) > Noise * Grid[i];

    private static double Bisect(Func<double, double> f, double left, double right, bool isNegativeAtLeft)
    {
        for (var i = 0; i < Bisections; i++)
        {
            var middle = (left + right) / 2;
            if (f(middle) < 0 == isNegativeAtLeft) left = middle;
            else right = middle;
        }

        return (left + right) / 2;
    }
}
