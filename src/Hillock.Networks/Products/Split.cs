namespace Hillock.Networks.Products;

/// <summary>A length cut into as few parts as a limit allows, which differ by one at most: 784 becomes 4 × 196, not
/// 3 × 256 and a useless 16.</summary>
internal readonly struct Split(int length, int most)
{
    public int Parts { get; } = (length + most - 1) / most;

    /// <summary>Where a part begins; of the part behind the last one the length.</summary>
    public int Start(int part) => (int)((long)length * part / Parts);
}
