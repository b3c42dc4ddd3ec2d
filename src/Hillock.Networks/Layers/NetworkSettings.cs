namespace Hillock.Networks;

/// <summary>The shape of a <see cref="DenseNetwork"/>: hidden layers and a linear output layer.</summary>
public sealed record NetworkSettings
{
    /// <summary>How many values an example has.</summary>
    public required int Inputs { get; init; }

    /// <summary>The hidden layers, input side first.</summary>
    public required IReadOnlyList<LayerSettings> Hidden { get; init; }

    /// <summary>How many outputs there are.</summary>
    public required int Outputs { get; init; }

    /// <summary>How many values a learned parameter of an activation has.</summary>
    public ParameterScope LearnedScope { get; init; }

    /// <summary>Refuses what makes no network.</summary>
    /// <exception cref="ArgumentException">The message names the layer and what is wrong.</exception>
    internal void Check()
    {
        int[] sizes = [Inputs, .. Hidden.Select(layer => layer.Units), Outputs];
        if (sizes.Any(size => size < 1))
            throw new ArgumentException($"Every layer has at least one unit; these have {string.Join('-', sizes)}.");
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            if (((long)sizes[layer - 1] + 1) * sizes[layer] > Array.MaxLength)
            {
                throw new ArgumentException(
                    $"{sizes[layer]} units with {sizes[layer - 1]} inputs have more than {Array.MaxLength} weights.");
            }
        }

        for (var layer = 0; layer < Hidden.Count; layer++)
            Check(Hidden[layer], layer + 1, sizes[layer]);
    }

    private static void Check(LayerSettings layer, int number, int inputs)
    {
        if (layer.Activation is null)
            throw new ArgumentException($"Hidden layer {number} has no activation.");
        if (layer.Dropout is not (>= 0 and < 1))
            throw new ArgumentException($"A dropout of {layer.Dropout} in hidden layer {number} is not in [0, 1).");
        if (layer.Residual && layer.Units != inputs)
        {
            throw new ArgumentException(
                $"Hidden layer {number} cannot be residual: it has {inputs} inputs and {layer.Units} units.");
        }
    }
}
