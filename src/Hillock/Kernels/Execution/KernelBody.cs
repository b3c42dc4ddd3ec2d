namespace Hillock.Kernels.Execution;

/// <summary>Runs a vector program over elements.</summary>
/// <param name="x">Pre-activations.</param>
/// <param name="upstream">Gradients from above; null where the program has no such input.</param>
/// <param name="outputs">One array an output.</param>
/// <param name="count">Number of elements, a multiple of the lanes of a vector.</param>
/// <param name="uniforms">The values that are the same for all elements, in the type of the lanes.</param>
/// <returns>How many elements were done: fewer than all where a vector needs what this body cannot do.</returns>
internal unsafe delegate nint KernelBody<T>(T* x, T* upstream, T** outputs, nint count, void* uniforms)
    where T : unmanaged;
