using System.Security.Cryptography;
using System.Text;

namespace Hillock.Lab.Runs;

/// <summary>What the result of a step of an experiment depends on.</summary>
/// <param name="Experiment">The name of the experiment.</param>
/// <param name="Configuration">The step, as JSON.</param>
internal sealed record StepKey(string Experiment, string Configuration)
{
    /// <summary>The SHA-256 of it and of the code, in hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{CodeVersion.Build}\n{Experiment}\n{Configuration}")));
}
