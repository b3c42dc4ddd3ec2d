using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>Short words for the parameters of catalogue entries.</summary>
internal static class Parameters
{
    /// <summary>A parameter that stays as it is given.</summary>
    public static ActivationParameter Fixed(
        string name, double value, ParameterDomain domain = ParameterDomain.Real) => new(name, value, Learned: false, domain);

    /// <summary>A parameter that a network trains.</summary>
    public static ActivationParameter Learned(
        string name, double start, ParameterDomain domain = ParameterDomain.Real) => new(name, start, Learned: true, domain);
}
