using System.Runtime.Intrinsics;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels;

/// <summary>A row for each value that a kernel takes besides the elements, a column for each element of a tile.</summary>
/// <remarks>A tile has some channels, <paramref name="inner"/> neighbouring elements of each, and this
/// <paramref name="copies"/> times. Each row is written for the channels first and then spread over the elements.</remarks>
/// <param name="translation">What the rows mean.</param>
/// <param name="lanes">The type of the numbers.</param>
/// <param name="table">Room for as many rows as the translation has uniforms.</param>
/// <param name="channels">How many channels.</param>
/// <param name="inner">How many neighbouring elements a channel has.</param>
/// <param name="copies">How many rows of the array.</param>
internal readonly unsafe struct ParameterTable(
    Translation translation, ElementFormat lanes, void* table, int channels, int inner, int copies)
{
    /// <summary>The columns of a table, and so the most elements of a tile: a multiple of the lanes of any vector.</summary>
    public const int Columns = 512;

    private readonly int _limits = translation.Layout.Limits(0);

    /// <summary>Writes the parameters.</summary>
    /// <param name="values">The value of the first parameter for the first channel; those of the other channels
    /// follow.</param>
    /// <param name="stride">Where the next parameter begins.</param>
    public void LayParameters(double* values, nint stride)
    {
        for (var row = 0; row < _limits; row += 2)
        {
            if (lanes.IsSingle) Split(values + (row / 2 * stride), (float*)table + (row * Columns));
            else Split(values + (row / 2 * stride), (double*)table + (row * Columns));
        }

        Spread(0, _limits);
    }

    /// <summary>Writes the limits, which costs more than many elements do.</summary>
    public void LayLimits(double* values, nint stride)
    {
        var parameters = stackalloc double[_limits / 2];
        for (var channel = 0; channel < channels; channel++)
        {
            for (var p = 0; p < _limits / 2; p++) parameters[p] = values[(p * stride) + channel];
            translation.BindLimits(
                lanes, new(parameters, _limits / 2), (byte*)table + (channel * lanes.Size), step: Columns);
        }

        Spread(_limits, translation.Layout.Count);
    }

    // Each value rounded, and in the next row what rounding left.
    private void Split(double* values, float* row)
    {
        var channel = 0;
        for (; channel <= channels - Vector512<double>.Count; channel += Vector512<double>.Count)
        {
            var wide = Vector512.Load(values + channel);
            LaneMemory.StoreEight(wide, row + channel);
            LaneMemory.StoreEight(wide - LaneMemory.LoadEight(row + channel), row + Columns + channel);
        }

        for (; channel < channels; channel++)
        {
            row[channel] = (float)values[channel];
            row[Columns + channel] = (float)(values[channel] - row[channel]);
        }
    }

    private void Split(double* values, double* row)
    {
        new ReadOnlySpan<double>(values, channels).CopyTo(new Span<double>(row, channels));
        new Span<double>(row + Columns, channels).Clear();
    }

    private void Spread(int firstRow, int endRow)
    {
        for (var row = firstRow; row < endRow; row++)
        {
            if (lanes.IsSingle) Spread((float*)table + (row * Columns));
            else Spread((double*)table + (row * Columns));
        }
    }

    // From the end, so that no value is overwritten before it is spread; then each copy doubles what is there. Behind it
    // all stands what can do no harm in the lanes that nobody asks for.
    private void Spread<T>(T* row)
        where T : unmanaged
    {
        if (inner > 1)
            for (var channel = channels - 1; channel >= 0; channel--)
                new Span<T>(row + (channel * inner), inner).Fill(row[channel]);
        var (filled, all) = (channels * inner, channels * inner * copies);
        for (; filled < all; filled *= 2)
            new ReadOnlySpan<T>(row, Math.Min(filled, all - filled)).CopyTo(new Span<T>(row + filled, all - filled));
        new Span<T>(row + all, Columns - all).Clear();
    }
}
