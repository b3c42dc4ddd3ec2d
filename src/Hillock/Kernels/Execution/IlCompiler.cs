using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;

namespace Hillock.Kernels.Execution;

/// <summary>Compiles a vector program to machine code, through intermediate language in a dynamic method.</summary>
/// <remarks>
/// <para>There are two loops. The first goes through a block of vectors in stages (<see cref="LoopStages"/>), each of which
/// takes several vectors in step (<see cref="VectorsInStep"/>): each instruction for one after the other, so that the
/// processor has something to do while results are on their way. The second takes the vectors that are left, one by
/// one.</para>
/// <para>What does not depend on the elements is evaluated before the loops. In the second, a value used once stays on the
/// evaluation stack: the compiler of .NET tracks a limited number of variables and spills the others.</para>
/// </remarks>
/// <typeparam name="T">The type of the elements in memory.</typeparam>
/// <typeparam name="TLane">The type computed in: that of the elements, or double for float elements.</typeparam>
[RequiresDynamicCode("Kernels are compiled at run time; where that is not possible the interpreter takes over.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The generic methods of the vector types carry no annotations.")]
internal sealed partial class IlCompiler<T, TLane>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane>
{
    private const int ArgumentNumbers = 0;
    private const int ArgumentX = 1;
    private const int ArgumentUpstream = 2;
    private const int ArgumentOutputs = 3;
    private const int ArgumentCount = 4;
    private const int ArgumentUniforms = 5;

    private readonly VectorProgram _program;
    private readonly VectorMethods<T, TLane> _methods;
    private readonly NumberTable _numbers;
    private readonly DynamicMethod _method;
    private readonly ILGenerator _il;
    private readonly bool[] _isUniform;
    private readonly int[] _uses;
    private readonly LocalBuilder[] _outputPointers;
    private readonly LocalBuilder _numbersStart;
    private readonly LocalBuilder _index;
    private readonly Label _end;
    private readonly BodyKind _kind;
    private readonly bool _hasTable;

    // Of the vector that code is emitted for: where its values are, which local tells its position in the spans, and how
    // many elements it lies after that.
    private LocalBuilder?[] _locals;
    private LocalBuilder _position;
    private int _offset;

    private IlCompiler(VectorProgram program, VectorWidth width, BodyKind kind, ParameterPlace place)
    {
        _kind = kind;
        _hasTable = place == ParameterPlace.Element;
        _methods = VectorMethods<T, TLane>.Of(width);
        _numbers = new NumberTable((int)width / 8, SizeOfLane);
        _program = _methods.HasScale ? program : ScaleExpansion.Expand(program);
        _method = new DynamicMethod(
            "HillockKernel",
            typeof(nint),
            [typeof(NumberTable), typeof(T*), typeof(T*), typeof(T**), typeof(nint), typeof(void*)],
            typeof(IlCompiler<T, TLane>).Module,
            skipVisibility: true)
        {
            // Room for what stages keep need not be cleared.
            InitLocals = false,
        };
        _il = _method.GetILGenerator();
        _isUniform = _program.FindUniform(parametersVary: _hasTable);
        _uses = _program.CountUses();
        _locals = new LocalBuilder?[_isUniform.Length];
        _outputPointers = [.. _program.Outputs.Select(_ => _il.DeclareLocal(typeof(nint)))];
        _numbersStart = _il.DeclareLocal(typeof(nint));
        _index = _il.DeclareLocal(typeof(nint));
        _position = _index;
        _end = _il.DefineLabel();
    }

    public static KernelBody<T> Compile(VectorProgram program, VectorWidth width, BodyKind kind, ParameterPlace place)
    {
        var compiler = new IlCompiler<T, TLane>(program, width, kind, place);
        compiler.EmitStart();
        compiler.EmitOutputPointers();
        compiler.EmitUniformValues();
        if (!compiler.HasCalls) compiler.EmitLoopInStages();
        compiler.EmitLoop();
        compiler.EmitEnd();
        compiler._numbers.Fill();
        return compiler._method.CreateDelegate<KernelBody<T>>(compiler._numbers);
    }

