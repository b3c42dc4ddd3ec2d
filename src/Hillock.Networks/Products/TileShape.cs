namespace Hillock.Networks.Products;

/// <summary>Which accumulators a register tile has beside the left ones of its upper half, known when it is compiled.
/// </summary>
internal interface ITileShape
{
    /// <summary>Whether there are two vectors a row.</summary>
    static abstract bool IsWide { get; }

    /// <summary>Whether there is a lower half, of as many rows.</summary>
    static abstract bool IsTall { get; }
}

/// <summary>None.</summary>
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

/// <summary>Both, for machines with thirty-two registers.</summary>
internal readonly struct Large : ITileShape
{
    public static bool IsWide => true;

    public static bool IsTall => true;
}
