using System.Numerics;
using System.Runtime.InteropServices;
using Hillock.Expressions;
using Hillock.Expressions.Noise;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels;

/// <summary>Turns the outputs of a kernel, expressions in x each optionally times the upstream gradient, into vector
/// programs that give the limits at ±∞ and NaN for NaN.</summary>
internal sealed unsafe class Translation
{
    // Where powers overflow floats, and beyond.
    private static readonly double[] Far = [double.PositiveInfinity, float.MaxValue, 1e30, 1e20, 1e14, 1e10, 1e7];

    private readonly IReadOnlyList<Expression> _outputs;
    private readonly bool _timesUpstream;
    private readonly NoiseVariable? _noise;
    private readonly Probe[] _probes;
    private readonly int _parameterCount;
    private KnownLimits? _knownLimits;

    /// <param name="outputs">The outputs; the first is f itself or a derivative, all others are derivatives.</param>
    /// <param name="startsWithValue">Whether the first is f itself.</param>
    /// <param name="parameters">The parameters of f.</param>
    /// <param name="kinks">Where f has kinks, with the default parameters.</param>
    /// <param name="timesUpstream">Whether each output is multiplied by the upstream gradient.</param>
    /// <param name="noise">A variable that takes the place of the upstream gradient as the second array; limits are
    /// those with the noise at its mean.</param>
    public Translation(
        IReadOnlyList<Expression> outputs,
        bool startsWithValue,
        IReadOnlyList<ActivationParameter> parameters,
        IReadOnlyList<double> kinks,
        bool timesUpstream,
        NoiseVariable? noise = null)
    {
        _noise = noise;
        Kinks = kinks;
        _outputs = outputs;
        IsDerivative = [.. outputs.Select((_, index) => index > 0 || !startsWithValue)];
        _timesUpstream = timesUpstream;
        _parameterCount = parameters.Count;
        _probes = [.. outputs.Select(output => new Probe(noise?.PutMeanInto(output) ?? output, parameters))];
        Layout = new UniformLayout([.. parameters.Select(p => p.Name)], outputs.Count);
        Defaults = [.. parameters.Select(p => p.Default)];
    }

    public UniformLayout Layout { get; }

    public double[] Defaults { get; }

    public int OutputCount => _outputs.Count;

    public IReadOnlyList<double> Kinks { get; }

    /// <summary>For each output, whether it is a derivative rather than a value.</summary>
    public bool[] IsDerivative { get; }

    /// <summary>How many values <see cref="Bind"/> writes, each of which takes no more room than a double.</summary>
    public int UniformCount => Layout.Count + 1;

    /// <summary>The program that computes in these lanes.</summary>
    public VectorProgram Build(ElementFormat lanes) => Build([.. _outputs.Select(_ => lanes)]);

    /// <summary>The program that computes each output in its own kind of lanes, all of the same size.</summary>
    public VectorProgram Build(ElementFormat[] lanes)
    {
        var bare = Build(lanes, new Repairs[OutputCount]);
        var repairs = bare.Format.IsSingle ? Needed<float>(bare) : Needed<double>(bare);
        return Array.TrueForAll(repairs, repair => repair == default) ? bare : Build(lanes, repairs);
    }

    /// <summary>What is put right after the formula has been evaluated.</summary>
    /// <param name="AtInfinity">NaN at ±∞ or far out.</param>
    /// <param name="AtZero">f(−0) = +0 where f(−0) is −0.</param>
    private readonly record struct Repairs(bool AtInfinity, bool AtZero);

