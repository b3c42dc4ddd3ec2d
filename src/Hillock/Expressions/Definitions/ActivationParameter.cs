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
    public bool Admits(double value) => double.IsFinite(value) && Domain switch
    {
        ParameterDomain.Positive => value > 0,
        ParameterDomain.NonNegative => value >= 0,
        ParameterDomain.NonZero => value != 0,
        _ => true,
    };

    /// <summary>Refuses a value outside the domain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The parameter may not take the value; the message names both.</exception>
    public void Check(double value)
    {
        if (!Admits(value)) throw new ArgumentOutOfRangeException(Name, Refusal(value));
    }

    internal string Refusal(double value) =>
        $"{Name} = {value.ToString("R", CultureInfo.InvariantCulture)} is not allowed: {Name} must be {DomainInWords}";

    private string DomainInWords => Domain switch
    {
        ParameterDomain.Positive => "a number above 0",
        ParameterDomain.NonNegative => "0 or a number above it",
        ParameterDomain.NonZero => "a number other than 0",
        _ => "a finite number",
    };
}
