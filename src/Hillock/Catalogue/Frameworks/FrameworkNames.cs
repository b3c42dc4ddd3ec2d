namespace Hillock.Catalogue;

/// <summary>What the libraries call the activations.</summary>
public static class FrameworkNames
{
    /// <summary>Every library, the widely used ones first.</summary>
    public static IReadOnlyList<Framework> All { get; } =
    [
        PyTorch.Framework,
        Jax.Framework,
        Keras.Framework,
        Keras2.Framework,
        TensorFlow.Framework,
        Onnx.Framework,
        HuggingFace.Framework,
        Timm.Framework,
        Ggml.Framework,
        Caffe.Framework,
        OneDnn.Framework,
        CuDnn.Framework,
        CoreMl.Framework,
        Flux.Framework,
        TorchSharp.Framework,
        MxNet.Framework,
        Mlx.Framework,
        Paddle.Framework,
        Darknet.Framework,
        Lasagne.Framework,
        Encog.Framework,
        Fann.Framework,
        AiDotNet.Framework,
    ];

    /// <summary>The library of this id or prefix, or null.</summary>
    public static Framework? Find(string name) => All.FirstOrDefault(framework => Spellings(framework)
        .Any(spelling => spelling.Equals(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What a text such as <c>keras:gelu</c> or <c>torch.nn.GELU</c> names, or null.</summary>
    internal static (Framework Framework, FrameworkName Name)? FindQualified(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0
            ? Find(text[..colon]) is { } framework ? FindQualifiedIn(framework, text[(colon + 1)..]) : null
            : All.SelectMany(candidate => Dotted(candidate, text)).FirstOrDefault();
    }

    /// <summary>Every library's use of a bare name; capitals and underscores do not count.</summary>
    public static IEnumerable<(Framework Framework, FrameworkName Name)> Called(string name) => All
        .Select(framework => FindIn(framework, name))
        .OfType<(Framework, FrameworkName)>();

    private static (Framework, FrameworkName)? FindIn(Framework framework, string name) =>
        FindIn(framework, name, Folded);

    private static (Framework, FrameworkName)? FindIn(Framework framework, string name, Func<string, string> spelling) =>
        framework.Names.FirstOrDefault(known => spelling(known.Name) == spelling(name)) is { } found
            ? (framework, found)
            : null;

    private static (Framework, FrameworkName)? FindQualifiedIn(Framework framework, string name) =>
        FindIn(framework, name) ?? FindIn(framework, name, spelled => WithoutBeginning(framework, Folded(spelled)));

    private static string WithoutBeginning(Framework framework, string folded)
    {
        var beginning = framework.Beginnings.Select(Folded)
            .FirstOrDefault(beginning => folded.StartsWith(beginning, StringComparison.Ordinal));
        return beginning is null ? folded : folded[beginning.Length..];
    }

    private static IEnumerable<(Framework, FrameworkName)?> Dotted(Framework framework, string text) =>
        Spellings(framework)
            .Where(spelling => text.StartsWith(spelling + ".", StringComparison.OrdinalIgnoreCase))
            .OrderBy(spelling => spelling.Length)
            .Select(spelling => FindQualifiedIn(framework, text[(spelling.Length + 1)..]))
            .Where(found => found is not null);

    private static IEnumerable<string> Spellings(Framework framework) => framework.Prefixes.Prepend(framework.Id);

    internal static string Folded(string name) => name
        .Replace("_", "", StringComparison.Ordinal)
        .Replace("-", "", StringComparison.Ordinal)
        .ToLowerInvariant();
}
