using Hillock.Benchmarks.Racing;

namespace Hillock.Benchmarks.Peers;

/// <summary>A library that enters contestants.</summary>
internal interface IPeer : IDisposable
{
    string Name { get; }

    /// <summary>Its name, version and how it is called, for the report.</summary>
    string Description { get; }

    /// <summary>Whether it can use more than one thread.</summary>
    bool IsThreaded { get; }

    /// <summary>Its way to compute the function, or null where it has none.</summary>
    Contestant? Enter(string function, Pass pass, Workload workload);
}
