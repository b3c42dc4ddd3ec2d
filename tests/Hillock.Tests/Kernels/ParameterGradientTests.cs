using Hillock.Catalogue;

namespace Hillock.Tests.Kernels;

public class ParameterGradientTests
{
    public static TheoryData<string> WithParameters =>
        new(ActivationCatalogue.All.Where(entry => entry.Parameters.Count > 0).Select(entry => entry.Id));

    [Theory]
    [MemberData(nameof(WithParameters))]
    public void Derivatives_agree_with_central_differences_in_the_parameter(string id)
    {
        // Without domains: a default may lie at the end of one.
        var entry = Activation.Parse(id);
        var values = entry.Parameters.Select(p => FormattableString.Invariant($"{p.Name}={p.Default:R}"));
        var activation = Activation.Parse($"{entry.Formula} where {string.Join(", ", values)}");
        var kernel = activation.Kernel<double>();
        double[] x = [-3.1, -1.7, -0.83, -0.21, 0.17, 0.9, 1.3, 2.7];
        var actual = new double[x.Length];
        for (var p = 0; p < activation.Parameters.Count; p++)
        {
            kernel.ParameterDerivative(p, x, actual);
            for (var i = 0; i < x.Length; i++)
            {
                var (point, index) = (x[i], p);
                if (double.IsNaN(activation.Value(point))) continue;
                // Some defaults are as small as 0.01, others stand beside an x times 600.
                var expected = Close.CentralDifference(
                    v => ValueWith(index, v, point), activation.Parameters[p].Default, step: 1e-5);
                Close.Relative(expected, actual[i], 1e-7, $"{id} by {activation.Parameters[p].Name} at {point}", floor: 0.01);
            }
        }

        double ValueWith(int index, double value, double point)
        {
            var changed = activation.Parameters.Select(q => q.Default).ToArray();
            changed[index] = value;
            double[] y = [point];
            kernel.Value(y, y, changed);
            return y[0];
        }
    }

    [Theory]
    [MemberData(nameof(WithParameters))]
    public void Sums_are_upstream_times_derivative(string id)
    {
        var activation = Activation.Parse(id);
        var random = new Random(7);
        var x = Enumerable.Range(0, 1500).Select(_ => (float)((random.NextDouble() * 8) - 4)).ToArray();
        var upstream = x.Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        var gradient = new float[x.Length];
        var alone = new float[x.Length];
        var sums = Enumerable.Repeat(1.0, activation.Parameters.Count).ToArray();
        var kernel = activation.Kernel<float>();
        kernel.Backward(x, upstream, gradient, [], sums);
        kernel.Backward(x, upstream, alone);
        // The two passes may compute in lanes of different width.
        for (var i = 0; i < x.Length; i++) Close.Relative(alone[i], gradient[i], 3e-7, $"{id} at {x[i]}", floor: 0.1);
        for (var p = 0; p < sums.Length; p++)
        {
            var derivative = new float[x.Length];
            kernel.ParameterDerivative(p, x, derivative);
            var expected = 1 + x.Select((_, i) => (double)derivative[i] * upstream[i]).Sum();
            Close.Relative(expected, sums[p], 1e-4, $"{id} by {activation.Parameters[p].Name}", floor: 1);
        }
    }
}
