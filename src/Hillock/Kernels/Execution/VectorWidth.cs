using System.Runtime.Intrinsics;

namespace Hillock.Kernels.Execution;

/// <summary>How a program is run.</summary>
internal enum VectorWidth
{
    /// <summary>Compiled for 128-bit vectors.</summary>
    Bits128 = 128,

    /// <summary>Compiled for 256-bit vectors.</summary>
    Bits256 = 256,

    /// <summary>Compiled for 512-bit vectors.</summary>
    Bits512 = 512,

    /// <summary>Interpreted, for platforms that cannot compile at run time.</summary>
    Interpreted = 0,
}

internal static class VectorWidths
{
    /// <summary>The widest that this processor runs at full speed.</summary>
    public static VectorWidth Best { get; } =
        !System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled ? VectorWidth.Interpreted
        : Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : VectorWidth.Bits128;
}
