using System.Globalization;

namespace Hillock.Networks;

/// <summary>Activations as text from which the same one can be made again, its kinks and domains included.</summary>
internal static class ActivationText
{
    // What is not of the catalogue is written out: a user's definitions may be elsewhere when the network is read.
    public static string Of(Activation activation)
    {
        if (activation.Entry is not { DefinedIn: null }) return activation.ToString();
        if (activation.Parameters.Count == 0) return activation.Id;
        var values = activation.Parameters.Select(parameter =>
            $"{parameter.Name}={parameter.Default.ToString("R", CultureInfo.InvariantCulture)}");
        return $"{activation.Id}({string.Join(", ", values)})";
    }
}
