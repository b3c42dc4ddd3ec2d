using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hillock.Expressions;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels;

/// <summary>A compiled kernel: one or more expressions in x, each optionally times the upstream gradient, evaluated in
/// one pass over the elements.</summary>
internal sealed unsafe class Kernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly UniformLayout _layout;
    private readonly Probe[] _probes;
    private readonly KernelBody<T> _body;
    private readonly int _lanes;
    private readonly int _parameterCount;
    private KnownLimits? _knownLimits;

    public Kernel(
        IReadOnlyList<Expression> outputs,
        IReadOnlyList<ActivationParameter> parameters,
        bool timesUpstream,
        VectorWidth width,
        ElementFormat lanes)
    {
        _parameterCount = parameters.Count;
        _layout = new UniformLayout([.. parameters.Select(p => p.Name)], outputs.Count);
        _probes = [.. outputs.Select(output => new Probe(output, parameters))];
        Program = Translate(outputs, timesUpstream, lanes);
        _lanes = (width == VectorWidth.Interpreted ? (int)VectorWidth.Bits512 : (int)width) / 8 / lanes.Size;
        _body = Compile(Program, width);
    }

    public VectorProgram Program { get; }

    private static KernelBody<T> Compile(VectorProgram program, VectorWidth width) =>
        program.Format.Size == sizeof(T) ? Compile<T>(program, width) : Compile<double>(program, width);

    private static KernelBody<T> Compile<TLane>(VectorProgram program, VectorWidth width)
        where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane> =>
        width != VectorWidth.Interpreted && RuntimeFeature.IsDynamicCodeSupported
            ? IlCompiler<T, TLane>.Compile(program, width)
            : new Interpreter<T, TLane>(program).Run;

    private VectorProgram Translate(IReadOnlyList<Expression> outputs, bool timesUpstream, ElementFormat lanes)
    {
        var builder = new ProgramBuilder(lanes);
        var lowering = new Lowering(builder, _layout);
        var values = new List<Value>();
        for (var i = 0; i < outputs.Count; i++)
        {
            var value = Guard(builder, lowering.Value(outputs[i]), i);
            values.Add(timesUpstream ? builder.Upstream * value : value);
        }

        return builder.Build(values);
    }

    // ±∞ gives the limit and NaN gives NaN, at no cost where plain evaluation does so by itself.
    private Value Guard(ProgramBuilder b, Value value, int output)
    {
        var x = b.Input;
        if (_probes[output].NeedsLimits)
        {
            var limits = _layout.Limits(output);
            value = b.Repair(value, x, b.Uniform(limits), b.Uniform(limits + 1));
        }

        return _probes[output].LosesNaN ? b.Select(b.Equal(x, x), value, x) : value;
    }

    /// <summary>Runs the kernel over n elements.</summary>
    /// <param name="x">n pre-activations.</param>
    /// <param name="upstream">n gradients from above, or null.</param>
    /// <param name="outputs">As many pointers as the kernel has outputs.</param>
    /// <param name="count">n.</param>
    /// <param name="parameters">The values of the parameters.</param>
    public void Run(T* x, T* upstream, T** outputs, nint count, ReadOnlySpan<double> parameters)
    {
        var uniforms = stackalloc double[_layout.Count + 1];
        if (Program.Format.IsSingle) Bind(parameters, (float*)uniforms);
        else Bind(parameters, uniforms);
        var whole = count - (count % _lanes);
        if (whole > 0) _body(x, upstream, outputs, whole, uniforms);
        if (whole < count) RunTail(x, upstream, outputs, whole, (int)(count - whole), uniforms);
    }

    // The same routine on a padded copy, so that a result does not depend on the place of its element.
    private void RunTail(T* x, T* upstream, T** outputs, nint start, int count, void* uniforms)
    {
        var outputCount = _probes.Length;
        var lanes = stackalloc T[(2 + outputCount) * _lanes];
        var tailOutputs = stackalloc T*[outputCount];
        var tailUpstream = lanes + _lanes;
        Copy(x + start, lanes, count);
        if (upstream is not null) Copy(upstream + start, tailUpstream, count);
        for (var o = 0; o < outputCount; o++) tailOutputs[o] = lanes + ((2 + o) * _lanes);
        _body(lanes, tailUpstream, tailOutputs, _lanes, uniforms);
        for (var o = 0; o < outputCount; o++) Copy(tailOutputs[o], outputs[o] + start, count);
    }

    private static void Copy(T* source, T* destination, int count) =>
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(destination, count));

    private void Bind<TLane>(ReadOnlySpan<double> parameters, TLane* uniforms)
        where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane>
    {
        for (var i = 0; i < _parameterCount; i++)
        {
            var high = TLane.CreateTruncating(parameters[i]);
            uniforms[2 * i] = high;
            uniforms[(2 * i) + 1] = TLane.CreateTruncating(parameters[i] - double.CreateTruncating(high));
        }

        for (var output = 0; output < _probes.Length; output++)
        {
            if (!_probes[output].NeedsLimits) continue;
            var (atPlus, atMinus) = LimitsOf(output, parameters);
            uniforms[_layout.Limits(output)] = TLane.CreateTruncating(atPlus);
            uniforms[_layout.Limits(output) + 1] = TLane.CreateTruncating(atMinus);
        }
    }

    // Most calls use the parameter values of the call before.
    private (double AtPlus, double AtMinus) LimitsOf(int output, ReadOnlySpan<double> parameters)
    {
        var known = Volatile.Read(ref _knownLimits);
        if (known is not null && parameters.SequenceEqual(known.Parameters)) return known.Limits[output];
        if (known is not null) return _probes[output].Limits(parameters);
        var limits = new (double, double)[_probes.Length];
        for (var i = 0; i < limits.Length; i++) limits[i] = _probes[i].Limits(parameters);
        Volatile.Write(ref _knownLimits, new KnownLimits(parameters.ToArray(), limits));
        return limits[output];
    }

    private sealed record KnownLimits(double[] Parameters, (double AtPlus, double AtMinus)[] Limits);
}
