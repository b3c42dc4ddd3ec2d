using System.Diagnostics;

namespace Hillock.Benchmarks.Racing;

/// <summary>Alternates contestants in short slices and keeps the rounds in which the core was undisturbed.</summary>
internal static class Race
{
    // A round whose slowest calibration is beyond this share of the best one ever seen shared its core.
    private const double Tolerance = 1.05;
    private static double s_best = double.PositiveInfinity;

    /// <summary>Rounds run and rounds kept, over all races.</summary>
    public static (int All, int Quiet) Rounds { get; private set; }

    /// <summary>The same as a note for the report.</summary>
    public static string QuietRounds =>
        FormattableString.Invariant($"{Rounds.Quiet} of {Rounds.All} rounds were quiet");

    public static IReadOnlyList<Timing> Run(IReadOnlyList<Contestant> contestants, int size, Pace pace)
    {
        var calls = contestants.Select(c => CallsPerSlice(c.Run, pace.Slice)).ToArray();
        var rounds = new List<Round>();
        var start = Stopwatch.GetTimestamp();
        do
            rounds.Add(RunOnce(contestants, calls));
        while (rounds.Count(IsQuiet) < pace.QuietRounds && Stopwatch.GetElapsedTime(start).TotalSeconds < pace.Limit);
        var kept = Kept(rounds);
        return [.. contestants.Select((c, i) => Summary(c.Name, [.. kept.Select(r => r.Seconds[i] * 1e9 / size)]))];
    }

    // Calibrated between all slices: a neighbour that comes and goes within a round is seen.
    private static Round RunOnce(IReadOnlyList<Contestant> contestants, int[] calls)
    {
        var seconds = new double[calls.Length];
        var calibration = Calibrate();
        for (var i = 0; i < calls.Length; i++)
        {
            seconds[i] = Seconds(contestants[i].Run, calls[i]) / calls[i];
            calibration = Math.Max(calibration, Calibrate());
        }
        return new(calibration, seconds);
    }

    private static double Calibrate()
    {
        var seconds = Calibrator.Seconds();
        s_best = Math.Min(s_best, seconds);
        return seconds;
    }

    private static bool IsQuiet(Round round) => round.Calibration <= Tolerance * s_best;

    // Where no round was quiet the least disturbed quarter has to do; the report gives the share of quiet rounds.
    private static List<Round> Kept(List<Round> rounds)
    {
        var quiet = rounds.Where(IsQuiet).ToList();
        Rounds = (Rounds.All + rounds.Count, Rounds.Quiet + quiet.Count);
        return quiet.Count > 0 ? quiet : [.. rounds.OrderBy(r => r.Calibration).Take((rounds.Count + 3) / 4)];
    }

    private static Timing Summary(string name, double[] nanoseconds)
    {
        Array.Sort(nanoseconds);
        return new(name, nanoseconds[0], nanoseconds[nanoseconds.Length / 2]);
    }

    private static int CallsPerSlice(Action run, double slice)
    {
        run();
        var once = Math.Min(Seconds(run, 1), Seconds(run, 1));
        return Math.Max(1, (int)(slice / once));
    }

    private static double Seconds(Action run, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++) run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private sealed record Round(double Calibration, double[] Seconds);
}
