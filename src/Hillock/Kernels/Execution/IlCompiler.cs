using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Hillock.Kernels.Elementary;

namespace Hillock.Kernels.Execution;

/// <summary>Compiles a vector program to machine code, through intermediate language in a dynamic method.</summary>
/// <remarks>
/// The loop loads one vector of each input, evaluates the program and stores the outputs. What does not depend on the
/// elements is evaluated before the loop. A value used once stays on the evaluation stack, a value used more often
/// gets a local variable: the compiler tracks a limited number of variables and spills the others.
/// </remarks>
/// <typeparam name="T">The type of the elements in memory.</typeparam>
/// <typeparam name="TLane">The type computed in: that of the elements, or double for float elements.</typeparam>
[RequiresDynamicCode("Kernels are compiled at run time; where that is not possible the interpreter takes over.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The generic methods of the vector types carry no annotations.")]
internal sealed class IlCompiler<T, TLane>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane>
{
    private const int ArgumentX = 0;
    private const int ArgumentUpstream = 1;
    private const int ArgumentOutputs = 2;
    private const int ArgumentCount = 3;
    private const int ArgumentUniforms = 4;

    private readonly VectorProgram _program;
    private readonly VectorMethods _methods;
    private readonly DynamicMethod _method;
    private readonly ILGenerator _il;
    private readonly bool[] _isUniform;
    private readonly int[] _uses;
    private readonly LocalBuilder?[] _locals;
    private readonly LocalBuilder[] _outputPointers;
    private readonly LocalBuilder _index;
    private readonly Label _end;
    private readonly BodyKind _kind;
    private readonly bool _hasTable;

    private IlCompiler(VectorProgram program, VectorWidth width, BodyKind kind, ParameterPlace place)
    {
        _kind = kind;
        _hasTable = place == ParameterPlace.Element;
        _methods = VectorMethods.Of(width);
        _program = _methods.HasScale ? program : ScaleExpansion.Expand(program);
        _method = new DynamicMethod(
            "HillockKernel",
            typeof(nint),
            [typeof(T*), typeof(T*), typeof(T**), typeof(nint), typeof(void*)],
            typeof(IlCompiler<T, TLane>).Module,
            skipVisibility: true);
        _il = _method.GetILGenerator();
        _isUniform = _program.FindUniform(parametersVary: _hasTable);
        _uses = _program.CountUses();
        _locals = new LocalBuilder?[_isUniform.Length];
        _outputPointers = [.. _program.Outputs.Select(_ => _il.DeclareLocal(typeof(nint)))];
        _index = _il.DeclareLocal(typeof(nint));
        _end = _il.DefineLabel();
    }

