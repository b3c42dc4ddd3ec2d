using System.Reflection;

namespace Hillock.Benchmarks.Peers;

/// <summary>Versions of packages, as their assemblies tell them.</summary>
internal static class Versions
{
    public static string Of(Type type)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return version?.Split('+')[0] ?? "of unknown version";
    }
}
