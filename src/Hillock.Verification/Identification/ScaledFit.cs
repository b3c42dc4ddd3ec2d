using Hillock.Kernels;

namespace Hillock.Verification.Identification;

/// <summary>Fits a · f(b·x; p) to samples of a function: Levenberg and Marquardt's method with differences.</summary>
internal sealed class ScaledFit
{
    private const int MostSteps = 60;
    private const double GoodEnough = 1e-11;

    private readonly ActivationKernel<double> _kernel;
    private readonly Func<double[], bool> _admits;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double _size;
    private readonly double[] _scaled;
    private readonly double[] _values;

    /// <param name="kernel">The kernels of f.</param>
    /// <param name="admits">Whether the parameters p may take these values.</param>
    /// <param name="x">Where the function was sampled.</param>
    /// <param name="y">Its values there.</param>
    public ScaledFit(ActivationKernel<double> kernel, Func<double[], bool> admits, double[] x, double[] y)
    {
        (_kernel, _admits, _x, _y) = (kernel, admits, x, y);
        _size = y.Max(Math.Abs);
        (_scaled, _values) = (new double[x.Length], new double[x.Length]);
    }

    /// <summary>The numbers [a, b, p…] that fit all samples to a relative 1e-11, or null.</summary>
    /// <param name="start">Where to start.</param>
    /// <param name="free">Which of them may move.</param>
    public double[]? Run(double[] start, IReadOnlyList<int> free)
    {
        var at = start.ToArray();
        if (Residuals(at) is not { } residuals) return null;
        var damping = 1e-3;
        for (var step = 0; step < MostSteps; step++)
        {
            if (residuals.Max(Math.Abs) <= GoodEnough * _size) return at;
            if (free.Count == 0 || Jacobian(at, residuals, free) is not { } jacobian) return null;
            if (Improved(at, residuals, free, jacobian, ref damping) is not var (next, nextResiduals)) return null;
            (at, residuals) = (next, nextResiduals);
        }

        return null;
    }

    private (double[] At, double[] Residuals)? Improved(
        double[] at, double[] residuals, IReadOnlyList<int> free, double[,] jacobian, ref double damping)
    {
        var cost = residuals.Sum(r => r * r);
        for (; damping < 1e8; damping *= 6)
        {
            if (Step(jacobian, residuals, free.Count, damping) is not { } change) continue;
            var next = at.ToArray();
            for (var i = 0; i < free.Count; i++) next[free[i]] -= change[i];
            if (Residuals(next) is not { } found || !(found.Sum(r => r * r) < cost)) continue;
            damping = Math.Max(1e-12, damping / 10);
            return (next, found);
        }

        return null;
    }

    private double[]? Residuals(double[] numbers)
    {
        if (!numbers.All(double.IsFinite) || !_admits(numbers)) return null;
        for (var i = 0; i < _x.Length; i++) _scaled[i] = numbers[1] * _x[i];
        _kernel.Value(_scaled, _values, numbers.AsSpan(2));
        var residuals = new double[_x.Length];
        for (var i = 0; i < _x.Length; i++)
        {
            residuals[i] = (numbers[0] * _values[i]) - _y[i];
            if (!double.IsFinite(residuals[i])) return null;
        }

        return residuals;
    }

    private double[,]? Jacobian(double[] at, double[] residuals, IReadOnlyList<int> free)
    {
        var jacobian = new double[residuals.Length, free.Count];
        for (var j = 0; j < free.Count; j++)
        {
            var beside = at.ToArray();
            var step = 1e-7 * Math.Max(1e-2, Math.Abs(at[free[j]]));
            beside[free[j]] += step;
            if (Residuals(beside) is not { } moved)
            {
                beside[free[j]] -= 2 * step;
                step = -step;
                if (Residuals(beside) is not { } back) return null;
                moved = back;
            }

            for (var i = 0; i < residuals.Length; i++) jacobian[i, j] = (moved[i] - residuals[i]) / step;
        }

        return jacobian;
    }

    // Solves (JᵀJ + damping · diag JᵀJ) change = Jᵀ residuals by elimination.
    private static double[]? Step(double[,] jacobian, double[] residuals, int count, double damping)
    {
        var matrix = new double[count, count + 1];
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < residuals.Length; k++)
            {
                for (var j = 0; j < count; j++) matrix[i, j] += jacobian[k, i] * jacobian[k, j];
                matrix[i, count] += jacobian[k, i] * residuals[k];
            }

            matrix[i, i] += (damping * matrix[i, i]) + 1e-30;
        }

        for (var pivot = 0; pivot < count; pivot++)
        {
            if (!(Math.Abs(matrix[pivot, pivot]) > 1e-300)) return null;
            for (var row = 0; row < count; row++)
            {
                if (row == pivot) continue;
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column <= count; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
            }
        }

        return [.. Enumerable.Range(0, count).Select(i => matrix[i, count] / matrix[i, i])];
    }
}
