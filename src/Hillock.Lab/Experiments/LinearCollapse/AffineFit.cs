using Hillock.Lab.Experiments.Shared;

namespace Hillock.Lab.Experiments.LinearCollapse;

/// <summary>The affine map with the least squared error, by the normal equations.</summary>
internal static class AffineFit
{
    /// <summary>Fits rows of outputs by rows of as many inputs.</summary>
    public static AffineMap Of(float[] inputs, float[] outputs, int width)
    {
        var examples = inputs.Length / width;
        var (gram, right) = (new double[width + 1, width + 1], new double[width + 1, width]);
        Span<double> row = stackalloc double[width + 1];
        for (var example = 0; example < examples; example++)
        {
            for (var i = 0; i < width; i++)
                row[i] = inputs[(example * width) + i];
            row[width] = 1;
            for (var i = 0; i <= width; i++)
            {
                for (var j = 0; j <= width; j++)
                    gram[i, j] += row[i] * row[j];
                for (var j = 0; j < width; j++)
                    right[i, j] += row[i] * outputs[(example * width) + j];
            }
        }

        Solve(gram, right);
        return new(
            [.. Enumerable.Range(0, width * width).Select(i => right[i / width, i % width])],
            [.. Enumerable.Range(0, width).Select(i => right[width, i])]);
    }

    // Gauss–Jordan. The Gram matrix of random inputs is positive definite and well conditioned: no pivots are needed.
    private static void Solve(double[,] matrix, double[,] right)
    {
        var (size, columns) = (matrix.GetLength(0), right.GetLength(1));
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = 0; row < size; row++)
            {
                if (row == pivot)
                    continue;
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < size; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                for (var column = 0; column < columns; column++)
                    right[row, column] -= factor * right[pivot, column];
            }
        }

        for (var row = 0; row < size; row++)
            for (var column = 0; column < columns; column++)
                right[row, column] /= matrix[row, row];
    }
}
