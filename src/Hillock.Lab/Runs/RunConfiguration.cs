using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hillock.Networks;

namespace Hillock.Lab.Runs;

/// <summary>Everything that the result of a run depends on. Two runs of one configuration give the same numbers, time
/// apart.</summary>
public sealed record RunConfiguration
{
    /// <summary>The id of the catalogue, or the formula as it was typed.</summary>
    public required string Function { get; init; }

    /// <summary>The function in the grammar of formulas, with the values of its parameters.</summary>
    public required string Definition { get; init; }

    /// <summary>Hash of the examples to train and to test on, as the network sees them.</summary>
    public required string DataHash { get; init; }

    /// <summary>What scores are multiplied with to be in units of the data.</summary>
    public required double ScoreUnit { get; init; }

    /// <summary>Whether the result holds a map of the answers over the plane.</summary>
    public required bool DecisionMap { get; init; }

    /// <summary>How the network is built and trained, with its seed.</summary>
    public required TrainingSettings Training { get; init; }

    /// <summary>The code that trains: <see cref="CodeVersion.Build"/>.</summary>
    public string Build { get; init; } = CodeVersion.Build;

    /// <summary>The configuration as one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunJsonContext.Default.RunConfiguration);

    /// <summary>The SHA-256 of <see cref="ToJson"/>, in hexadecimal.</summary>
    public string Key() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())));
}
