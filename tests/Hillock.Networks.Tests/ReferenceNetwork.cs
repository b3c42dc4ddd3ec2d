namespace Hillock.Networks.Tests;

/// <summary>The same network in double precision, written as plainly as possible: loops over scalars.</summary>
internal sealed class ReferenceNetwork(DenseNetwork network)
{
    /// <summary>The outputs for the parameters given, which are laid out as those of the network.</summary>
    public double[] Forward(double[] parameters, float[] inputs)
    {
        double[] x = [.. inputs.Select(input => (double)input)];
        var offset = 0;
        foreach (var layer in network.Layers)
        {
            var examples = x.Length / layer.Inputs;
            var u = new double[examples * layer.Outputs];
            var biases = offset + layer.Inputs * layer.Outputs;
            for (var example = 0; example < examples; example++)
            {
                for (var unit = 0; unit < layer.Outputs; unit++)
                {
                    var sum = parameters[biases + unit];
                    for (var i = 0; i < layer.Inputs; i++)
                        sum += parameters[offset + i * layer.Outputs + unit] * x[example * layer.Inputs + i];
                    u[example * layer.Outputs + unit] = sum;
                }
            }
            offset = biases + layer.Outputs;

            x = u;
            if (layer.Activation is not { } activation)
                continue;
            double[] values =
            [
                .. activation.Parameters
                    .Select(parameter => parameter.Learned ? parameters[offset++] : parameter.Default),
            ];
            x = new double[u.Length];
            activation.Kernel<double>().Value(u, x, values);
        }
        return x;
    }

    public static double CrossEntropy(double[] outputs, int[] classes, int classCount) =>
        classes.Select((label, example) =>
        {
            var row = outputs[(example * classCount)..((example + 1) * classCount)];
            return Math.Log(row.Sum(Math.Exp)) - row[label];
        }).Average();

    public static double SquaredError(double[] outputs, float[] targets) =>
        outputs.Zip(targets, (output, target) => (output - target) * (output - target)).Average();
}
