using Hillock.Precision;

namespace Hillock.Fitting;

/// <summary>A function to be approximated by a quotient of two polynomials on an interval from 0; the lower one is
/// monic.</summary>
/// <param name="Name">The name of the coefficients.</param>
/// <param name="Function">The function.</param>
/// <param name="To">Right end.</param>
/// <param name="Middle">The point that (t − k)/(t + k) maps to 0: where half of the nodes are.</param>
/// <param name="TopDegree">Degree of the polynomial above the line.</param>
/// <param name="BottomDegree">Degree of the polynomial below the line.</param>
/// <param name="Meaning">What the kernel computes with it.</param>
internal sealed record RationalFit(
    string Name,
    Func<BigReal, BigReal> Function,
    double To,
    double Middle,
    int TopDegree,
    int BottomDegree,
    string Meaning)
{
    private const int Samples = 400;

    private int Unknowns => TopDegree + BottomDegree + 1;

    /// <summary>The coefficients in order of increasing degree, rounded to double.</summary>
    /// <remarks>Interpolation at as many points as there are unknowns: the Chebyshev nodes of w = (t − k)/(t + k). Within a
    /// small factor of the best quotient.</remarks>
    public (double[] Top, double[] Bottom) Coefficients()
    {
        var rows = Enumerable.Range(0, Unknowns).Select(i => Equation(Node(i))).ToArray();
        var solution = Solve(rows);
        double[] rounded = [.. solution.Select(c => c.ToDouble())];
        return (rounded[..(TopDegree + 1)], [.. rounded[(TopDegree + 1)..], 1]);
    }

    /// <summary>The largest relative error of the rounded quotient over the interval, seen at many points.</summary>
    public double WorstError(double[] top, double[] bottom) => Enumerable.Range(0, Samples + 1)
        .Select(i => Point((double)i / Samples))
        .Max(t => Math.Abs(((Fit.Evaluate(top, t) / Fit.Evaluate(bottom, t) / Function(t)) - 1).ToDouble()));

    private BigReal Node(int i) =>
        Point((1 + BigMath.Cos(BigMath.Pi * ((2 * i) + 1) / (2 * Unknowns))) / 2);

    // From a share of the interval of w, which begins at −1.
    private BigReal Point(BigReal share)
    {
        var w = (share * ((To - (BigReal)Middle) / (To + (BigReal)Middle) + 1)) - 1;
        return Middle * (1 + w) / (1 - w);
    }

    // p(t) − f(t) (q(t) − tⁿ) = f(t) tⁿ, the right side last.
    private BigReal[] Equation(BigReal t)
    {
        var f = Function(t);
        BigReal[] powers = [BigReal.One, .. Enumerable.Repeat(BigReal.Zero, BottomDegree)];
        for (var k = 1; k <= BottomDegree; k++) powers[k] = powers[k - 1] * t;
        return
        [
            .. powers.Take(TopDegree + 1),
            .. powers.Take(BottomDegree).Select(power => -f * power),
            f * powers[BottomDegree],
        ];
    }

    // Gauss's elimination with the largest pivot.
    private static BigReal[] Solve(BigReal[][] rows)
    {
        var count = rows.Length;
        for (var column = 0; column < count; column++)
        {
            var pivot = Enumerable.Range(column, count - column).MaxBy(row => BigReal.Abs(rows[row][column]).ToDouble());
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (var row = 0; row < count; row++)
                if (row != column)
                    Eliminate(rows[column], rows[row], column);
        }

        return [.. rows.Select((row, k) => row[count] / row[k])];
    }

    private static void Eliminate(BigReal[] pivot, BigReal[] row, int column)
    {
        var factor = row[column] / pivot[column];
        for (var k = column; k < row.Length; k++) row[k] -= factor * pivot[k];
    }
}
