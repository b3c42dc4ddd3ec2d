namespace Hillock.Networks;

/// <summary>A part of a network under the name that it has in a file.</summary>
internal readonly record struct NamedTensor(string Name, int[] Shape, Memory<float> Values);
