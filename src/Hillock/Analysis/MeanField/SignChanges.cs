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

    /// <summary>The range that was searched, as text.</summary>
    public static string Range(double upTo) => string.Create(CultureInfo.InvariantCulture, $"[{From}, {upTo:G4}]");

    /// <summary>The zeros between points of the grid, ascending.</summary>
    /// <param name="f">The function.</param>
    /// <param name="onGrid">Its values on the grid, by <see cref="OnGrid"/>.</param>
    public static IEnumerable<double> Of(Func<double, double> f, IReadOnlyList<double> onGrid)
    {
        for (var i = 1; i < onGrid.Count; i++)
        {
            if (onGrid[i] == 0) yield return Grid[i];
            else if (onGrid[i - 1] * onGrid[i] < 0) yield return Bisect(f, Grid[i - 1], Grid[i], onGrid[i - 1] < 0);
        }
    }

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
