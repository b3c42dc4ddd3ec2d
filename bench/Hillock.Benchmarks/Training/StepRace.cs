using System.Diagnostics;
using Hillock.Benchmarks.Racing;

namespace Hillock.Benchmarks.Training;

/// <summary>A race whose contestants take microseconds or a tenth of a second; times are nanoseconds a call.</summary>
internal static class StepRace
{
    // Calls with pauses, so that the runtime's background compiler is done with them.
    private const int WarmUpStages = 6;
    private const int WarmUpMilliseconds = 40;
    private const int PauseMilliseconds = 120;

    private static readonly Pace Quick = new(0.0005, 20, 3);
    private static readonly Pace Full = new(0.001, 60, 20);

    public static IReadOnlyList<Timing> Run(IReadOnlyList<Contestant> contestants, bool quick)
    {
        for (var stage = 0; stage < WarmUpStages; stage++)
        {
            foreach (var contestant in contestants)
                RunFor(contestant.Run);
            Thread.Sleep(PauseMilliseconds);
        }

        return Race.Run(contestants, size: 1, quick ? Quick : Full);
    }

    private static void RunFor(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        do
            run();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < WarmUpMilliseconds);
    }
}