    private void EmitStart()
    {
        _il.Emit(OpCodes.Ldarg, ArgumentNumbers);
        Call(typeof(NumberTable).GetProperty(nameof(NumberTable.Start))!.GetMethod!);
        _il.Emit(OpCodes.Stloc, _numbersStart);
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Stloc, _index);
    }

    // Outside of the loop: inside, the compiler would have to assume that a store changes them.
    private void EmitOutputPointers()
    {
        for (var output = 0; output < _outputPointers.Length; output++)
        {
            _il.Emit(OpCodes.Ldarg, ArgumentOutputs);
            _il.Emit(OpCodes.Ldc_I4, output * IntPtr.Size);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Ldind_I);
            _il.Emit(OpCodes.Stloc, _outputPointers[output]);
        }
    }

    private void EmitUniformValues()
    {
        var isOutput = _program.Outputs.ToHashSet();
        for (var i = 0; i < _isUniform.Length; i++)
            if (_isUniform[i] && (isOutput.Contains(i) || (!IsNumber(i) && (IsUsedInLoop(i) || IsUsedAgain(i)))))
                EmitIntoLocal(i);
    }

    private bool IsNumber(int index) => _program.Instructions[index].IsNumber;

    // What is used twice by what is used twice … would be computed over and over again.
    private bool IsUsedAgain(int index) => _uses[index] > 1 && _program.Instructions[index].Operands.Any();

    private bool IsUsedInLoop(int index)
    {
        for (var i = index + 1; i < _isUniform.Length; i++)
            if (!_isUniform[i] && _program.Instructions[i].Operands.Contains(index))
                return true;
        return false;
    }

    private void EmitLoop()
    {
        var start = _il.DefineLabel();
        _il.MarkLabel(start);
        _il.Emit(OpCodes.Ldloc, _index);
        _il.Emit(OpCodes.Ldarg, ArgumentCount);
        _il.Emit(OpCodes.Bge, _end);

        // Inputs first: an output may be the same memory.
        for (var i = 0; i < _isUniform.Length; i++)
        {
            var operation = _program.Instructions[i].Operation;
            if (IsSkippedRepair(i)) EmitStopAtNaN(i, _end);
            else if (operation is VectorOperation.Input or VectorOperation.Upstream || (!_isUniform[i] && _uses[i] > 1))
                EmitIntoLocal(i);
        }

        // All values before the first store, for the same reason.
        foreach (var output in _program.Outputs)
            if (_locals[output] is null)
                EmitIntoLocal(output);
        for (var o = 0; o < _program.Outputs.Count; o++) EmitStore(o);

        EmitPositionAfter(1);
        _il.Emit(OpCodes.Stloc, _index);
        _il.Emit(OpCodes.Br, start);
    }

    private void EmitEnd()
    {
        _il.MarkLabel(_end);
        // The numbers stay where they are as long as something holds them.
        _il.Emit(OpCodes.Ldarg, ArgumentNumbers);
        Call(typeof(GC).GetMethod(nameof(GC.KeepAlive))!);
        _il.Emit(OpCodes.Ldloc, _index);
        _il.Emit(OpCodes.Ret);
    }

    private void EmitPositionAfter(int vectors)
    {
        _il.Emit(OpCodes.Ldloc, _position);
        _il.Emit(OpCodes.Ldc_I4, vectors * _methods.Lanes);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Add);
    }

    // A call leaves no value in a register.
    private bool HasCalls => _program.Instructions.Any(i =>
        i.Operation is VectorOperation.SinOfLarge or VectorOperation.CosOfLarge
        || (i.Operation == VectorOperation.Repair && _kind == BodyKind.Repairing));

    private bool IsSkippedRepair(int index) =>
        _program.Instructions[index].Operation == VectorOperation.Repair && _kind != BodyKind.Repairing;

    // Nothing of the vectors in step has been stored yet.
    private void EmitStopAtNaN(int repair, Label stop)
    {
        var value = _program.Instructions[repair].A;
        if (_locals[value] is null) EmitIntoLocal(value);
        _locals[repair] = _locals[value];
        EmitValue(value);
        EmitValue(value);
        Call(_methods.EqualsAll);
        _il.Emit(OpCodes.Brfalse, stop);
    }

    private void EmitStore(int output)
    {
        _il.Emit(OpCodes.Ldloc, _locals[_program.Outputs[output]]!);
        if (_methods.Narrow is { } narrow) Call(narrow);
        EmitElementAddress(() => _il.Emit(OpCodes.Ldloc, _outputPointers[output]));
        Call(_kind == BodyKind.Streaming ? _methods.StoreAroundCaches : _methods.Store);
    }

    private void EmitIntoLocal(int index)
    {
        EmitComputation(index);
        _locals[index] = StoreInLocal();
    }

    private LocalBuilder StoreInLocal()
    {
        var local = _il.DeclareLocal(_methods.VectorType);
        _il.Emit(OpCodes.Stloc, local);
        return local;
    }

    private void EmitValue(int index)
    {
        if (_locals[index] is { } local) _il.Emit(OpCodes.Ldloc, local);
        else EmitComputation(index);
    }

    private void EmitComputation(int index)
    {
        var instruction = _program.Instructions[index];
        switch (instruction.Operation)
        {
            case VectorOperation.Input:
                EmitElementAddress(() => _il.Emit(OpCodes.Ldarg, ArgumentX));
                foreach (var step in _methods.Load) Call(step);
                break;
            case VectorOperation.Upstream:
                EmitElementAddress(() => _il.Emit(OpCodes.Ldarg, ArgumentUpstream));
                foreach (var step in _methods.Load) Call(step);
                break;
            case VectorOperation.Uniform when _hasTable:
                EmitAddress(SizeOfLane, () =>
                {
                    _il.Emit(OpCodes.Ldarg, ArgumentUniforms);
                    _il.Emit(OpCodes.Ldc_I4, (int)instruction.Bits * ParameterTable.Columns * SizeOfLane);
                    _il.Emit(OpCodes.Conv_I);
                    _il.Emit(OpCodes.Add);
                });
                Call(_methods.LoadLanes);
                break;
            case VectorOperation.Uniform:
                _il.Emit(OpCodes.Ldarg, ArgumentUniforms);
                _il.Emit(OpCodes.Ldc_I4, (int)instruction.Bits * SizeOfLane);
                _il.Emit(OpCodes.Conv_I);
                _il.Emit(OpCodes.Add);
                _il.Emit(IsSingle ? OpCodes.Ldind_R4 : OpCodes.Ldind_R8);
                Call(_methods.Broadcast);
                break;
            case VectorOperation.Constant:
                EmitNumber(_program.Format.BitsOf(instruction.Number));
                break;
            case VectorOperation.Bits:
                EmitNumber(instruction.Bits);
                break;
            case VectorOperation.ShiftLeft:
            case VectorOperation.ShiftRight:
                EmitValue(instruction.A);
                Call(_methods.ToBits);
                _il.Emit(OpCodes.Ldc_I4, (int)instruction.Bits);
                Call(instruction.Operation == VectorOperation.ShiftLeft ? _methods.ShiftLeft : _methods.ShiftRight);
                Call(_methods.FromBits);
                break;
            default:
                foreach (var operand in instruction.Operands) EmitValue(operand);
                Call(_methods[instruction.Operation]);
                break;
        }
    }

    private void EmitElementAddress(Action emitBase) => EmitAddress(SizeOfElement, emitBase);

    private void EmitAddress(int size, Action emitBase)
    {
        emitBase();
        _il.Emit(OpCodes.Ldloc, _position);
        _il.Emit(OpCodes.Ldc_I4, size);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Add);
        if (_offset == 0) return;
        _il.Emit(OpCodes.Ldc_I4, _offset * size);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Add);
    }

    // As if it might change: otherwise the compiler keeps numbers in registers over the whole loop, and has none left for
    // the values.
    private void EmitNumber(ulong bits)
    {
        _il.Emit(OpCodes.Ldloc, _numbersStart);
        _il.Emit(OpCodes.Ldc_I4, _numbers.OffsetOf(bits));
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Volatile);
        _il.Emit(OpCodes.Ldobj, _methods.VectorType);
    }

    private void Call(MethodInfo method) => _il.Emit(OpCodes.Call, method);

    private static bool IsSingle => typeof(TLane) == typeof(float);

    private static unsafe int SizeOfElement => sizeof(T);

    private static unsafe int SizeOfLane => sizeof(TLane);
}
