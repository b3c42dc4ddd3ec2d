using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Hillock.Catalogue;

namespace Hillock.Networks.Tests;

public sealed class NetworkFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"hillock-{Guid.NewGuid():N}.safetensors");

    public static TheoryData<NormalisationKind, ParameterScope> Kinds()
    {
        var data = new TheoryData<NormalisationKind, ParameterScope>();
        foreach (var kind in Enum.GetValues<NormalisationKind>())
        foreach (var scope in Enum.GetValues<ParameterScope>())
            data.Add(kind, scope);
        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_network_comes_back_with_every_bit(NormalisationKind kind, ParameterScope scope)
    {
        var network = Trained(kind, scope);
        NetworkFile.Write(network, _path);
        var again = NetworkFile.Read(_path, 7);
        Assert.Equal(network.Parameters, again.Parameters);
        Assert.Equal(network.State, again.State);
        var inputs = ToyData.Moons(50, 4).Inputs;
        float[] expected = new float[100], actual = new float[100];
        network.Predict(inputs, expected);
        again.Predict(inputs, actual);
        Assert.Equal(expected, actual);
        Assert.Equal(network.Settings.LearnedScope, again.Settings.LearnedScope);
        Assert.Equal(
            network.Settings.Hidden.Select(layer => layer with { Activation = null! }),
            again.Settings.Hidden.Select(layer => layer with { Activation = null! }));
    }

    [Fact]
    public void Every_activation_is_written_as_text_that_makes_it_again()
    {
        string[] others = ["leaky_relu(negative_slope=0.2)", "x*sigmoid(beta*x) where learned beta=1.5", "prelu(a=0.1)"];
        foreach (var text in ActivationCatalogue.Ids.Concat(others))
        {
            var activation = Activation.Parse(text);
            var again = Activation.Parse(ActivationText.Of(activation));
            Assert.Equal(activation.ToString(), again.ToString());
            Assert.Equal(activation.Kinks, again.Kinks);
            Assert.Equal(activation.Parameters, again.Parameters);
        }
    }

    [Fact]
    public void The_file_is_safetensors()
    {
        NetworkFile.Write(Trained(NormalisationKind.Batch, ParameterScope.Unit), _path);
        var bytes = File.ReadAllBytes(_path);
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal((byte)'{', bytes[8]);
        Assert.Equal(0, length % 8);
        var header = JsonDocument.Parse(bytes.AsMemory(8, length)).RootElement;
        var end = 0L;
        foreach (var tensor in header.EnumerateObject().Where(tensor => tensor.Name != "__metadata__"))
        {
            var offsets = tensor.Value.GetProperty("data_offsets");
            Assert.Equal(end, offsets[0].GetInt64());
            end = offsets[1].GetInt64();
            var count = tensor.Value.GetProperty("shape").EnumerateArray().Aggregate(1, (n, size) => n * size.GetInt32());
            Assert.Equal(4 * count, end - offsets[0].GetInt64());
        }

        Assert.Equal(bytes.Length, 8 + length + end);
        Assert.Equal([2, 6], header.GetProperty("hidden.0.weights").GetProperty("shape").EnumerateArray().Select(e => e.GetInt32()));
        Assert.Contains("prelu", header.GetProperty("__metadata__").GetProperty("hillock").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("half")]
    [InlineData("length")]
    [InlineData("F32>F64")]
    [InlineData("prelu>pralu")]
    [InlineData("hidden.0.weights>hidden.9.weights")]
    [InlineData("\\u0022version\\u0022:1>\\u0022version\\u0022:2")]
    [InlineData("\\u0022units\\u0022:6>\\u0022units\\u0022:7")]
    public void Another_or_a_damaged_file_is_refused_by_name(string damage)
    {
        NetworkFile.Write(Trained(NormalisationKind.None, ParameterScope.Layer), _path);
        var bytes = File.ReadAllBytes(_path);
        File.WriteAllBytes(_path, Damaged(bytes, damage));
        var error = Assert.Throws<InvalidDataException>(() => NetworkFile.Read(_path, 1));
        Assert.StartsWith(_path, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);

    private static byte[] Damaged(byte[] bytes, string damage)
    {
        if (damage.Length == 0)
            return [];
        if (damage == "half")
            return bytes[..(bytes.Length / 2)];
        if (damage == "length")
            return [255, 255, 255, 255, 255, 255, 255, 127, .. bytes[8..]];
        var text = Encoding.Latin1.GetString(bytes);
        var (before, after) = (damage.Split('>')[0], damage.Split('>')[1]);
        Assert.Contains(before, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(before, after, StringComparison.Ordinal));
    }

    private static DenseNetwork Trained(NormalisationKind kind, ParameterScope scope)
    {
        var settings = new TrainingSettings
        {
            Hidden = [6, 6], Epochs = 2, Normalisation = kind, LearnedScope = scope, Dropout = 0.1, Residual = true,
        };
        var run = new TrainingRun(settings, Activation.Parse("prelu"), ToyData.Moons(60, 1), ToyData.Moons(20, 2));
        _ = run.Run(TestContext.Current.CancellationToken).Last();
        return run.Network;
    }
}
