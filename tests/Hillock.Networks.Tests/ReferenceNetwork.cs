namespace Hillock.Networks.Tests;

/// <summary>The same network in double precision, written as plainly as possible: loops over scalars.</summary>
/// <param name="network">The network whose shape is repeated.</param>
/// <param name="isTraining">Whether batches are normalised by their own statistics and results are dropped; which were
/// dropped is read from the last pass of the network.</param>
internal sealed class ReferenceNetwork(DenseNetwork network, bool isTraining = false)
{
    private const double Epsilon = 1e-5;
    private const double SeluEnd = -1.0507009873554805 * 1.6732632423543772;

    private readonly Dictionary<string, int> _shared = new(StringComparer.Ordinal);
    private readonly bool[][] _kept = [.. network.HiddenLayers.Select(Kept)];
    private double[] _parameters = [];
    private int _offset;
    private int _stateOffset;

    /// <summary>The outputs for the parameters given, which are laid out as those of the network.</summary>
    public double[] Forward(double[] parameters, float[] inputs)
    {
        _parameters = parameters;
        (_offset, _stateOffset) = (0, 0);
        _shared.Clear();
        double[][] rows = [.. inputs.Select(input => (double)input).Chunk(network.Inputs)];
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var u = Affine(layer, rows);
            if (layer.Settings is not { } settings)
                return [.. u.SelectMany(row => row)];
            u = settings.Normalisation switch
            {
                NormalisationKind.Batch => BatchNormalised(u, layer.Outputs),
                NormalisationKind.Layer => LayerNormalised(u, layer.Outputs),
                _ => u,
            };
            var f = Drop(Activated(layer, u), settings, _kept[i]);
            rows = settings.Residual ? [.. f.Zip(rows, (a, x) => a.Zip(x, (p, q) => p + q).ToArray())] : f;
        }

        throw new InvalidOperationException("A network ends with a linear layer.");
    }

    public static double CrossEntropy(double[] outputs, int[] classes, int classCount) =>
        classes.Select((label, example) =>
        {
            var row = outputs[(example * classCount)..((example + 1) * classCount)];
            return Math.Log(row.Sum(Math.Exp)) - row[label];
        }).Average();

    public static double SquaredError(double[] outputs, float[] targets) =>
        outputs.Zip(targets, (output, target) => (output - target) * (output - target)).Average();

    private double[] Take(int count)
    {
        _offset += count;
        return _parameters[(_offset - count).._offset];
    }

    private double[][] Affine(DenseLayer layer, double[][] rows)
    {
        var (weights, biases) = (Take(layer.Inputs * layer.Outputs), Take(layer.Outputs));
        var u = new double[rows.Length][];
        for (var example = 0; example < u.Length; example++)
        {
            u[example] = [.. biases];
            for (var unit = 0; unit < layer.Outputs; unit++)
            {
                for (var i = 0; i < layer.Inputs; i++)
                    u[example][unit] += rows[example][i] * weights[i * layer.Outputs + unit];
            }
        }

        return u;
    }

    private double[][] BatchNormalised(double[][] u, int units)
    {
        var (scales, shifts) = (Take(units), Take(units));
        var result = u.Select(row => (double[])row.Clone()).ToArray();
        for (var unit = 0; unit < units; unit++)
        {
            var mean = (double)network.State[_stateOffset + unit];
            var variance = (double)network.State[_stateOffset + units + unit];
            if (isTraining)
            {
                mean = u.Average(row => row[unit]);
                variance = u.Average(row => (row[unit] - mean) * (row[unit] - mean));
            }

            foreach (var row in result)
                row[unit] = (row[unit] - mean) / Math.Sqrt(variance + Epsilon) * scales[unit] + shifts[unit];
        }

        _stateOffset += 2 * units;
        return result;
    }

    private double[][] LayerNormalised(double[][] u, int units)
    {
        var (scales, shifts) = (Take(units), Take(units));
        return
        [
            .. u.Select(row =>
            {
                var mean = row.Average();
                var deviation = Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + Epsilon);
                return row.Select((value, unit) => (value - mean) / deviation * scales[unit] + shifts[unit]).ToArray();
            }),
        ];
    }

    private double[][] Activated(DenseLayer layer, double[][] u)
    {
        var learned = layer.Activation!.Parameters.Count(parameter => parameter.Learned);
        var scope = network.Settings.LearnedScope;
        var values = scope switch
        {
            ParameterScope.Unit => Take(layer.Outputs * learned),
            ParameterScope.Layer => Take(learned),
            _ => Shared(layer.Activation.Id, learned),
        };
        return
        [
            .. u.Select(row => scope == ParameterScope.Unit
                ? [.. row.SelectMany((value, unit) => Values(layer.Activation, [value], values, unit * learned))]
                : Values(layer.Activation, row, values, 0)),
        ];
    }

    private double[] Shared(string name, int count)
    {
        if (!_shared.TryGetValue(name, out var at))
        {
            _shared[name] = at = _offset;
            _offset += count;
        }

        return _parameters[at..(at + count)];
    }

    private static double[] Values(Activation activation, double[] x, double[] learned, int first)
    {
        double[] values = [.. activation.Parameters.Select(p => p.Learned ? learned[first++] : p.Default)];
        var result = new double[x.Length];
        activation.Kernel<double>().Value(x, result, values);
        return result;
    }

    private double[][] Drop(double[][] rows, LayerSettings settings, bool[] kept)
    {
        if (!isTraining || settings.Dropout == 0)
            return rows;
        var (slope, dropped, shift) = DropoutMap(settings);
        var units = rows[0].Length;
        return
        [
            .. rows.Select((row, example) => row.Select((value, unit) =>
                kept[example * units + unit] ? slope * value + shift : dropped).ToArray()),
        ];
    }

    private static (double Slope, double Dropped, double Shift) DropoutMap(LayerSettings settings)
    {
        var q = 1 - settings.Dropout;
        if (!settings.AlphaDropout)
            return (1 / q, 0, 0);
        var a = Math.Pow(q + SeluEnd * SeluEnd * q * (1 - q), -0.5);
        var b = -a * (1 - q) * SeluEnd;
        return (a, a * SeluEnd + b, b);
    }

    // A result that is the dropped one by itself has no gradient either, so that it does not matter which it is.
    private static bool[] Kept(DenseLayer layer)
    {
        var dropped = (float)DropoutMap(layer.Settings!).Dropped;
        var kept = new bool[layer.Activations.Length];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = MathF.Abs(layer.Activations[i] - dropped) > 1e-6f;
        return kept;
    }
}
