using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hillock.Expressions;

namespace Hillock.Networks;

/// <summary>Networks as files in the safetensors format, which other libraries read as well.</summary>
/// <remarks>
/// <para>Eight bytes with the length of the header, little-endian; the header, JSON; then all numbers as little-endian
/// float32. The header maps the name of each tensor to <c>{"dtype": "F32", "shape": […], "data_offsets":
/// [begin, end]}</c>, in bytes behind the header.</para>
/// <para>Of hidden layer i = 0, 1, …: <c>hidden.i.weights</c> (inputs × units; other libraries keep the transposed),
/// <c>hidden.i.biases</c>; with a normalisation <c>hidden.i.scales</c> and <c>.shifts</c>; with batch normalisation
/// <c>hidden.i.running_means</c> and <c>.running_variances</c>; with learned activation parameters
/// <c>hidden.i.learned</c>, in the order of <see cref="Activation.Parameters"/>, unit by unit where each has its own.
/// Then <c>output.weights</c> and <c>output.biases</c>. The shape of the network, activations included, is JSON text
/// under <c>hillock</c> in <c>__metadata__</c>.</para>
/// <para>Format: https://github.com/huggingface/safetensors. Lots of dropout and states of optimisers are not
/// saved.</para>
/// </remarks>
public static class NetworkFile
{
    private const string Metadata = "__metadata__";
    private const string OurKey = "hillock";
    private const int LongestHeader = 1 << 24;

    /// <summary>Writes a network; a crash leaves the old file or none, never half of one.</summary>
    public static void Write(DenseNetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        var temporary = $"{path}.{Guid.NewGuid().ToString("N")[..8]}.tmp";
        try
        {
            using (var file = File.Create(temporary))
                Write(network, file);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Reads a network written by <see cref="Write(DenseNetwork, string)"/>; it answers with the same
    /// bits.</summary>
    /// <param name="path">The file.</param>
    /// <param name="largestBatch">How many examples may pass at once.</param>
    /// <exception cref="InvalidDataException">The file holds no such network; the message names the file and
    /// the reason.</exception>
    public static DenseNetwork Read(string path, int largestBatch)
    {
        using var file = File.OpenRead(path);
        try
        {
            return Read(file, largestBatch);
        }
        catch (Exception e) when (e is JsonException or FormulaException or ArgumentException or KeyNotFoundException
            or InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            throw new InvalidDataException($"{path}: this file holds no network of Hillock ({e.Message})", e);
        }
    }

    private static void Write(DenseNetwork network, Stream file)
    {
        var header = Header(network);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        file.Write(length);
        file.Write(header);
        foreach (var tensor in network.Tensors())
            file.Write(LittleEndian(tensor.Values.Span));
    }

    private static byte[] Header(DenseNetwork network)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(Metadata);
            json.WriteString(OurKey, JsonSerializer.Serialize(
                NetworkDocument.Of(network.Settings), NetworkJsonContext.Default.NetworkDocument));
            json.WriteEndObject();
            var offset = 0L;
            foreach (var tensor in network.Tensors())
            {
                var end = offset + (long)sizeof(float) * tensor.Values.Length;
                json.WritePropertyName(tensor.Name);
                JsonSerializer.Serialize(
                    json, new("F32", tensor.Shape, [offset, end]), NetworkJsonContext.Default.TensorDocument);
                offset = end;
            }

            json.WriteEndObject();
        }

        // Readers map the numbers into memory, where they should begin at a multiple of their size.
        while (buffer.Length % sizeof(ulong) != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static DenseNetwork Read(Stream file, int largestBatch)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        file.ReadExactly(length);
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(length);
        if (headerLength > LongestHeader)
            throw new InvalidDataException($"its header would have {headerLength} bytes");
        var header = new byte[headerLength];
        file.ReadExactly(header);
        using var json = JsonDocument.Parse(header);
        var shape = json.RootElement.GetProperty(Metadata).GetProperty(OurKey).GetString();
        var document = JsonSerializer.Deserialize(shape!, NetworkJsonContext.Default.NetworkDocument)!;
        if (document.Version != NetworkDocument.CurrentVersion)
            throw new InvalidDataException($"it is of version {document.Version}, and only 1 is known");
        var network = new DenseNetwork(document.ToSettings(), largestBatch);
        var start = file.Position;
        foreach (var tensor in network.Tensors())
            Read(file, start, tensor, json.RootElement.GetProperty(tensor.Name));
        return network;
    }

    private static void Read(Stream file, long start, NamedTensor tensor, JsonElement entry)
    {
        var found = entry.Deserialize(NetworkJsonContext.Default.TensorDocument)!;
        var bytes = (long)sizeof(float) * tensor.Values.Length;
        if (found.Dtype != "F32" || !found.Shape.SequenceEqual(tensor.Shape))
        {
            throw new InvalidDataException(
                $"{tensor.Name} should be F32 of shape {string.Join('×', tensor.Shape)} and is {found.Dtype} of shape "
                + string.Join('×', found.Shape));
        }

        if (found.DataOffsets is not [>= 0 and var begin, var end] || end - begin != bytes || start + end > file.Length)
            throw new InvalidDataException($"the numbers of {tensor.Name} are not where the header says");
        file.Position = start + begin;
        file.ReadExactly(MemoryMarshal.AsBytes(tensor.Values.Span));
        // What was read is in the order of the file.
        LittleEndian(tensor.Values.Span).CopyTo(MemoryMarshal.AsBytes(tensor.Values.Span));
    }

    private static ReadOnlySpan<byte> LittleEndian(ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
            return MemoryMarshal.AsBytes(values);
        var reversed = new uint[values.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, uint>(values), reversed);
        return MemoryMarshal.AsBytes<uint>(reversed);
    }
}
