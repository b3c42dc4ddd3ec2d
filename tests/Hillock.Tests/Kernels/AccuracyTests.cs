using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using Hillock.Expressions;
using Hillock.Precision;
using Hillock.Tests.Catalogue;
using Hillock.Verification;

namespace Hillock.Tests.Kernels;

/// <summary>Every kernel against an evaluation with 320 bits, wherever the true result is a normal number.</summary>
/// <remarks>
/// Values must be right to a relative 1e-6 in float32 and 1e-13 in float64. So must derivatives, but where one changes
/// its sign nearby the error is measured against its size in that neighbourhood: next to a zero no digits are left to
/// compare. The order −1 − p stands for the derivative in parameter p.
/// </remarks>
public class AccuracyTests
{
    private const double SingleTolerance = 1e-6;
    private const double DoubleTolerance = 1e-13;

    private static readonly string[] Formulas =
        [.. CatalogueSample.Core, "x*sigmoid(1.7*x)", "x*tanh(log(1 + exp(x)))", "1/(1 + exp(-k*x)) where k=4.9", "0.5*x*(1 + erf(x/sqrt(2)))"];

    // 1 + sin 2x touches 0 again and again without a change of sign.
    private static readonly HashSet<(string Function, int Order)> TouchesZero = [("snake", 1)];

    // ∂celu/∂α = expm1(v) − v eᵛ, v = x/α, is −v²/2 near 0 but computed as a difference of two numbers of size v.
    private static readonly HashSet<(string Function, int Order)> CancelsNearZero = [("celu", -1)];

    private static readonly ConcurrentDictionary<(string Function, int Order), (float X, BigReal Value)[]> References = new();

    public static TheoryData<string> Functions => new(Formulas);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_are_accurate(string function) => CheckBoth(function, 0);

    [Theory]
    [MemberData(nameof(Functions))]
    public void First_derivatives_are_accurate(string function) => CheckBoth(function, 1);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Second_derivatives_are_accurate(string function) => CheckBoth(function, 2);

