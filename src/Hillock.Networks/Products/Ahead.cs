using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hillock.Networks.Products;

/// <summary>The matrix block that comes next: asked for in small portions while tiles are computed, so that it is in
/// the second-level cache when its turn comes. A matrix of many megabytes is read at the speed of memory that
/// way.</summary>
internal unsafe struct Ahead
{
    private const int CacheLine = 16;

    private readonly nint _stride;
    private readonly int _columns;
    private readonly int _linesAtOnce;
    private float* _row;
    private int _column;
    private int _rowsLeft;

    /// <summary>A block for which there is some time.</summary>
    /// <param name="first">Its first element.</param>
    /// <param name="stride">Elements from one row to the next.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many elements of each.</param>
    /// <param name="portions">How often there will be asked.</param>
    public Ahead(float* first, nint stride, int rows, int columns, int portions)
    {
        _row = first;
        _stride = stride;
        _columns = columns;
        _rowsLeft = Sse.IsSupported ? rows : 0;
        var lines = (long)rows * ((columns + CacheLine - 1) / CacheLine);
        _linesAtOnce = (int)((lines + portions - 1) / portions);
    }

    /// <summary>Asks for the next portion. Portions are equal: more at once would wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next()
    {
        if (_rowsLeft > 0)
            AskForLines();
    }

    private void AskForLines()
    {
        for (var line = 0; line < _linesAtOnce && _rowsLeft > 0; line++)
        {
            Sse.Prefetch1(_row + _column);
            _column += CacheLine;
            if (_column < _columns)
                continue;
            _column = 0;
            _row += _stride;
            _rowsLeft--;
        }
    }
}
