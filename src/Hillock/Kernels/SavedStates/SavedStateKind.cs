namespace Hillock.Kernels.SavedStates;

/// <summary>What a forward pass may keep for the backward pass, in order of its cost in memory.</summary>
public enum SavedStateKind
{
    /// <summary>Nothing: the slope is the same everywhere.</summary>
    Nothing,

    /// <summary>One bit an element: which of two slopes it has.</summary>
    OneBit,

    /// <summary>The output, which the next layer keeps anyway; the input may be overwritten.</summary>
    Output,

    /// <summary>The input.</summary>
    Input,
}
