using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Hillock.Networks;

namespace Hillock.Lab.Comparisons;

/// <summary>The SHA-256 of examples: their shapes and every bit of their inputs and answers.</summary>
internal static class ExamplesHash
{
    public static string Of(params ReadOnlySpan<Examples> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var shape = string.Create(
                CultureInfo.InvariantCulture,
                $"{part.Count} × {part.Features} → {part.Outputs} {(part.IsClassification ? "classes" : "numbers")}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(shape));
            hash.AppendData(MemoryMarshal.AsBytes<float>(part.Inputs));
            hash.AppendData(MemoryMarshal.AsBytes(part.Classes));
            hash.AppendData(MemoryMarshal.AsBytes(part.Targets));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
