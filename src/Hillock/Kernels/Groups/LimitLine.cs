using System.Numerics;

namespace Hillock.Kernels.Groups;

/// <summary>What the switches of <see cref="SpecialLines"/> make of a line whose anchor is infinite.</summary>
internal sealed unsafe class LimitLine<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SpecialLines _special;
    private readonly T _masked;
    private readonly T _winner;

    /// <param name="special">The switches.</param>
    /// <param name="anchor">The largest exponent: of x for softmax, of −x for softmin.</param>
    /// <param name="masked">What a line becomes that is masked altogether.</param>
    public LimitLine(SpecialLines special, LineReduction<T> anchor, T masked)
    {
        _special = special;
        _masked = masked;
        var plus = T.PositiveInfinity;
        _winner = double.IsPositiveInfinity(anchor.Reduce(&plus, 1, [])) ? plus : -plus;
    }

    /// <summary>A finite line with the same limit, where one element has an infinite weight and that is allowed: this
    /// element at 0, all others infinitely far below it. Otherwise null.</summary>
    public T[]? TryLimit(T* x, nint n, double anchor)
    {
        if (!_special.HasFlag(SpecialLines.OneHot) || !double.IsPositiveInfinity(anchor)) return null;
        var place = Elements<T>.IndexOf(x, n, _winner);
        if (Elements<T>.IndexOf(x + place + 1, n - place - 1, _winner) >= 0) return null;
        var limit = new T[n];
        Array.Fill(limit, -_winner);
        limit[place] = T.Zero;
        return limit;
    }

    /// <summary>What all elements of the line are.</summary>
    public T ValueAt(double anchor) =>
        _special.HasFlag(SpecialLines.Masked) && double.IsNegativeInfinity(anchor) ? _masked : T.NaN;
}
