using System.Buffers;
using System.Numerics;
using Hillock.Kernels.Elementary;
using Hillock.Kernels.Threading;

namespace Hillock.Kernels;

/// <summary>A kernel over an array in which each channel, a place along an axis, has parameters of its own.</summary>
/// <remarks>
/// <para>Where the elements of a channel lie side by side, the kernel is run over each such stretch with the parameters
/// of the channel. Where they do not, or the stretches are short, neighbouring lanes need other parameters: a table holds
/// them in the order of the elements, as many rows of the array as fit into a tile, and is used for tile after tile.</para>
/// <para>The work is cut into groups of channels and segments of rows, by the shape alone. Each chunk sums its channels'
/// gradients, and these sums are added in the order of the segments: the same additions for any number of threads.</para>
/// </remarks>
internal sealed unsafe class ChannelPass<T> : IChunkedWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Shorter stretches lose too much in the last, incomplete vector.
    private const int ShortestStretch = 128;

    // Of a tile's table much use is made; stretches are taken in the order of memory.
    private const int ElementsOfTiles = 64 * ParameterTable.Columns;
    private const int ElementsOfStretches = 4096;

    private readonly Kernel<T> _kernel;
    private readonly AxisLayout _layout;
    private readonly int _parameters;
    private readonly bool _hasTable;
    private readonly int _channelsOfGroup;
    private readonly nint _rowsOfSegment;
    private readonly int _groups;
    private readonly int _chunks;

    /// <summary>Plans the chunks.</summary>
    /// <param name="kernel">The kernel; its first output is stored.</param>
    /// <param name="channels">Which elements belong to which channel; there are some.</param>
    /// <param name="parameters">How many parameters the kernel takes.</param>
    public ChannelPass(Kernel<T> kernel, AxisLayout channels, int parameters)
    {
        _kernel = kernel;
        _layout = channels;
        _parameters = parameters;
        _hasTable = channels.Inner < ShortestStretch;
        _channelsOfGroup = _hasTable ? (int)Math.Min(channels.Length, ParameterTable.Columns / channels.Inner) : 1;
        var elements = _hasTable ? ElementsOfTiles : ElementsOfStretches;
        _rowsOfSegment = Math.Max(1, elements / (_channelsOfGroup * channels.Inner));
        _groups = (int)DivideUp(channels.Length, _channelsOfGroup);
        _chunks = checked((int)(_groups * DivideUp(channels.Outer, _rowsOfSegment)));
    }

    /// <summary>Whether it is the pass of this kernel over this layout.</summary>
    public bool Fits(Kernel<T> kernel, AxisLayout channels) => _kernel == kernel && _layout == channels;

    /// <summary>Writes the first output.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="upstream">Gradients from above, or null.</param>
    /// <param name="output">Receives the output.</param>
    /// <param name="parameters">The values of the first parameter for all channels, then those of the second …</param>
    /// <param name="threads">How many threads may share the work.</param>
    public void Run(T* x, T* upstream, T* output, ReadOnlySpan<double> parameters, int threads)
    {
        fixed (double* values = parameters)
        {
            var call = new Call(x, upstream, output, values, null);
            Share(call, threads);
        }
    }

    /// <summary>Writes the first output; adds those of the parameters, each summed over its channel, to
    /// <paramref name="sums"/>, which lie as the parameters do.</summary>
    public void Run(
        T* x, T* upstream, T* output, ReadOnlySpan<double> parameters, Span<double> sums, int threads)
    {
        var partsOfChunk = _parameters * _channelsOfGroup;
        var rented = ArrayPool<double>.Shared.Rent(_chunks * partsOfChunk);
        fixed (double* values = parameters, parts = rented)
        {
            Share(new Call(x, upstream, output, values, parts), threads);
            for (var chunk = 0; chunk < _chunks; chunk++) AddParts(chunk, parts + ((nint)chunk * partsOfChunk), sums);
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    private void Share(Call call, int threads) =>
        WorkerPool.Shared.Run(this, &call, _chunks, Math.Min(_kernel.UsefulThreads(_layout.Count, threads), _chunks));

    private void AddParts(int chunk, double* parts, Span<double> sums)
    {
        var (first, count) = ChannelsOf(chunk);
        for (var p = 0; p < _parameters; p++)
            for (var c = 0; c < count; c++)
                sums[(p * (int)_layout.Length) + first + c] += parts[(p * count) + c];
    }

    void IChunkedWork.Run(void* call, int chunk)
    {
        ref readonly var c = ref *(Call*)call;
        var (first, count) = ChannelsOf(chunk);
        var firstRow = chunk / _groups * _rowsOfSegment;
        var part = new Part(first, count, firstRow, Math.Min(_layout.Outer, firstRow + _rowsOfSegment));
        var sums = c.Parts is null ? null : c.Parts + ((nint)chunk * _parameters * _channelsOfGroup);
        if (_hasTable) RunTiles(c, part, sums);
        else RunStretches(c, part, sums);
    }

    private (int First, int Count) ChannelsOf(int chunk)
    {
        var first = chunk % _groups * _channelsOfGroup;
        return (first, (int)Math.Min(_channelsOfGroup, _layout.Length - first));
    }

    // One channel, a stretch a row.
    private void RunStretches(in Call call, Part part, double* sums)
    {
        var uniforms = stackalloc double[_kernel.UniformCount];
        var values = stackalloc double[_parameters];
        for (var p = 0; p < _parameters; p++) values[p] = call.Parameters[(p * _layout.Length) + part.FirstChannel];
        var parameters = new ReadOnlySpan<double>(values, _parameters);
        _kernel.BindParameters(parameters, uniforms);
        var needsLimits = _kernel.HasLimits;
        var length = (int)_layout.Inner;
        var total = new Span<double>(sums, sums is null ? 0 : _parameters);
        total.Clear();
        for (var row = part.FirstRow; row < part.EndRow; row++)
        {
            var start = StartOf(row, part);
            if (needsLimits && Limits.MayBeNeeded(call.X + start, length))
            {
                _kernel.BindLimits(parameters, uniforms);
                needsLimits = false;
            }

            var output = call.Output + start;
            if (sums is null) _kernel.Run(call.X + start, call.UpstreamAt(start), &output, 0, length, uniforms);
            else ParameterSums<T>.RunBound(_kernel, call.X + start, call.Upstream + start, output, length, uniforms, total);
        }
    }

    // Some channels, in tiles of one row, or of several where they are all the channels there are.
    private void RunTiles(in Call call, Part part, double* sums)
    {
        const int columns = ParameterTable.Columns;
        var rented = ArrayPool<double>.Shared.Rent((_kernel.UniformCount + (2 * _parameters)) * columns);
        fixed (double* room = rented)
        {
            double* totals = room + (_kernel.UniformCount * columns), products = totals + (_parameters * columns);
            var outputs = stackalloc T*[1 + _parameters];
            for (var p = 0; p < _parameters; p++) outputs[1 + p] = (T*)(products + (p * columns));
            var width = part.Channels * (int)_layout.Inner;
            var rows = part.Channels == _layout.Length ? columns / width : 1;
            var table = _kernel.Table(room, part.Channels, (int)_layout.Inner, rows);
            table.LayParameters(call.Parameters + part.FirstChannel, _layout.Length);
            new Span<double>(totals, _parameters * columns).Clear();
            var needsLimits = _kernel.HasLimits;
            for (var row = part.FirstRow; row < part.EndRow; row += rows)
            {
                var start = StartOf(row, part);
                var length = (int)Math.Min(rows, part.EndRow - row) * width;
                if (needsLimits && Limits.MayBeNeeded(call.X + start, length))
                {
                    table.LayLimits(call.Parameters + part.FirstChannel, _layout.Length);
                    needsLimits = false;
                }

                outputs[0] = call.Output + start;
                _kernel.RunWithTable(call.X + start, call.UpstreamAt(start), outputs, length, room);
                if (sums is null) continue;
                for (var p = 0; p < _parameters; p++) Spans.AddTo(totals + (p * columns), outputs[1 + p], length);
            }

            if (sums is not null) Fold(totals, rows, part.Channels, sums);
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    // The sums of columns to those of channels.
    private void Fold(double* totals, int rows, int channels, double* sums)
    {
        new Span<double>(sums, _parameters * channels).Clear();
        var inner = (int)_layout.Inner;
        for (var p = 0; p < _parameters; p++)
            for (var column = 0; column < rows * channels * inner; column++)
                sums[(p * channels) + (column / inner % channels)] += totals[(p * ParameterTable.Columns) + column];
    }

    private nint StartOf(nint row, Part part) => ((row * _layout.Length) + part.FirstChannel) * _layout.Inner;

    private static nint DivideUp(nint a, nint b) => (a + b - 1) / b;

    /// <summary>The channels and rows of a chunk.</summary>
    private readonly record struct Part(int FirstChannel, int Channels, nint FirstRow, nint EndRow);

    private readonly struct Call(T* x, T* upstream, T* output, double* parameters, double* parts)
    {
        public readonly T* X = x;
        public readonly T* Upstream = upstream;
        public readonly T* Output = output;
        public readonly double* Parameters = parameters;

        /// <summary>The sums of each chunk, or null.</summary>
        public readonly double* Parts = parts;

        public T* UpstreamAt(nint start) => Upstream is null ? null : Upstream + start;
    }
}