    public static KernelBody<T> Compile(VectorProgram program, VectorWidth width, BodyKind kind, ParameterPlace place)
    {
        var compiler = new IlCompiler<T, TLane>(program, width, kind, place);
        compiler.EmitOutputPointers();
        compiler.EmitUniformValues();
        compiler.EmitLoop();
        return compiler._method.CreateDelegate<KernelBody<T>>();
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
            if (_isUniform[i] && (isOutput.Contains(i) || IsUsedInLoop(i) || IsUsedAgain(i)))
                EmitIntoLocal(i);
    }

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
            if (operation == VectorOperation.Repair && _kind != BodyKind.Repairing) EmitStopAtNaN(i);
            else if (operation is VectorOperation.Input or VectorOperation.Upstream || (!_isUniform[i] && _uses[i] > 1))
                EmitIntoLocal(i);
        }

        // All values before the first store, for the same reason.
        foreach (var output in _program.Outputs)
            if (_locals[output] is null)
                EmitIntoLocal(output);
        for (var o = 0; o < _program.Outputs.Count; o++) EmitStore(o);

        _il.Emit(OpCodes.Ldloc, _index);
        _il.Emit(OpCodes.Ldc_I4, _methods.Lanes);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, _index);
        _il.Emit(OpCodes.Br, start);
        _il.MarkLabel(_end);
        _il.Emit(OpCodes.Ldloc, _index);
        _il.Emit(OpCodes.Ret);
    }

    // Nothing of this vector has been stored yet.
    private void EmitStopAtNaN(int repair)
    {
        var value = _program.Instructions[repair].A;
        if (_locals[value] is null) EmitIntoLocal(value);
        _locals[repair] = _locals[value];
        EmitValue(value);
        EmitValue(value);
        Call(_methods.EqualsAll);
        _il.Emit(OpCodes.Brfalse, _end);
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
        var local = _il.DeclareLocal(_methods.VectorType);
        _il.Emit(OpCodes.Stloc, local);
        _locals[index] = local;
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
                EmitNumber(instruction.Number);
                Call(_methods.Broadcast);
                break;
            case VectorOperation.Bits:
                EmitNumber(IsSingle
                    ? BitConverter.UInt32BitsToSingle((uint)instruction.Bits)
                    : BitConverter.UInt64BitsToDouble(instruction.Bits));
                Call(_methods.Broadcast);
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
        _il.Emit(OpCodes.Ldloc, _index);
        _il.Emit(OpCodes.Ldc_I4, size);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Add);
    }

    private void EmitNumber(double number)
    {
        if (IsSingle) _il.Emit(OpCodes.Ldc_R4, (float)number);
        else _il.Emit(OpCodes.Ldc_R8, number);
    }

    private void Call(MethodInfo method) => _il.Emit(OpCodes.Call, method);

    private static bool IsSingle => typeof(TLane) == typeof(float);

    private static unsafe int SizeOfElement => sizeof(T);

    private static unsafe int SizeOfLane => sizeof(TLane);

    /// <summary>The methods of Vector128, Vector256 or Vector512 for this element type.</summary>
    [RequiresDynamicCode("Instantiates generic methods.")]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "See the enclosing class.")]
    private sealed class VectorMethods
    {
        private static readonly Dictionary<VectorOperation, string> Names = new()
        {
            [VectorOperation.Add] = nameof(Vector512.Add),
            [VectorOperation.Subtract] = nameof(Vector512.Subtract),
            [VectorOperation.Multiply] = nameof(Vector512.Multiply),
            [VectorOperation.Divide] = nameof(Vector512.Divide),
            [VectorOperation.FusedMultiplyAdd] = nameof(Vector512.FusedMultiplyAdd),
            [VectorOperation.Negate] = nameof(Vector512.Negate),
            [VectorOperation.Abs] = nameof(Vector512.Abs),
            [VectorOperation.Minimum] = nameof(Vector512.Min),
            [VectorOperation.Maximum] = nameof(Vector512.Max),
            [VectorOperation.QuickMinimum] = nameof(Vector512.MinNative),
            [VectorOperation.QuickMaximum] = nameof(Vector512.MaxNative),
            [VectorOperation.SquareRoot] = nameof(Vector512.Sqrt),
            [VectorOperation.Floor] = nameof(Vector512.Floor),
            [VectorOperation.Round] = nameof(Vector512.Round),
            [VectorOperation.Equal] = nameof(Vector512.Equals),
            [VectorOperation.Less] = nameof(Vector512.LessThan),
            [VectorOperation.LessOrEqual] = nameof(Vector512.LessThanOrEqual),
            [VectorOperation.Select] = nameof(Vector512.ConditionalSelect),
            [VectorOperation.And] = nameof(Vector512.BitwiseAnd),
            [VectorOperation.Or] = nameof(Vector512.BitwiseOr),
            [VectorOperation.Xor] = nameof(Vector512.Xor),
        };

        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)]
        private readonly Type _class;
        private static readonly ConcurrentDictionary<VectorWidth, VectorMethods> ByWidth = new();

        private readonly Dictionary<VectorOperation, MethodInfo> _operations = [];

        public static VectorMethods Of(VectorWidth width) => ByWidth.GetOrAdd(width, w => new VectorMethods(w));

        private VectorMethods(VectorWidth width)
        {
            _class = width switch
            {
                VectorWidth.Bits512 => typeof(Vector512),
                VectorWidth.Bits256 => typeof(Vector256),
                VectorWidth.Bits128 => typeof(Vector128),
                _ => throw new ArgumentOutOfRangeException(nameof(width), width, "Not a width to compile for."),
            };
            var open = width switch
            {
                VectorWidth.Bits512 => typeof(Vector512<>),
                VectorWidth.Bits256 => typeof(Vector256<>),
                _ => typeof(Vector128<>),
            };
            var bits = IsSingle ? typeof(uint) : typeof(ulong);
            VectorType = open.MakeGenericType(typeof(TLane));
            var bitsType = open.MakeGenericType(bits);
            Lanes = (int)width / 8 / SizeOfLane;
            HasScale = width == VectorWidth.Bits512 && Avx512F.IsSupported;

            (Load, Narrow, Store) = typeof(T) == typeof(TLane)
                ? ([Find("Load", typeof(T), typeof(T*))], null, Find("Store", typeof(T), VectorType, typeof(T*)))
                : Conversions(width);
            StoreAroundCaches = typeof(T) == typeof(TLane)
                ? Find("StoreAlignedNonTemporal", typeof(T), VectorType, typeof(T*))
                : width == VectorWidth.Bits512 && Narrow is not null
                ? Find(typeof(Vector256), "StoreAlignedNonTemporal", typeof(float), typeof(Vector256<float>), typeof(float*))
                : width == VectorWidth.Bits256 && Narrow is not null
                ? Find(typeof(Vector128), "StoreAlignedNonTemporal", typeof(float), typeof(Vector128<float>), typeof(float*))
                : Store;
            LoadLanes = Find("Load", typeof(TLane), typeof(TLane*));
            Broadcast = Find("Create", typeof(TLane), typeof(TLane));
            EqualsAll = Find("EqualsAll", typeof(TLane), VectorType, VectorType);
            ToBits = Find(IsSingle ? "AsUInt32" : "AsUInt64", typeof(TLane), VectorType);
            FromBits = Find(IsSingle ? "AsSingle" : "AsDouble", bits, bitsType);
            ShiftLeft = Find("ShiftLeft", bits, bitsType, typeof(int));
            ShiftRight = Find("ShiftRightLogical", bits, bitsType, typeof(int));
            foreach (var (operation, name) in Names)
                _operations.Add(operation, Find(name, typeof(TLane), [.. Enumerable.Repeat(VectorType, Arity(operation))]));
            _operations.Add(VectorOperation.SinOfLarge, FindOwn(typeof(LargeAngles), nameof(LargeAngles.Sin)));
            _operations.Add(VectorOperation.CosOfLarge, FindOwn(typeof(LargeAngles), nameof(LargeAngles.Cos)));
            _operations.Add(VectorOperation.Repair, FindOwn(typeof(Limits), nameof(Limits.Repair)));
            if (HasScale)
                _operations.Add(VectorOperation.Scale, typeof(Avx512F).GetMethod("Scale", [VectorType, VectorType])!);
        }

        public Type VectorType { get; }

        public int Lanes { get; }

        public bool HasScale { get; }

        /// <summary>From an address to lanes.</summary>
        public IReadOnlyList<MethodInfo> Load { get; }

        /// <summary>From lanes to elements, where their types differ and <see cref="Store"/> does not do it.</summary>
        public MethodInfo? Narrow { get; }

        public MethodInfo Store { get; }

        public MethodInfo StoreAroundCaches { get; }

        /// <summary>From the address of lanes.</summary>
        public MethodInfo LoadLanes { get; }

        public MethodInfo Broadcast { get; }

        public MethodInfo EqualsAll { get; }

        public MethodInfo ToBits { get; }

        public MethodInfo FromBits { get; }

        public MethodInfo ShiftLeft { get; }

        public MethodInfo ShiftRight { get; }

        public MethodInfo this[VectorOperation operation] => _operations[operation];

        // Instructions where there are some: the compiler does not see through the portable forms.
        private static (IReadOnlyList<MethodInfo> Load, MethodInfo? Narrow, MethodInfo Store) Conversions(VectorWidth width)
        {
            if (width == VectorWidth.Bits512 && Avx512F.IsSupported)
                return (
                    [Find(typeof(Vector256), "Load", typeof(float), typeof(float*)),
                        typeof(Avx512F).GetMethod("ConvertToVector512Double", [typeof(Vector256<float>)])!],
                    typeof(Avx512F).GetMethod("ConvertToVector256Single", [typeof(Vector512<double>)]),
                    Find(typeof(Vector256), "Store", typeof(float), typeof(Vector256<float>), typeof(float*)));
            if (width == VectorWidth.Bits256 && Avx.IsSupported)
                return (
                    [Find(typeof(Vector128), "Load", typeof(float), typeof(float*)),
                        typeof(Avx).GetMethod("ConvertToVector256Double", [typeof(Vector128<float>)])!],
                    typeof(Avx).GetMethod("ConvertToVector128Single", [typeof(Vector256<double>)]),
                    Find(typeof(Vector128), "Store", typeof(float), typeof(Vector128<float>), typeof(float*)));
            var count = width switch
            {
                VectorWidth.Bits512 => "Eight",
                VectorWidth.Bits256 => "Four",
                _ => "Two",
            };
            return (
                [typeof(LaneMemory).GetMethod("Load" + count)!], null, typeof(LaneMemory).GetMethod("Store" + count)!);
        }

        private MethodInfo FindOwn(
            [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type, string name) => type
            .GetMethods()
            .Where(m => m.Name == name)
            .Select(m => m.MakeGenericMethod(typeof(TLane)))
            .Single(m => m.ReturnType == VectorType);

        private static int Arity(VectorOperation operation) => operation switch
        {
            VectorOperation.FusedMultiplyAdd or VectorOperation.Select => 3,
            VectorOperation.Negate or VectorOperation.Abs or VectorOperation.SquareRoot
                or VectorOperation.Floor or VectorOperation.Round => 1,
            _ => 2,
        };

        private MethodInfo Find(string name, Type element, params Type[] parameters) =>
            Find(_class, name, element, parameters);

        // Some are generic in the element type, others have an overload a type.
        private static MethodInfo Find(
            [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type,
            string name,
            Type element,
            params Type[] parameters) => type
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.Name == name && m.GetGenericArguments().Length <= 1)
            .Select(m => m.IsGenericMethodDefinition ? m.MakeGenericMethod(element) : m)
            .First(m => m.GetParameters().Select(p => p.ParameterType).SequenceEqual(parameters));
    }
}
