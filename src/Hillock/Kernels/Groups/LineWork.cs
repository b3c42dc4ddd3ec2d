using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Kernels.Groups;

/// <summary>Brings the lines of an array to a function of a line: where the elements of a line lie apart, or where the
/// result takes the place of what is still needed, by way of copies.</summary>
/// <remarks>Several neighbouring lines are copied together, so that each cache line that is touched is used in
/// full.</remarks>
internal readonly unsafe struct LineWork<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A cache line of floats.
    private const int Together = 16;

    private readonly LineFunction<T> _function;
    private readonly AxisLayout _from;
    private readonly AxisLayout _to;
    private readonly bool _copies;
    private readonly nint _pitch;
    private readonly T* _x;
    private readonly T* _upstream;
    private readonly T* _result;

    /// <param name="function">The function of a line.</param>
    /// <param name="from">The layout of x.</param>
    /// <param name="to">The layout of f(x).</param>
    /// <param name="copies">Whether lines have to be copied even where their elements lie side by side.</param>
    public LineWork(LineFunction<T> function, AxisLayout from, AxisLayout to, bool copies)
    {
        (_function, _from, _to) = (function, from, to);
        _copies = copies || from.Inner > 1;
        if (!_copies) return;
        // A cache line more than a line needs, or lines of 2ⁿ elements would compete for the same places in the cache.
        _pitch = Math.Max(from.Length, to.Length) + Together;
        _x = (T*)NativeMemory.Alloc((nuint)(3 * Together * _pitch), (nuint)sizeof(T));
        _upstream = _x + (Together * _pitch);
        _result = _upstream + (Together * _pitch);
    }

    public void Dispose() => NativeMemory.Free(_x);

    /// <summary>y = f(x) for lines from one to another.</summary>
    public void Value(T* x, T* y, nint start, nint end)
    {
        for (var line = start; line < end;)
        {
            if (!_copies)
            {
                _function.Value(x + _from.StartOf(line), y + _to.StartOf(line), _from.Length);
                line++;
                continue;
            }

            var count = Neighbours(line, end);
            Gather(x + _from.StartOf(line), _x, _from, count);
            for (var i = 0; i < count; i++) _function.Value(_x + (i * _pitch), _result + (i * _pitch), _from.Length);
            Scatter(_result, y + _to.StartOf(line), _to, count);
            line += count;
        }
    }

    /// <summary>gradient = Jᵀ · upstream for lines from one to another.</summary>
    public void Backward(T* x, T* upstream, T* gradient, nint start, nint end)
    {
        for (var line = start; line < end;)
        {
            var (fromStart, toStart) = (_from.StartOf(line), _to.StartOf(line));
            if (!_copies)
            {
                _function.Backward(x + fromStart, upstream + toStart, gradient + fromStart, _from.Length);
                line++;
                continue;
            }

            var count = Neighbours(line, end);
            Gather(x + fromStart, _x, _from, count);
            Gather(upstream + toStart, _upstream, _to, count);
            for (var i = 0; i < count; i++)
                _function.Backward(_x + (i * _pitch), _upstream + (i * _pitch), _result + (i * _pitch), _from.Length);
            Scatter(_result, gradient + fromStart, _from, count);
            line += count;
        }
    }

    // How many lines from this one on have neighbouring elements.
    private int Neighbours(nint line, nint end) =>
        (int)Math.Min(Together, Math.Min(end - line, _from.Inner - (line % _from.Inner)));

    private void Gather(T* array, T* lines, AxisLayout layout, int count)
    {
        for (nint i = 0; i < layout.Length; i++)
            for (var line = 0; line < count; line++)
                lines[(line * _pitch) + i] = array[(i * layout.Inner) + line];
    }

    private void Scatter(T* lines, T* array, AxisLayout layout, int count)
    {
        for (nint i = 0; i < layout.Length; i++)
            for (var line = 0; line < count; line++)
                array[(i * layout.Inner) + line] = lines[(line * _pitch) + i];
    }
}
