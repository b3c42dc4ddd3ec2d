using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>Short words for the parameters of catalogue entries.</summary>
internal static class Parameters
{
    /// <summary>A parameter that stays as it is given; any real number where no domain is named.</summary>
    public static ActivationParameter Fixed(string name, double value, ParameterDomain? domain = null) =>
        new(name, value, Learned: false, domain ?? ParameterDomain.Real);

    /// <summary>A parameter that a network trains; any real number where no domain is named.</summary>
    public static ActivationParameter Learned(string name, double start, ParameterDomain? domain = null) =>
        new(name, start, Learned: true, domain ?? ParameterDomain.Real);
}
