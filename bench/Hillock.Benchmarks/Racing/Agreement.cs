namespace Hillock.Benchmarks.Racing;

/// <summary>A peer races only when it computes what ours computes.</summary>
internal static class Agreement
{
    // Far above the rounding of any peer, far below another variant of the function.
    private const double Tolerance = 2e-5;

    public static bool Between(Contestant ours, Contestant peer)
    {
        if (ours.Result is null || peer.Result is null) return true;
        var expected = ours.Result();
        var given = peer.Result();
        for (var i = 0; i < expected.Length; i++)
            if (!(Math.Abs(expected[i] - given[i]) <= Tolerance * (1 + Math.Abs(expected[i]))))
                return false;
        return true;
    }
}
