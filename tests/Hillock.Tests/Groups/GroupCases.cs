using System.Collections.Concurrent;

namespace Hillock.Tests.Groups;

/// <summary>What the tests of functions of several elements run over, and each function written out plainly.</summary>
internal static class GroupCases
{
    private static readonly ConcurrentDictionary<string, GroupFunction> Parsed = new();

    /// <summary>The functions as their sources print them, in double, without a thought for overflow.</summary>
    public static readonly Dictionary<string, Func<double[], double[]>> Plain = new()
    {
        ["softmax"] = x => Share(x, Math.Exp),
        ["softmax(t=0.5)"] = x => Share(x, v => Math.Exp(v / 0.5)),
        ["log_softmax"] = x => [.. Share(x, Math.Exp).Select(y => Math.Log(y))],
        ["softmin"] = x => Share(x, v => Math.Exp(-v)),
        ["log_softmin"] = x => [.. Share(x, v => Math.Exp(-v)).Select(y => Math.Log(y))],
        ["taylor_softmax"] = x => Share(x, v => 1 + v + (v * v / 2)),
        ["spherical_softmax"] = x => Share(x, v => v * v),
        ["spherical_softmax(eps=0.1)"] = x => Share(x, v => (v * v) + 0.1),
        ["sqmax"] = x => Share(x, v => (v + 4) * (v + 4)),
        ["sparsemax"] = Sparsemax,
        ["gumbel_softmax(tau=0.5)"] = x => Share(x, v => Math.Exp(v / 0.5)),
        ["squash"] = x => Each(x, (v, r) => v * r / (1 + (r * r)), line => Math.Sqrt(line.Sum(v => v * v))),
        ["average_biased_relu"] = x => Each(x, (v, m) => Math.Max(v - m, 0), line => line.Average()),
        ["aoaf"] = x => Each(x, (v, m) => Math.Max(v - (0.17 * m), 0) + (0.17 * m), line => line.Average()),
        ["polynorm"] = Polynorm,
        ["glu"] = x => Halves(x, (a, b) => a * Sigmoid(b)),
        ["glu gate first"] = x => Halves(x, (a, b) => b * Sigmoid(a)),
        ["gtu"] = x => Halves(x, (a, b) => Math.Tanh(a) * Sigmoid(b)),
        ["bilinear"] = x => Halves(x, (a, b) => a * b),
        ["reglu"] = x => Halves(x, (a, b) => Math.Max(a, 0) * b),
        ["geglu_tanh"] = x => Halves(x, (a, b) => GeluTanh(a) * b),
        ["geglu_quick"] = x => Halves(x, (a, b) => a * Sigmoid(1.702 * a) * b),
        ["swiglu"] = x => Halves(x, (a, b) => a * Sigmoid(a) * b),
        ["swiglu gate last"] = x => Halves(x, (a, b) => a * b * Sigmoid(b)),
        ["swiglu(beta=2)"] = x => Halves(x, (a, b) => a * Sigmoid(2 * a) * b),
        ["swiglu_oai"] = x => Halves(x, (a, b) =>
            Math.Min(a, 7) * Sigmoid(1.702 * Math.Min(a, 7)) * (Math.Clamp(b, -7, 7) + 1)),
        ["gated(x*sigmoid(1.7*x)) gate last"] = x => Halves(x, (a, b) => a * b * Sigmoid(1.7 * b)),
        ["hardmax"] = x => [.. x.Select((_, i) => i == Array.IndexOf(x, x.Max()) ? 1.0 : 0)],
        ["maxout"] = x => [.. x.Chunk(2).Select(pair => pair.Max())],
        ["crelu"] = x => [.. x.Select(v => Math.Max(v, 0)), .. x.Select(v => Math.Max(-v, 0))],
        ["ncrelu"] = x => [.. x.Select(v => Math.Max(v, 0)), .. x.Select(v => Math.Min(v, 0))],
        ["paired_relu"] = x => [.. x.Select(v => Math.Max(0.5 * v, 0)), .. x.Select(v => Math.Max(-0.5 * v, 0))],
        ["x/(1 + s) where s = sum(abs(x))"] = x => Each(x, (v, s) => v / (1 + s), line => line.Sum(Math.Abs)),
        ["(x - m)/sqrt(v + 0.00001) where m = mean(x), v = mean((x - m)^2)"] = LayerNormalisation,
        ["x/m where m = max(abs(x) + 1)"] = x => Each(x, (v, m) => v / m, line => line.Max(v => Math.Abs(v) + 1)),
    };

    public static TheoryData<string> Functions => [.. Plain.Keys];

    public static GroupFunction Parse(string function) => Parsed.GetOrAdd(function, GroupFunction.Parse);

    /// <summary>Pre-activations without ties and off the kinks, the same for the same n.</summary>
    public static double[] Line(int n, int seed = 1)
    {
        var random = new Random(seed + (1000 * n));
        return [.. Enumerable.Range(0, n).Select(_ => (random.NextDouble() * 6) - 3)];
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double GeluTanh(double x) =>
        0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    private static double[] Share(double[] x, Func<double, double> weight)
    {
        var total = x.Sum(weight);
        return [.. x.Select(v => weight(v) / total)];
    }

    private static double[] Each(double[] x, Func<double, double, double> f, Func<double[], double> number)
    {
        var value = number(x);
        return [.. x.Select(v => f(v, value))];
    }

    private static double[] Halves(double[] x, Func<double, double, double> f)
    {
        var half = x.Length / 2;
        return [.. Enumerable.Range(0, half).Select(i => f(x[i], x[half + i]))];
    }

    // By bisection, not by sorting.
    private static double[] Sparsemax(double[] x)
    {
        var (low, high) = (x.Min() - 1, x.Max());
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (x.Sum(v => Math.Max(v - middle, 0)) > 1) low = middle;
            else high = middle;
        }

        return [.. x.Select(v => Math.Max(v - low, 0))];
    }

    private static double[] Polynorm(double[] x)
    {
        double Root(int power) => Math.Sqrt(x.Average(v => Math.Pow(v, 2 * power)) + 1e-6);
        return [.. x.Select(v => ((v / Root(1)) + (v * v / Root(2)) + (v * v * v / Root(3))) / 3)];
    }

    private static double[] LayerNormalisation(double[] x)
    {
        var mean = x.Average();
        var variance = x.Average(v => (v - mean) * (v - mean));
        return [.. x.Select(v => (v - mean) / Math.Sqrt(variance + 0.00001))];
    }
}
