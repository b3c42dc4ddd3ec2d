using System.Globalization;

namespace Hillock.Networks;

/// <summary>Activations as text from which the same one can be made again, its kinks and domains included.</summary>
internal static class ActivationText
{
    public static string Of(Activation activation) => activation.Entry is null || activation.Parameters.Count == 0
        ? activation.Id
        : $"{activation.Id}({string.Join(", ", activation.Parameters.Select(parameter =>
            $"{parameter.Name}={parameter.Default.ToString("R", CultureInfo.InvariantCulture)}"))})";
}
