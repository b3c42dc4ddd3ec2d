namespace Hillock.Networks;

/// <summary>Whether a product is shared among threads.</summary>
internal static class Sharing
{
    // About ten microseconds of one thread, some times what it takes to wake another.
    private const long SmallestProduct = 1 << 18;

    public static bool Pays(int examples, int inputs, int outputs, int threads) =>
        threads > 1 && (long)examples * inputs * outputs >= SmallestProduct;
}
