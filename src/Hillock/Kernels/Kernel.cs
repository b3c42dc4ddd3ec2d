using System.Numerics;
using System.Runtime.CompilerServices;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels;

/// <summary>A compiled kernel: one or more expressions in x, each optionally times the upstream gradient, evaluated in
/// one pass over the elements.</summary>
internal sealed unsafe class Kernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Translation _translation;
    private readonly KernelBody<T> _body;
    private readonly Lazy<KernelBody<T>> _repairingBody;
    private readonly int _lanes;
    private KnownParameters? _known;

    public Kernel(Translation translation, VectorWidth width, KernelPrecision precision)
    {
        _translation = translation;
        Program = LaneChoice.Translate<T>(translation, precision);
        _lanes = (width == VectorWidth.Interpreted ? (int)VectorWidth.Bits512 : (int)width) / 8 / Program.Format.Size;
        _body = Compile(Program, width);
        _repairingBody = new Lazy<KernelBody<T>>(() => Compile(translation.Repairing(Program.Format), width));
    }

    public VectorProgram Program { get; }

    private static KernelBody<T> Compile(VectorProgram program, VectorWidth width) =>
        program.Format.Size == sizeof(T) ? Compile<T>(program, width) : Compile<double>(program, width);

    private static KernelBody<T> Compile<TLane>(VectorProgram program, VectorWidth width)
        where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane> =>
        width != VectorWidth.Interpreted && RuntimeFeature.IsDynamicCodeSupported
            ? IlCompiler<T, TLane>.Compile(program, width)
            : new Interpreter<T, TLane>(program).Run;

    /// <summary>Runs the kernel over n elements.</summary>
    /// <param name="x">n pre-activations.</param>
    /// <param name="upstream">n gradients from above, or null.</param>
    /// <param name="outputs">As many pointers as the kernel has outputs.</param>
    /// <param name="count">n.</param>
    /// <param name="parameters">The values of the parameters.</param>
    public void Run(T* x, T* upstream, T** outputs, nint count, ReadOnlySpan<double> parameters)
    {
        var uniforms = stackalloc double[_translation.Layout.Count + 1];
        var body = Prepare(parameters, uniforms);

        var whole = count - (count % _lanes);
        if (whole > 0) body(x, upstream, outputs, whole, uniforms);
        if (whole < count) RunTail(body, x, upstream, outputs, whole, (int)(count - whole), uniforms);
    }

    private KernelBody<T> Prepare(ReadOnlySpan<double> parameters, double* uniforms)
    {
        if (Known(parameters) is { } known)
        {
            known.Uniforms.CopyTo(new Span<double>(uniforms, known.Uniforms.Length));
            return known.NeedsRepair ? _repairingBody.Value : _body;
        }

        _translation.Bind(Program.Format, parameters, uniforms);
        if (!_translation.NeedsLimits) return _body;
        _translation.BindLimits(Program.Format, parameters, uniforms);
        return _repairingBody.Value;
    }

    // The program gives the limits at ±∞ for the default parameters, a slower one for any. Most calls use the parameter
    // values of the first; to ask for those of others costs more than the slower program does.
    private KnownParameters? Known(ReadOnlySpan<double> parameters)
    {
        var known = Volatile.Read(ref _known);
        if (known is null)
        {
            var uniforms = new double[_translation.Layout.Count];
            fixed (double* p = uniforms)
            {
                _translation.Bind(Program.Format, parameters, p);
                _translation.BindLimits(Program.Format, parameters, p);
            }

            known = new KnownParameters(
                parameters.ToArray(),
                uniforms,
                _translation.NeedsLimits && !_translation.MeetsLimits<T>(Program, parameters));
            Volatile.Write(ref _known, known);
        }

        return parameters.SequenceEqual(known.Values) ? known : null;
    }

    // The same routine on a padded copy, so that a result does not depend on the place of its element.
    private void RunTail(
        KernelBody<T> body, T* x, T* upstream, T** outputs, nint start, int count, void* uniforms)
    {
        var outputCount = Program.Outputs.Count;
        var lanes = stackalloc T[(2 + outputCount) * _lanes];
        var tailOutputs = stackalloc T*[outputCount];
        var tailUpstream = lanes + _lanes;
        Copy(x + start, lanes, count);
        if (upstream is not null) Copy(upstream + start, tailUpstream, count);
        for (var o = 0; o < outputCount; o++) tailOutputs[o] = lanes + ((2 + o) * _lanes);
        body(lanes, tailUpstream, tailOutputs, _lanes, uniforms);
        for (var o = 0; o < outputCount; o++) Copy(tailOutputs[o], outputs[o] + start, count);
    }

    private static void Copy(T* source, T* destination, int count) =>
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(destination, count));

    private sealed record KnownParameters(double[] Values, double[] Uniforms, bool NeedsRepair);
}
