using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hillock.Kernels.Elementary;

namespace Hillock.Kernels.Execution;

/// <summary>Runs a vector program without compiling it: slower, the same bits. Used where no code can be generated at
/// run time, for limits, and as the witness of the compiled kernels.</summary>
internal sealed unsafe class Interpreter<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [ThreadStatic]
    private static Vector512<T>[]? s_values;

    private readonly Instruction[] _code;
    private readonly int[] _outputs;

    public Interpreter(VectorProgram program)
    {
        program = ScaleExpansion.Expand(program);
        _code = [.. program.Instructions];
        _outputs = [.. program.Outputs];
    }

    public static int Lanes => Vector512<T>.Count;

    public nint Run(T* x, T* upstream, T** outputs, nint count, T* uniforms)
    {
        // Kept for the thread, so that running allocates nothing.
        if (s_values is null || s_values.Length < _code.Length) s_values = new Vector512<T>[_code.Length];
        var values = s_values;
        for (nint i = 0; i < count; i += Lanes)
        {
            for (var k = 0; k < _code.Length; k++)
            {
                values[k] = _code[k].Operation switch
                {
                    VectorOperation.Input => Vector512.Load(x + i),
                    VectorOperation.Upstream => Vector512.Load(upstream + i),
                    VectorOperation.Uniform => Vector512.Create(uniforms[_code[k].Bits]),
                    _ => Compute(_code[k], values),
                };
            }

            for (var o = 0; o < _outputs.Length; o++) values[_outputs[o]].Store(outputs[o] + i);
        }

        return count;
    }

    private static Vector512<T> Compute(in Instruction i, Vector512<T>[] v) => i.Operation switch
    {
        VectorOperation.Constant => Vector512.Create(T.CreateTruncating(i.Number)),
        VectorOperation.Bits => Bits(i.Bits),
        VectorOperation.Add => v[i.A] + v[i.B],
        VectorOperation.Subtract => v[i.A] - v[i.B],
        VectorOperation.Multiply => v[i.A] * v[i.B],
        VectorOperation.Divide => v[i.A] / v[i.B],
        VectorOperation.FusedMultiplyAdd => FusedMultiplyAdd(v[i.A], v[i.B], v[i.C]),
        VectorOperation.Negate => -v[i.A],
        VectorOperation.Abs => Vector512.Abs(v[i.A]),
        VectorOperation.Minimum => Vector512.Min(v[i.A], v[i.B]),
        VectorOperation.Maximum => Vector512.Max(v[i.A], v[i.B]),
        VectorOperation.QuickMinimum => Vector512.ConditionalSelect(Vector512.LessThan(v[i.A], v[i.B]), v[i.A], v[i.B]),
        VectorOperation.QuickMaximum => Vector512.ConditionalSelect(Vector512.LessThan(v[i.B], v[i.A]), v[i.A], v[i.B]),
        VectorOperation.SquareRoot => Vector512.Sqrt(v[i.A]),
        VectorOperation.Floor => Floor(v[i.A]),
        VectorOperation.Round => Round(v[i.A]),
        VectorOperation.Equal => Vector512.Equals(v[i.A], v[i.B]),
        VectorOperation.Less => Vector512.LessThan(v[i.A], v[i.B]),
        VectorOperation.LessOrEqual => Vector512.LessThanOrEqual(v[i.A], v[i.B]),
        VectorOperation.Select => Vector512.ConditionalSelect(v[i.A], v[i.B], v[i.C]),
        VectorOperation.And => v[i.A] & v[i.B],
        VectorOperation.Or => v[i.A] | v[i.B],
        VectorOperation.Xor => v[i.A] ^ v[i.B],
        VectorOperation.ShiftLeft => v[i.A] << (int)i.Bits,
        VectorOperation.ShiftRight => v[i.A] >>> (int)i.Bits,
        VectorOperation.SinOfLarge => LargeAngles.Sin(v[i.A], v[i.B]),
        VectorOperation.Repair => Limits.Repair(v[i.A], v[i.B], v[i.C], v[i.D]),
        VectorOperation.CosOfLarge => LargeAngles.Cos(v[i.A], v[i.B]),
        _ => throw new InvalidOperationException($"{i.Operation} cannot be interpreted."),
    };

    private static bool IsSingle => typeof(T) == typeof(float);

    private static Vector512<T> Bits(ulong pattern) => IsSingle
        ? Vector512.Create((uint)pattern).As<uint, T>()
        : Vector512.Create(pattern).As<ulong, T>();

    private static Vector512<T> FusedMultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c) => IsSingle
        ? Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    private static Vector512<T> Floor(Vector512<T> a) => IsSingle
        ? Vector512.Floor(a.AsSingle()).As<float, T>()
        : Vector512.Floor(a.AsDouble()).As<double, T>();

    private static Vector512<T> Round(Vector512<T> a) => IsSingle
        ? Vector512.Round(a.AsSingle()).As<float, T>()
        : Vector512.Round(a.AsDouble()).As<double, T>();
}
