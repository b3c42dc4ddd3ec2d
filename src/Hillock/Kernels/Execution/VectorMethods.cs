using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Hillock.Kernels.Elementary;

namespace Hillock.Kernels.Execution;

/// <summary>The methods of Vector128, Vector256 or Vector512 that carry out vector operations.</summary>
/// <typeparam name="T">The type of the elements in memory.</typeparam>
/// <typeparam name="TLane">The type computed in.</typeparam>
[RequiresDynamicCode("Instantiates generic methods.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The generic methods of the vector types carry no annotations.")]
internal sealed class VectorMethods<T, TLane>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane>
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
    private static readonly ConcurrentDictionary<VectorWidth, VectorMethods<T, TLane>> ByWidth = new();

    private readonly Dictionary<VectorOperation, MethodInfo> _operations = [];

    public static VectorMethods<T, TLane> Of(VectorWidth width) => ByWidth.GetOrAdd(width, w => new VectorMethods<T, TLane>(w));

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
        StoreLanes = Find("Store", typeof(TLane), VectorType, typeof(TLane*));
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

    /// <summary>To the address of lanes.</summary>
    public MethodInfo StoreLanes { get; }

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

    private static bool IsSingle => typeof(TLane) == typeof(float);

    private static unsafe int SizeOfLane => sizeof(TLane);
}
