using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hillock.Kernels.Execution;

/// <summary>A vector program, ready to run over whole vectors: compiled, or interpreted where no code can be generated
/// at run time.</summary>
internal sealed unsafe class ExecutableProgram<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // After a vector that needs a repair, how many elements to take with the body that repairs: others may be near.
    private const int RepairedAtOnce = 512;

    private readonly int _outputCount;
    private readonly KernelBody<T> _body;
    private readonly Lazy<KernelBody<T>> _repairingBody;

    public ExecutableProgram(VectorProgram program, VectorWidth width)
    {
        _outputCount = program.Outputs.Count;
        Lanes = width == VectorWidth.Interpreted ? Interpreter<T>.Lanes : (int)width / 8 / sizeof(T);
        _body = Compile(program, width, repairs: false);
        _repairingBody = new(() => Compile(program, width, repairs: true));
    }

    /// <summary>The elements of a vector.</summary>
    public int Lanes { get; }

    /// <summary>Runs over a multiple of <see cref="Lanes"/> elements.</summary>
    public void Run(T* x, T* upstream, T** outputs, nint count, T* uniforms)
    {
        var done = _body(x, upstream, outputs, count, uniforms);
        if (done < count) RunWithRepairs(x, upstream, outputs, done, count, uniforms);
    }

    private void RunWithRepairs(T* x, T* upstream, T** outputs, nint done, nint count, T* uniforms)
    {
        var rest = stackalloc T*[_outputCount];
        var repairs = true;
        for (; done < count; repairs = !repairs)
        {
            for (var o = 0; o < _outputCount; o++) rest[o] = outputs[o] + done;
            var restUpstream = upstream is null ? null : upstream + done;
            done += repairs
                ? _repairingBody.Value(x + done, restUpstream, rest, Math.Min(RepairedAtOnce, count - done), uniforms)
                : _body(x + done, restUpstream, rest, count - done, uniforms);
        }
    }

    private static KernelBody<T> Compile(VectorProgram program, VectorWidth width, bool repairs)
    {
        if (width != VectorWidth.Interpreted && RuntimeFeature.IsDynamicCodeSupported)
            return IlCompiler<T>.Compile(program, width, repairs);
        return new Interpreter<T>(program).Run;
    }
}
