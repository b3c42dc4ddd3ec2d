namespace Hillock.Kernels.Elementary;

/// <summary>The float n log 2 + v, where it is small: exact but for the digits of log 2 that a float lacks, and rounded with
/// them.</summary>
internal readonly record struct ReducedExponent(Value Exact, Value Rounded)
{
    /// <summary>What log 2 is more than <see cref="Ln2High"/>.</summary>
    public const double Ln2Low = -1.90465429995776804e-9;

    // log 2 as a float: v + n · High is exact, since both are multiples of 2⁻²⁵, and so is the small difference.
    private const double Ln2High = 0.693147182464599609375;

    /// <summary>n log 2 + v − low.</summary>
    public static ReducedExponent Of(Value n, Value v, Value? low)
    {
        var b = n.Builder;
        var exact = b.FusedMultiplyAdd(n, Ln2High, v);
        return new ReducedExponent(exact, b.FusedMultiplyAdd(n, Ln2Low, low is { } rest ? exact - rest : exact));
    }
}
