namespace Hillock.Networks;

/// <summary>A part of all that is trained: values and the gradient of the loss by each.</summary>
internal readonly record struct ParameterSlice(Memory<float> Values, Memory<float> Gradients);

/// <summary>Hands out the parameters of a network, one part after the other.</summary>
internal sealed class ParameterRow(int count)
{
    private int _taken;

    public float[] Values { get; } = new float[count];

    public float[] Gradients { get; } = new float[count];

    public ParameterSlice Take(int length)
    {
        var slice = new ParameterSlice(Values.AsMemory(_taken, length), Gradients.AsMemory(_taken, length));
        _taken += length;
        return slice;
    }
}
