using System.Numerics;
using System.Runtime.InteropServices;
using Hillock.Expressions;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels;

/// <summary>Turns the outputs of a kernel, expressions in x each optionally times the upstream gradient, into vector
/// programs that give the limits at ±∞ and NaN for NaN.</summary>
internal sealed unsafe class Translation
{
    private readonly IReadOnlyList<Expression> _outputs;
    private readonly bool _timesUpstream;
    private readonly Probe[] _probes;
    private readonly int _parameterCount;

    /// <param name="outputs">The outputs; the first is f itself or a derivative, all others are derivatives.</param>
    /// <param name="startsWithValue">Whether the first is f itself.</param>
    /// <param name="parameters">The parameters of f.</param>
    /// <param name="timesUpstream">Whether each output is multiplied by the upstream gradient.</param>
    public Translation(
        IReadOnlyList<Expression> outputs,
        bool startsWithValue,
        IReadOnlyList<ActivationParameter> parameters,
        bool timesUpstream)
    {
        _outputs = outputs;
        IsDerivative = [.. outputs.Select((_, index) => index > 0 || !startsWithValue)];
        _timesUpstream = timesUpstream;
        _parameterCount = parameters.Count;
        _probes = [.. outputs.Select(output => new Probe(output, parameters))];
        Layout = new UniformLayout([.. parameters.Select(p => p.Name)], outputs.Count);
        Defaults = [.. parameters.Select(p => p.Default)];
        NeedsLimits = _probes.Any(probe => probe.NeedsLimits);
    }

    public UniformLayout Layout { get; }

    public double[] Defaults { get; }

    public int OutputCount => _outputs.Count;

    /// <summary>For each output, whether it is a derivative rather than a value.</summary>
    public bool[] IsDerivative { get; }

    /// <summary>Whether plain evaluation can meet ∞ · 0 or ∞ − ∞.</summary>
    public bool NeedsLimits { get; }

    /// <summary>A program that gives the limits for the default parameters, in the cheapest way: often it is enough to take
    /// ±∞ for the largest finite number.</summary>
    public VectorProgram Plain<T>(ElementFormat lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        var program = Build(lanes, (low, high), repair: false);
        if (!NeedsLimits) return program;
        var largest = sizeof(T) == sizeof(float) ? float.MaxValue : double.MaxValue;
        (double, double)[] clamps = [(-largest, high), (low, largest), (-largest, largest)];
        for (var i = 0; i <= clamps.Length; i++)
        {
            if (MeetsLimits<T>(program, Defaults)) return program;
            if (i < clamps.Length) program = Build(lanes, clamps[i], repair: false);
        }

        return Repairing(lanes);
    }

    /// <summary>A program that gives the limits for any parameters; it reads them from the uniforms.</summary>
    public VectorProgram Repairing(ElementFormat lanes) =>
        Build(lanes, (double.NegativeInfinity, double.PositiveInfinity), repair: true);

    /// <summary>Whether the program gives the limits at ±∞ with these parameters.</summary>
    public bool MeetsLimits<T>(VectorProgram program, ReadOnlySpan<double> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int count = 16;
        var x = stackalloc T[count];
        var upstream = stackalloc T[count];
        var results = stackalloc T[count * OutputCount];
        var outputs = stackalloc T*[OutputCount];
        var uniforms = stackalloc double[Layout.Count + 1];
        for (var o = 0; o < OutputCount; o++) outputs[o] = results + (o * count);
        for (var i = 0; i < count; i++) (x[i], upstream[i]) = (i == 0 ? T.PositiveInfinity : T.NegativeInfinity, T.One);
        Bind(program.Format, parameters, uniforms);
        BindLimits(program.Format, parameters, uniforms);
        Interpret(program, x, upstream, outputs, count, uniforms);
        for (var o = 0; o < OutputCount; o++)
        {
            var (atPlus, atMinus) = _probes[o].Limits(parameters);
            if (!IsSame(o, outputs[o][0], atPlus) || !IsSame(o, outputs[o][1], atMinus)) return false;
        }

        return true;
    }

    // A value keeps the sign of a zero; that of a derivative means nothing.
    private bool IsSame<T>(int output, T actual, double limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var expected = T.CreateTruncating(limit);
        if (T.IsNaN(expected)) return T.IsNaN(actual);
        return actual == expected && (IsDerivative[output] || T.IsNegative(actual) == T.IsNegative(expected));
    }

    /// <summary>Runs a program with the default parameters, without compiling it.</summary>
    public void Interpret<T>(VectorProgram program, T[] x, T[] upstream, T[][] results)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var uniforms = stackalloc double[Layout.Count + 1];
        Bind(program.Format, Defaults, uniforms);
        BindLimits(program.Format, Defaults, uniforms);
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

    /// <summary>Writes the parameters to where programs look for them.</summary>
    public void Bind(ElementFormat lanes, ReadOnlySpan<double> parameters, double* uniforms)
    {
        for (var i = 0; i < _parameterCount; i++)
        {
            var high = lanes.Round(parameters[i]);
            Put(lanes, uniforms, 2 * i, high);
            Put(lanes, uniforms, (2 * i) + 1, parameters[i] - high);
        }
    }

    /// <summary>Writes the limits at ±∞ to where a repairing program looks for them. Allocates nothing.</summary>
    public void BindLimits(ElementFormat lanes, ReadOnlySpan<double> parameters, double* uniforms)
    {
        for (var output = 0; output < _probes.Length; output++)
        {
            if (!_probes[output].NeedsLimits) continue;
            var (atPlus, atMinus) = _probes[output].Limits(parameters);
            Put(lanes, uniforms, Layout.Limits(output), atPlus);
            Put(lanes, uniforms, Layout.Limits(output) + 1, atMinus);
        }
    }

    private static void Put(ElementFormat lanes, double* uniforms, int index, double value)
    {
        if (lanes.IsSingle) ((float*)uniforms)[index] = (float)value;
        else uniforms[index] = value;
    }

    private VectorProgram Build(ElementFormat lanes, (double Lower, double Upper) clamp, bool repair)
    {
        var builder = new ProgramBuilder(lanes, clamp);
        var lowering = new Lowering(builder, Layout);
        var values = new List<Value>();
        for (var i = 0; i < OutputCount; i++)
        {
            var value = Guard(builder, lowering.Value(_outputs[i]), i, repair);
            values.Add(_timesUpstream ? builder.Upstream * value : value);
        }

        return builder.Build(values);
    }

    // NaN gives NaN, at no cost where plain evaluation does so by itself.
    private Value Guard(ProgramBuilder b, Value value, int output, bool repair)
    {
        var x = b.Input;
        if (repair && _probes[output].NeedsLimits)
        {
            var limits = Layout.Limits(output);
            value = b.Repair(value, x, b.Uniform(limits), b.Uniform(limits + 1));
        }

        return _probes[output].LosesNaN ? b.Select(b.Equal(x, x), value, x) : value;
    }
}
