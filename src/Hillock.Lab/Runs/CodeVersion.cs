using System.Reflection;
using System.Security.Cryptography;
using Hillock.Networks;

namespace Hillock.Lab.Runs;

/// <summary>Which code trained a run.</summary>
public static class CodeVersion
{
    /// <summary>The version for people, such as <c>0.1.0+8e5980b2eacd</c>; the part after the plus is the commit, where
    /// the build knew one.</summary>
    public static string Name { get; } = Shortened(
        typeof(CodeVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>The version for comparing: a hash of the compiled libraries that a result depends on. Builds are
    /// deterministic, so the same sources have the same and any change, committed or not, gives another.</summary>
    public static string Build { get; } = Convert.ToHexStringLower(SHA256.HashData(
    [
        .. typeof(Activation).Module.ModuleVersionId.ToByteArray(),
        .. typeof(TrainingRun).Module.ModuleVersionId.ToByteArray(),
        .. typeof(CodeVersion).Module.ModuleVersionId.ToByteArray(),
    ]))[..16];

    private static string Shortened(string version)
    {
        const int commitDigits = 12;
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? version : version[..Math.Min(version.Length, plus + 1 + commitDigits)];
    }
}
