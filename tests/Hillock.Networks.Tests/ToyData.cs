namespace Hillock.Networks.Tests;

/// <summary>Small sets that a network learns in a second.</summary>
internal static class ToyData
{
    /// <summary>Two half circles that reach into each other, with noise.</summary>
    public static Examples Moons(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        var inputs = new float[2 * count];
        var classes = new int[count];
        for (var i = 0; i < count; i++)
        {
            var angle = Math.PI * random.NextUniform();
            classes[i] = i % 2;
            var (x, y) = classes[i] == 0
                ? (Math.Cos(angle), Math.Sin(angle))
                : (1 - Math.Cos(angle), 0.5 - Math.Sin(angle));
            inputs[2 * i] = (float)(x + 0.1 * random.NextNormal());
            inputs[2 * i + 1] = (float)(y + 0.1 * random.NextNormal());
        }
        return Examples.OfClasses(inputs, 2, classes, 2);
    }

    public static Examples Xor() => Examples.OfClasses([0, 0, 0, 1, 1, 0, 1, 1], 2, [0, 1, 1, 0], 2);

    /// <summary>sin x₁ + x₂² / 2.</summary>
    public static Examples Surface(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        float[] inputs = [.. Enumerable.Range(0, 2 * count).Select(_ => (float)random.NextNormal())];
        float[] targets =
        [
            .. Enumerable.Range(0, count)
                .Select(i => MathF.Sin(inputs[2 * i]) + inputs[2 * i + 1] * inputs[2 * i + 1] / 2),
        ];
        return Examples.OfNumbers(inputs, 2, targets);
    }
}
