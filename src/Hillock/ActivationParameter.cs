namespace Hillock;

/// <summary>One parameter of an activation, such as the slope of <c>leaky_relu</c> or the β of <c>swish</c>.</summary>
/// <param name="Name">The name as it stands in the formula.</param>
/// <param name="Default">The value used where none is given.</param>
/// <param name="Learned">Whether a network trains it; otherwise it stays as given.</param>
/// <param name="Domain">The values it may take.</param>
public sealed record ActivationParameter(string Name, double Default, bool Learned, ParameterDomain Domain);