    public static TheoryData<string, int> FunctionsWithParameters
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var function in Formulas)
                for (var p = 0; p < Activation.Parse(function).Parameters.Count; p++)
                    data.Add(function, p);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FunctionsWithParameters))]
    public void Parameter_derivatives_are_accurate(string function, int parameter) => CheckBoth(function, -1 - parameter);

    private static void CheckBoth(string function, int order)
    {
        Check<float>(function, order, SingleTolerance, Math.ScaleB(1, -126), float.MaxValue);
        Check<double>(function, order, DoubleTolerance, Math.ScaleB(1, -1022), double.MaxValue);
    }

    private static void Check<T>(string function, int order, double tolerance, double smallest, double largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var kernel = Activation.Parse(function).Kernel<T>();
        var reference = References.GetOrAdd((function, order), key => Reference(key.Function, key.Order));
        var y = reference.Select(point => T.CreateTruncating(point.X)).ToArray();
        if (order >= 0) kernel.Derivative(order, y, y);
        else kernel.ParameterDerivative(-1 - order, y, y);
        var (worst, where) = (0.0, "");
        for (var i = 0; i < y.Length; i++)
        {
            var expected = reference[i].Value.ToDouble();
            if (!(Math.Abs(expected) >= smallest && Math.Abs(expected) <= largest)) continue;
            var scale = order == 0 ? Math.Abs(expected) : ScaleAround(reference, i);
            if (TouchesZero.Contains((function, order))) scale = Math.Max(scale, 1);
            if (CancelsNearZero.Contains((function, order))) scale = Math.Max(scale, Math.Min(1, Math.Abs(reference[i].X)));
            var error = ErrorOf(reference[i].Value, double.CreateTruncating(y[i])) / scale;
            if (!(error > worst)) continue;
            (worst, where) = (error, string.Create(
                CultureInfo.InvariantCulture, $"x = {reference[i].X:R}: expected {expected:R}, got {y[i]}"));
        }

        Assert.True(worst <= tolerance, string.Create(
            CultureInfo.InvariantCulture, $"{function}, order {order}, {typeof(T).Name}: error {worst:E2} at {where}"));
    }

    private static double ErrorOf(BigReal expected, double actual) => double.IsFinite(actual)
        ? BigReal.Abs(expected - actual).ToDouble()
        : double.PositiveInfinity;

    // The size of the value, or of its neighbours where the sign changes among them.
    private static double ScaleAround((float X, BigReal Value)[] reference, int index)
    {
        var x = reference[index].X;
        var reach = 0.3 + (0.1 * Math.Abs(x));
        var near = reference.Where(point => Math.Abs(point.X - x) <= reach).Select(point => point.Value).ToList();
        var changesSign = near.Any(v => v.Sign < 0) && near.Any(v => v.Sign > 0);
        return changesSign ? near.Max(v => Math.Abs(v.ToDouble())) : Math.Abs(reference[index].Value.ToDouble());
    }

    private static (float X, BigReal Value)[] Reference(string function, int order)
    {
        var activation = Activation.Parse(function);
        var values = activation.Parameters.ToDictionary(p => p.Name, p => p.Default);
        var expression = order >= 0
            ? activation.Derivative(order)
            : activation.DerivativeWithRespectTo(activation.Parameters[-1 - order].Name);
        var kinks = activation.KinkLocations().Select(at => (float)at).ToHashSet();
        return
        [
            .. Points()
                .Where(x => !kinks.Contains(x))
                .AsParallel().AsOrdered()
                .Select(x => (x, value: PreciseEvaluation.TryEvaluate(expression, x, values)))
                .Where(point => point.value is not null)
                .Select(point => (point.x, point.value!.Value)),
        ];
    }

    // All are floats, so that both types are asked for the same numbers.
    private static IEnumerable<float> Points()
    {
        var near = Enumerable.Range(-84, 169).Select(i => i * 0.143f);
        var tails = Enumerable.Range(0, 13).SelectMany(i => new[] { -80 - (2 * i), 80 + (2 * i), -690 - (5 * i), 690 + (5 * i) })
            .Select(i => i + 0.37f);
        var sizes = Enumerable.Range(-30, 61).SelectMany(e => new[] { 1.37f, -1.37f }.Select(m => (float)(m * Math.Pow(10, e))));
        float[] reported = [-5, -5.5f, -6, -8, -10, -13, -14, -1e-6f, -1e-8f, -12.3392f, -87.34f, -90, -91.83f, -709, -2.999964f, 21.657723f];
        return near.Concat(tails).Concat(sizes).Concat(reported).Distinct().Order();
    }

    [Theory]
    [InlineData("gelu", 0, -4, -1.26684967332e-4)]
    [InlineData("gelu", 0, -5, -1.43325785940e-6)]
    [InlineData("gelu", 0, -13, -7.95231371941e-38)]
    [InlineData("gelu", 1, -5, -7.14694600179e-6)]
    [InlineData("gelu", 1, -10, -7.61840009646e-22)]
    [InlineData("gelu_tanh", 0, -8, -3.10778293750e-21)]
    [InlineData("softplus", 0, -100, 3.72007597602e-44)]
    [InlineData("elu", 0, -1e-4, -9.99950001667e-5)]
    [InlineData("silu", 0, -88.73, -2.58893473435e-37)]
    [InlineData("mish", 0, -88, -5.32804966795e-37)]
    [InlineData("sigmoid", 0, -88.73, 2.91776708481e-39)]
    [InlineData("silu", 1, -709, -8.61480771441e-306)]
    [InlineData("selu", 0, -1e-6, -1.7580984618e-6)]
    public void Published_values_are_met_in_double_precision(string id, int order, double x, double expected) =>
        Close.Relative(expected, Activation.Parse(id).DerivativeAt(x, order), 1e-10, $"{id} order {order} at {x}");
}
