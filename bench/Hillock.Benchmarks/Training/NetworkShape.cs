namespace Hillock.Benchmarks.Training;

/// <summary>A network of the race: relu in all hidden layers, cross-entropy, plain gradient descent.</summary>
/// <param name="Name">As in reports.</param>
/// <param name="Sizes">Inputs, units of each hidden layer, outputs.</param>
/// <param name="Batch">Examples in a step.</param>
internal sealed record NetworkShape(string Name, int[] Sizes, int Batch)
{
    /// <summary>From networks that fit the first-level cache to one that libtorch is made for. The fourth is that of
    /// Glorot and Bengio 2010.</summary>
    public static IReadOnlyList<NetworkShape> All { get; } =
    [
        new("2-8-8-2", [2, 8, 8, 2], 10),
        new("64-64-64-10", [64, 64, 64, 10], 32),
        new("784-8x128-10", [784, .. Enumerable.Repeat(128, 8), 10], 64),
        new("1024-5x1000-9", [1024, .. Enumerable.Repeat(1000, 5), 9], 10),
        new("784-3x1000-10", [784, .. Enumerable.Repeat(1000, 3), 10], 256),
    ];

    public int Inputs => Sizes[0];

    public int Classes => Sizes[^1];
}
