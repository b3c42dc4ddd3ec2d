using System.Globalization;

namespace Hillock.Expressions;

/// <summary>One parameter of an activation, such as the slope of <c>leaky_relu</c> or the β of <c>swish</c>.</summary>
/// <param name="Name">The name as it stands in the formula.</param>
/// <param name="Default">The value used where none is given.</param>
/// <param name="Learned">Whether a network trains it; otherwise it stays as given.</param>
/// <param name="Domain">The values it may take.</param>
public sealed record ActivationParameter(string Name, double Default, bool Learned, ParameterDomain Domain)
{
    /// <summary>Whether the parameter may take a value.</summary>
    public bool Admits(double value) => Domain.Contains(value);

    /// <summary>Refuses a value outside the domain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The parameter may not take the value; the message names both.</exception>
    public void Check(double value)
    {
        if (!Admits(value)) throw new ArgumentOutOfRangeException(Name, Refusal(value));
    }

    internal string Refusal(double value) =>
        $"{Name} = {value.ToString("R", CultureInfo.InvariantCulture)} is not allowed: {Name} must be {Domain}";
}