    // Forms of their own may have the limits where plain evaluation has NaN. In compensated lanes it is the other way
    // round: the error of a sum that is infinite is NaN, and that of a product that is −0 may be +0. What other values of
    // parameters would do is not seen here.
    private Repairs[] Needed<T>(VectorProgram bare)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] distances = bare.Format is { IsSingle: false, IsWidened: false } ? [.. Far, 1e60, 1e154, 1e300] : Far;
        double[] places = [-0.0, .. distances, .. distances.Select(x => -x)];
        var x = new T[(places.Length + Interpreter<T, T>.Lanes - 1) / Interpreter<T, T>.Lanes * Interpreter<T, T>.Lanes];
        for (var i = 0; i < places.Length; i++) x[i] = T.CreateTruncating(places[i]);
        var second = new T[x.Length];
        Array.Fill(second, T.One);
        var results = Array.ConvertAll(new T[OutputCount][], _ => new T[x.Length]);
        Interpret(bare, x, second, results);
        var isCompensated = bare.Format.IsCompensated;
        return [.. results.Select((y, output) => new Repairs(
            (_probes[output].NeedsLimits && HasUnseenCases) || (Array.Exists(y, T.IsNaN) && (isCompensated || _probes[output].NeedsLimits)),
            isCompensated && !IsDerivative[output] && _probes[output].KeepsZero && !T.IsNegative(y[0])))];
    }

    private bool HasUnseenCases => _parameterCount > 0 || _noise is not null;

    private VectorProgram Build(ElementFormat[] lanes, Repairs[] repairs)
    {
        var builder = new ProgramBuilder(lanes[0]);
        var lowerings = lanes.Distinct().ToDictionary(format => format, _ => new Lowering(builder, Layout, _outputs, _noise?.Name));
        var values = new List<Value>();
        for (var i = 0; i < OutputCount; i++)
        {
            builder.Format = lanes[i];
            var value = Guard(builder, lowerings[lanes[i]].Value(_outputs[i]), i, repairs[i]);
            values.Add(_timesUpstream ? builder.Upstream * value : value);
        }

        builder.Format = Array.Find(lanes, format => format.IsCompensated) ?? lanes[0];
        return builder.Build(values);
    }

    // ±∞ gives the limit and NaN gives NaN, at no cost where plain evaluation does so by itself.
    private Value Guard(ProgramBuilder b, Value value, int output, Repairs repairs)
    {
        var x = b.Input;
        var probe = _probes[output];
        if (repairs.AtZero) value = b.Select(b.Equal(x, b.Constant(0)), x, value);
        if (repairs.AtInfinity || probe.MissesLimits)
        {
            var limits = Layout.Limits(output);
            var (atPlus, atMinus) = (b.Uniform(limits), b.Uniform(limits + 1));
            value = probe.MissesLimits
                ? b.Select(b.Equal(b.Abs(x), b.Constant(double.PositiveInfinity)), b.Select(b.Less(x, 0), atMinus, atPlus), value)
                : b.Repair(value, x, atPlus, atMinus);
        }

        return probe.LosesNaN ? b.Select(b.Equal(x, x), value, x) : value;
    }

    /// <summary>Runs a program with the default parameters, without compiling it.</summary>
    public void Interpret<T>(VectorProgram program, T[] x, T[] upstream, T[][] results)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var uniforms = stackalloc double[UniformCount];
        Bind(program.Format, Defaults, uniforms);
        var outputs = stackalloc T*[OutputCount];
        var pins = new GCHandle[OutputCount];
        for (var o = 0; o < OutputCount; o++)
        {
            pins[o] = GCHandle.Alloc(results[o], GCHandleType.Pinned);
            outputs[o] = (T*)pins[o].AddrOfPinnedObject();
        }

        fixed (T* px = x, pu = upstream) Interpret(program, px, pu, outputs, x.Length, uniforms);
        foreach (var pin in pins) pin.Free();
    }

    private static void Interpret<T>(VectorProgram program, T* x, T* upstream, T** outputs, int count, void* uniforms)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (program.Format.Size == sizeof(T)) new Interpreter<T, T>(program).Run(x, upstream, outputs, count, uniforms);
        else new Interpreter<T, double>(program).Run(x, upstream, outputs, count, uniforms);
    }

    /// <summary>Whether a kernel that computes in these lanes asks for limits where elements are huge.</summary>
    public bool HasLimits(ElementFormat lanes) =>
        Enumerable.Range(0, OutputCount).Any(output => HasLimitsOf(output, lanes));

    /// <summary>Writes the parameters and the limits, in the type of the lanes. Allocates nothing from the second call
    /// on.</summary>
    public void Bind(ElementFormat lanes, ReadOnlySpan<double> parameters, void* uniforms)
    {
        BindParameters(lanes, parameters, uniforms);
        for (var output = 0; output < OutputCount; output++)
            if (HasLimitsOf(output, lanes)) Put(lanes, uniforms, Layout.Limits(output), step: 1, LimitsOf(output, parameters));
    }

    /// <summary>Writes the parameters alone.</summary>
    public void BindParameters(ElementFormat lanes, ReadOnlySpan<double> parameters, void* uniforms)
    {
        for (var i = 0; i < _parameterCount; i++)
        {
            var high = lanes.Round(parameters[i]);
            Put(lanes, uniforms, 2 * i, step: 1, (high, parameters[i] - high));
        }
    }

    /// <summary>Writes the limits alone, <paramref name="step"/> places apart. They are not remembered.</summary>
    public void BindLimits(ElementFormat lanes, ReadOnlySpan<double> parameters, void* uniforms, int step)
    {
        for (var output = 0; output < OutputCount; output++)
            if (HasLimitsOf(output, lanes))
                Put(lanes, uniforms, Layout.Limits(output), step, _probes[output].Limits(parameters));
    }

    // Compensated lanes may lose at ±∞ what plain evaluation gives there.
    private bool HasLimitsOf(int output, ElementFormat lanes) =>
        lanes.IsCompensated || _probes[output].NeedsLimits || _probes[output].MissesLimits;

    private static void Put(ElementFormat lanes, void* uniforms, int index, int step, (double First, double Second) pair)
    {
        Put(lanes, uniforms, index * step, pair.First);
        Put(lanes, uniforms, (index + 1) * step, pair.Second);
    }

    private static void Put(ElementFormat lanes, void* uniforms, int index, double value)
    {
        if (lanes.IsSingle) ((float*)uniforms)[index] = (float)value;
        else ((double*)uniforms)[index] = value;
    }

    // Most calls use the parameter values of the call before.
    private (double AtPlus, double AtMinus) LimitsOf(int output, ReadOnlySpan<double> parameters)
    {
        var known = Volatile.Read(ref _knownLimits);
        if (known is not null && parameters.SequenceEqual(known.Parameters)) return known.Limits[output];
        if (known is not null) return _probes[output].Limits(parameters);
        var limits = new (double, double)[OutputCount];
        for (var i = 0; i < limits.Length; i++) limits[i] = _probes[i].Limits(parameters);
        Volatile.Write(ref _knownLimits, new KnownLimits(parameters.ToArray(), limits));
        return limits[output];
    }

    private sealed record KnownLimits(double[] Parameters, (double AtPlus, double AtMinus)[] Limits);
}
