namespace Hillock.Kernels.Noise;

/// <summary>Which noise a call draws: that of an element depends on the seed, the stream and the number of the element
/// alone, not on threads, on lengths or on what was drawn before.</summary>
/// <param name="Seed">The seed of a run.</param>
/// <param name="Stream">One of 2⁶⁴ independent sequences of a seed: the step of training, the layer, or both.</param>
/// <param name="First">The number of the first element of the call: part of an array gets the noise of the whole.</param>
public readonly record struct NoiseSeed(ulong Seed, ulong Stream = 0, ulong First = 0);
