namespace Hillock.Lab.Experiments.ZeroCentred;

/// <summary>Signs of gradients of a layer's weights.</summary>
internal static class GradientSigns
{
    /// <summary>The share of rows of which all values are positive, or all negative. The gradient of a unit's weights for one
    /// example is a multiple of the row, so its components then have one sign.</summary>
    public static double ShareOfOneSign(ReadOnlySpan<float> rows, int width)
    {
        var (count, alike) = (rows.Length / width, 0);
        for (var row = 0; row < count; row++)
        {
            var values = rows.Slice(row * width, width);
            var positive = 0;
            foreach (var value in values) positive += value > 0 ? 1 : 0;
            alike += positive == width || positive == 0 ? 1 : 0;
        }

        return (double)alike / count;
    }

    /// <summary>The mean over units of |positive − negative components| / all components; 1 where all have one sign.</summary>
    /// <param name="gradients">Inputs × units, row by row.</param>
    /// <param name="units">How many units there are.</param>
    public static double Agreement(ReadOnlySpan<float> gradients, int units)
    {
        var balance = new int[units];
        for (var i = 0; i < gradients.Length; i++)
            balance[i % units] += Math.Sign(gradients[i]);
        var inputs = gradients.Length / units;
        return balance.Average(sum => (double)Math.Abs(sum) / inputs);
    }
}
