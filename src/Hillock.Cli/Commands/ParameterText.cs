using Hillock.Cli.Output;
using Hillock.Expressions;

namespace Hillock.Cli.Commands;

/// <summary>Parameters as people and as programs read them.</summary>
internal static class ParameterText
{
    public static string Of(ActivationParameter parameter) =>
        $"{parameter.Name}={Numbers.Short(parameter.Default)}{(parameter.Learned ? " (learned)" : "")}";

    public static object Describe(ActivationParameter parameter) =>
        new { parameter.Name, parameter.Default, parameter.Learned, Domain = parameter.Domain.ToString() };
}
