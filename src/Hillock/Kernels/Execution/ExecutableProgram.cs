using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hillock.Kernels.Execution;

/// <summary>A vector program, ready to run over whole vectors: compiled, or interpreted where no code can be generated
/// at run time.</summary>
internal sealed unsafe class ExecutableProgram<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // After a vector that needs a repair, how many elements to take with the body that repairs: others may be near.
    private const int RepairedAtOnce = 512;

    private readonly int _outputCount;
    private readonly nint _uniformStep;
    private readonly KernelBody<T> _plain;
    private readonly Lazy<KernelBody<T>> _repairing;
    private readonly Lazy<KernelBody<T>> _streaming;

    public ExecutableProgram(VectorProgram program, VectorWidth width, ParameterPlace place = ParameterPlace.Call)
    {
        _uniformStep = place == ParameterPlace.Element ? program.Format.Size : 0;
        _outputCount = program.Outputs.Count;
        Lanes = (width == VectorWidth.Interpreted ? (int)VectorWidth.Bits512 : (int)width) / 8 / program.Format.Size;
        _plain = Compile(program, width, BodyKind.Plain, place);
        _repairing = new(() => Compile(program, width, BodyKind.Repairing, place));
        _streaming = new(() => Compile(program, width, BodyKind.Streaming, place));
    }

    /// <summary>The elements of a vector.</summary>
    public int Lanes { get; }

    /// <summary>Runs over a multiple of <see cref="Lanes"/> elements.</summary>
    public void Run(T* x, T* upstream, T** outputs, nint count, void* uniforms) =>
        Run(_plain, x, upstream, outputs, count, uniforms);

    /// <summary>Runs over a multiple of <see cref="Lanes"/> elements and stores around the caches. Each output is aligned
    /// to whole vectors and none is an input.</summary>
    public void RunStreaming(T* x, T* upstream, T** outputs, nint count, void* uniforms)
    {
        Run(_streaming.Value, x, upstream, outputs, count, uniforms);
        // Such stores are seen late by other threads, unless one asks for it.
        if (Sse.IsSupported) Sse.StoreFence();
        else Interlocked.MemoryBarrier();
    }

    private void Run(KernelBody<T> body, T* x, T* upstream, T** outputs, nint count, void* uniforms)
    {
        var done = body(x, upstream, outputs, count, uniforms);
        if (done == count) return;
        var rest = stackalloc T*[_outputCount];
        for (var repairs = true; done < count; repairs = !repairs)
        {
            for (var o = 0; o < _outputCount; o++) rest[o] = outputs[o] + done;
            var restUpstream = upstream is null ? null : upstream + done;
            var restUniforms = (byte*)uniforms + (done * _uniformStep);
            done += repairs
                ? _repairing.Value(x + done, restUpstream, rest, Math.Min(RepairedAtOnce, count - done), restUniforms)
                : body(x + done, restUpstream, rest, count - done, restUniforms);
        }
    }

    private static KernelBody<T> Compile(VectorProgram program, VectorWidth width, BodyKind kind, ParameterPlace place) =>
        program.Format.Size == sizeof(T)
            ? Compile<T>(program, width, kind, place)
            : Compile<double>(program, width, kind, place);

    private static KernelBody<T> Compile<TLane>(
        VectorProgram program, VectorWidth width, BodyKind kind, ParameterPlace place)
        where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane> =>
        width != VectorWidth.Interpreted && RuntimeFeature.IsDynamicCodeSupported
            ? IlCompiler<T, TLane>.Compile(program, width, kind, place)
            : new Interpreter<T, TLane>(program, place).Run;
}
