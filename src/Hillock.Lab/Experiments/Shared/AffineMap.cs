using Hillock.Networks;

namespace Hillock.Lab.Experiments.Shared;

/// <summary>x ↦ xM + c, in double precision.</summary>
/// <param name="Matrix">M, inputs × outputs, row by row.</param>
/// <param name="Shift">c.</param>
internal sealed record AffineMap(double[] Matrix, double[] Shift)
{
    public int Outputs => Shift.Length;

    public int Inputs => Matrix.Length / Outputs;

    /// <summary>The layers of a network one after the other, without their activations.</summary>
    public static AffineMap ProductOf(IReadOnlyList<DenseLayer> layers) =>
        layers.Select(Of).Aggregate((first, second) => first.Then(second));

    /// <summary>The outputs for rows of inputs.</summary>
    public double[] Apply(float[] rows)
    {
        var results = new double[rows.Length / Inputs * Outputs];
        for (var row = 0; row < rows.Length / Inputs; row++)
        {
            var result = results.AsSpan(row * Outputs, Outputs);
            Shift.CopyTo(result);
            for (var input = 0; input < Inputs; input++)
                AddScaled(result, rows[(row * Inputs) + input], input);
        }

        return results;
    }

    /// <summary>The outputs for one input.</summary>
    /// <param name="input">x.</param>
    /// <param name="withShift">Whether c is added: it is not for a direction.</param>
    public double[] Apply(double[] input, bool withShift)
    {
        var result = withShift ? (double[])Shift.Clone() : new double[Outputs];
        Multiply(input, result);
        return result;
    }

    /// <summary>A layer without its activation.</summary>
    public static AffineMap Of(DenseLayer layer) =>
        new([.. layer.Weights.ToArray().Select(weight => (double)weight)], [.. layer.Biases.ToArray().Select(bias => (double)bias)]);

    // (xA + a)B + b = x(AB) + (aB + b)
    private AffineMap Then(AffineMap next)
    {
        var product = new double[Inputs * next.Outputs];
        for (var row = 0; row < Inputs; row++)
            next.Multiply(Matrix.AsSpan(row * Outputs, Outputs), product.AsSpan(row * next.Outputs, next.Outputs));
        var shift = (double[])next.Shift.Clone();
        next.Multiply(Shift, shift);
        return new(product, shift);
    }

    private void Multiply(ReadOnlySpan<double> row, Span<double> result)
    {
        for (var i = 0; i < row.Length; i++)
            AddScaled(result, row[i], i);
    }

    private void AddScaled(Span<double> result, double factor, int row)
    {
        for (var output = 0; output < Outputs; output++)
            result[output] += factor * Matrix[(row * Outputs) + output];
    }
}
