namespace Hillock.Networks.Products;

/// <summary>What the second half of a register tile's accumulators is for, known when the tile is compiled.</summary>
internal interface ITileShape
{
    /// <summary>Whether it holds the vectors to the right of the first half.</summary>
    static abstract bool IsWide { get; }

    /// <summary>Whether it holds the rows below.</summary>
    static abstract bool IsTall { get; }
}

/// <summary>There is none: one vector a row.</summary>
internal readonly struct Narrow : ITileShape
{
    public static bool IsWide => false;

    public static bool IsTall => false;
}

/// <summary>Two vectors a row.</summary>
internal readonly struct Wide : ITileShape
{
    public static bool IsWide => true;

    public static bool IsTall => false;
}

/// <summary>One vector a row, and twice as many rows: where C is narrow, six chains alone would wait for each
/// other.</summary>
internal readonly struct Tall : ITileShape
{
    public static bool IsWide => false;

    public static bool IsTall => true;
}
