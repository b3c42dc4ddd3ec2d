namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>The singular values of a square matrix, by one-sided Jacobi rotations: columns are turned in pairs until they are
/// orthogonal; then their lengths are the singular values.</summary>
internal static class SingularValues
{
    private const int MostSweeps = 30;
    private const double Orthogonal = 1e-10;

    public static double[] Of(double[,] matrix)
    {
        var columns = Enumerable.Range(0, matrix.GetLength(1))
            .Select(column => Enumerable.Range(0, matrix.GetLength(0)).Select(row => matrix[row, column]).ToArray()).ToArray();
        for (var sweep = 0; sweep < MostSweeps && Sweep(columns); sweep++)
        {
        }

        return [.. columns.Select(column => Math.Sqrt(Product(column, column))).OrderDescending()];
    }

    // Whether a pair was not yet orthogonal.
    private static bool Sweep(double[][] columns)
    {
        var turned = false;
        for (var i = 0; i < columns.Length; i++)
            for (var j = i + 1; j < columns.Length; j++)
                turned |= Turn(columns[i], columns[j]);
        return turned;
    }

    private static bool Turn(double[] a, double[] b)
    {
        var (aa, bb, ab) = (Product(a, a), Product(b, b), Product(a, b));
        if (Math.Abs(ab) <= Orthogonal * Math.Sqrt(aa * bb)) return false;
        var zeta = (bb - aa) / (2 * ab);
        var tangent = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var cos = 1 / Math.Sqrt(1 + (tangent * tangent));
        var sin = cos * tangent;
        for (var row = 0; row < a.Length; row++)
            (a[row], b[row]) = ((cos * a[row]) - (sin * b[row]), (sin * a[row]) + (cos * b[row]));
        return true;
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var row = 0; row < a.Length; row++) sum += a[row] * b[row];
        return sum;
    }
}
