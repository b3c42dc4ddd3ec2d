using Hillock.Benchmarks.Peers;
using Hillock.Benchmarks.Racing;
using Hillock.Benchmarks.Reporting;
using Hillock.Kernels;

namespace Hillock.Benchmarks;

/// <summary>Runs every race of one number of threads.</summary>
internal sealed class Competition(Options options, PeerSet peers)
{
    // Below this size no peer splits the work.
    private const int SmallestShared = 65536;

    /// <summary>One sentence a contestant that was turned away.</summary>
    public List<string> TurnedAway { get; } = [];

    public IEnumerable<Measurement> Run()
    {
        WarmUp();
        foreach (var size in Options.Sizes.Where(s => peers.Threads == 1 || s >= SmallestShared))
        {
            using var workload = new Workload(size);
            foreach (var function in options.Functions)
                foreach (var pass in Enum.GetValues<Pass>())
                    foreach (var precision in options.Precisions)
                        foreach (var measurement in Measure(function, pass, workload, precision))
                            yield return measurement;
        }
    }

    private IEnumerable<Measurement> Measure(string function, Pass pass, Workload workload, KernelPrecision precision)
    {
        var contestants = Contestants(function, pass, workload, precision);
        if (contestants.Count == 1) return [];
        var timings = Race.Run(contestants, workload.Size, Pace.Of(options.Quick, workload.Size));
        var ours = timings[0];
        return timings.Skip(1).Select(t => new Measurement(
            function, PassName(pass), workload.Size, peers.Threads, t.Name,
            ours.Minimum, t.Minimum / ours.Minimum, t.Median / ours.Median, precision.ToString()));
    }

    private List<Contestant> Contestants(string function, Pass pass, Workload workload, KernelPrecision precision) =>
    [
        Ours.Enter(function, pass, workload, precision, peers.Threads),
        .. peers.Peers.Select(p => p.Enter(function, pass, workload)).OfType<Contestant>(),
        .. Ours.Siblings(function, pass, workload, precision, peers.Threads),
    ];

    // Everything is called often enough, with pauses, that the runtime's background compiler is done with it; and each
    // peer's result is compared with ours.
    private void WarmUp()
    {
        const int Calls = 40, Stages = 8, PauseMilliseconds = 150;
        using var workload = new Workload(Options.Sizes[0]);
        for (var stage = 0; stage < Stages; stage++)
        {
            foreach (var function in options.Functions)
                foreach (var pass in Enum.GetValues<Pass>())
                    foreach (var precision in options.Precisions)
                        foreach (var contestant in Contestants(function, pass, workload, precision))
                            for (var i = 0; i < Calls; i++)
                                contestant.Run();
            Thread.Sleep(PauseMilliseconds);
        }
        foreach (var function in options.Functions)
            foreach (var pass in Enum.GetValues<Pass>())
                Compare(function, pass, workload);
    }

    private void Compare(string function, Pass pass, Workload workload)
    {
        var contestants = Contestants(function, pass, workload, options.Precisions[0]);
        TurnedAway.AddRange(contestants.Skip(1)
            .Where(peer => !Agreement.Between(contestants[0], peer))
            .Select(peer => $"{peer.Name}'s {function}, {PassName(pass)}, differs from ours."));
    }

    private static string PassName(Pass pass) => pass switch
    {
        Pass.Forward => "forward",
        Pass.Backward => "backward",
        _ => "both",
    };
}
