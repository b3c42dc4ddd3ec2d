using System.Text;

namespace Hillock.Benchmarks.Peers;

/// <summary>Writes a model of one node, float x to float y over one free dimension, in ONNX's protobuf format.</summary>
internal static class OnnxModel
{
    private const ulong FormatVersion = 9, FloatElements = 1, FloatAttribute = 1, TextAttribute = 3;
    private const ulong OperatorSet = 20;
    private const string ContributedDomain = "com.microsoft";

    public static byte[] OfOneNode(string operation, string domain, params (string Name, object Value)[] attributes) =>
        Message(
            Number(1, FormatVersion),
            Part(7, Message(
                Part(1, Node(operation, domain, attributes)),
                Text(2, "g"),
                Part(11, Vector("x")),
                Part(12, Vector("y")))),
            Part(8, Message(Text(1, ""), Number(2, OperatorSet))),
            Part(8, Message(Text(1, ContributedDomain), Number(2, 1))));

    private static byte[] Node(string operation, string domain, (string Name, object Value)[] attributes) => Message(
        [Text(1, "x"), Text(2, "y"), Text(4, operation), Text(7, domain), .. attributes.Select(a => Part(5, Attribute(a.Name, a.Value)))]);

    private static byte[] Attribute(string name, object value) => value is float number
        ? Message(Text(1, name), Float(2, number), Number(20, FloatAttribute))
        : Message(Text(1, name), Text(4, (string)value), Number(20, TextAttribute));

    private static byte[] Vector(string name)
    {
        var shape = Message(Part(1, Message(Text(2, "n"))));
        return Message(Text(1, name), Part(2, Message(Part(1, Message(Number(1, FloatElements), Part(2, shape))))));
    }

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(f => f)];

    private static byte[] Text(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] content) =>
        [.. Variable(((ulong)field << 3) | 2), .. Variable((ulong)content.Length), .. content];

    private static byte[] Number(int field, ulong value) => [.. Variable((ulong)field << 3), .. Variable(value)];

    private static byte[] Float(int field, float value) =>
        [.. Variable(((ulong)field << 3) | 5), .. BitConverter.GetBytes(value)];

    // Seven bits a byte, low ones first; the eighth says that more follow.
    private static IEnumerable<byte> Variable(ulong value)
    {
        for (; value >= 0x80; value >>= 7) yield return (byte)(value | 0x80);
        yield return (byte)value;
    }
}
