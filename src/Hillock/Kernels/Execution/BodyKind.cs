namespace Hillock.Kernels.Execution;

/// <summary>The variants in which a vector program is compiled. All give the same bits.</summary>
internal enum BodyKind
{
    /// <summary>For most calls. Stops before the first vector that needs a <see cref="VectorOperation.Repair"/>: a call
    /// in the loop, however seldom, makes the compiler keep all constants on the stack and load them for each
    /// vector.</summary>
    Plain,

    /// <summary>Carries repairs out.</summary>
    Repairing,

    /// <summary>As plain, but stores around the caches, to outputs that are aligned to whole vectors.</summary>
    Streaming,
}
