using Hillock.Cli.Output;
using Hillock.Expressions;
using Hillock.Networks;

namespace Hillock.Cli.Commands;

/// <summary>Parameters as people and as programs read them.</summary>
internal static class ParameterText
{
    public static string Of(ActivationParameter parameter) =>
        $"{parameter.Name}={Numbers.Short(parameter.Default)}{(parameter.Learned ? " (learned)" : "")}";

    /// <summary>With the domain, and how training keeps a learned parameter in it.</summary>
    public static string InWords(ActivationParameter parameter)
    {
        var (domain, value) = (parameter.Domain, Numbers.Short(parameter.Default));
        if (domain == ParameterDomain.Real) return parameter.Learned ? $"{value}, learned" : value;
        if (!parameter.Learned) return $"{value}; {domain}";
        var margin = LearnedDomain.Margin(parameter);
        return double.IsFinite(domain.DistanceFromOpenEnds(parameter.Default))
            ? $"{value}, learned; {domain}; training keeps it there, {Fraction(margin)} away from what is excluded"
            : $"{value}, learned; {domain}; training keeps it there";
    }

    private static string Fraction(double margin) =>
        double.IsPow2(margin) && margin < 1 ? $"1/{Numbers.Short(1 / margin)}" : Numbers.Short(margin);

    public static object Describe(ActivationParameter parameter) =>
        new { parameter.Name, parameter.Default, parameter.Learned, Domain = parameter.Domain.ToString() };
}
