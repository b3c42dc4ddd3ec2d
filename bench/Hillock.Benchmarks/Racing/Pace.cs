namespace Hillock.Benchmarks.Racing;

/// <summary>How long a race takes.</summary>
/// <param name="Slice">Seconds of one contestant's turn; never less than one call.</param>
/// <param name="QuietRounds">Rounds on an undisturbed core to reach.</param>
/// <param name="Limit">Seconds after which a race ends, however few rounds were quiet.</param>
internal sealed record Pace(double Slice, int QuietRounds, double Limit)
{
    public static Pace Of(bool quick, int size) => (quick, size > 1 << 20) switch
    {
        (true, false) => new(0.0002, 20, 0.1),
        (true, true) => new(0, 3, 0.4),
        (false, false) => new(0.0005, 80, 0.6),
        (false, true) => new(0, 12, 3),
    };
}
