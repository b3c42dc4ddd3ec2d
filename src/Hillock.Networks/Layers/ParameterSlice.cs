namespace Hillock.Networks;

/// <summary>A part of all that is trained.</summary>
/// <param name="Row">What it is a part of.</param>
/// <param name="Start">The place of its first parameter.</param>
/// <param name="Length">How many there are.</param>
/// <param name="PlaceAmongOthers">The place of its first parameter among those that are no weights, or −1.</param>
internal readonly record struct ParameterSlice(ParameterRow Row, int Start, int Length, int PlaceAmongOthers)
{
    public Memory<float> Values => Row.Values.Slice(Start, Length);

    /// <summary>The gradient of the loss by each. For weights only where those of all parameters are kept.</summary>
    public Memory<float> Gradients => Row.GradientsOf(this);
}
