using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hillock.Kernels.Elementary;

namespace Hillock.Kernels.Execution;

/// <summary>Runs a vector program without compiling it: slower, the same bits. Used where no code can be generated at
/// run time, for limits, and as the witness of the compiled kernels.</summary>
/// <typeparam name="T">The type of the elements in memory.</typeparam>
/// <typeparam name="TLane">The type computed in: that of the elements, or double for float elements.</typeparam>
internal sealed unsafe class Interpreter<T, TLane>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane>
{
    [ThreadStatic]
    private static Vector512<TLane>[]? s_values;

    private readonly Instruction[] _code;
    private readonly int[] _outputs;
    private readonly bool _hasTable;

    public Interpreter(VectorProgram program, ParameterPlace place = ParameterPlace.Call)
    {
        _hasTable = place == ParameterPlace.Element;
        program = ScaleExpansion.Expand(program);
        _code = [.. program.Instructions];
        _outputs = [.. program.Outputs];
    }

    public static int Lanes => Vector512<TLane>.Count;

    // Optimised at once: the samples of a few kernels are all that most processes run.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public nint Run(T* x, T* upstream, T** outputs, nint count, void* uniforms)
    {
        // Kept for the thread, so that running allocates nothing.
        if (s_values is null || s_values.Length < _code.Length) s_values = new Vector512<TLane>[_code.Length];
        var values = s_values;
        for (nint i = 0; i < count; i += Lanes)
        {
            for (var k = 0; k < _code.Length; k++)
            {
                values[k] = _code[k].Operation switch
                {
                    VectorOperation.Input => LaneMemory.Load<T, TLane>(x + i),
                    VectorOperation.Upstream => LaneMemory.Load<T, TLane>(upstream + i),
                    VectorOperation.Uniform => _hasTable
                        ? Vector512.Load((TLane*)uniforms + ((nint)_code[k].Bits * ParameterTable.Columns) + i)
                        : Vector512.Create(((TLane*)uniforms)[_code[k].Bits]),
                    _ => Compute(_code[k], values),
                };
            }

            for (var o = 0; o < _outputs.Length; o++) LaneMemory.Store(values[_outputs[o]], outputs[o] + i);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<TLane> Compute(in Instruction i, Vector512<TLane>[] v) => i.Operation switch
    {
        VectorOperation.Constant => Vector512.Create(TLane.CreateTruncating(i.Number)),
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

    private static bool IsSingle => typeof(TLane) == typeof(float);

    private static Vector512<TLane> Bits(ulong pattern) => IsSingle
        ? Vector512.Create((uint)pattern).As<uint, TLane>()
        : Vector512.Create(pattern).As<ulong, TLane>();

    private static Vector512<TLane> FusedMultiplyAdd(Vector512<TLane> a, Vector512<TLane> b, Vector512<TLane> c) => IsSingle
        ? Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, TLane>()
        : Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, TLane>();

    private static Vector512<TLane> Floor(Vector512<TLane> a) => IsSingle
        ? Vector512.Floor(a.AsSingle()).As<float, TLane>()
        : Vector512.Floor(a.AsDouble()).As<double, TLane>();

    private static Vector512<TLane> Round(Vector512<TLane> a) => IsSingle
        ? Vector512.Round(a.AsSingle()).As<float, TLane>()
        : Vector512.Round(a.AsDouble()).As<double, TLane>();
}
