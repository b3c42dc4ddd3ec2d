using System.Text;
using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>Activations that a user has defined. A set never changes: adding to it gives another one.</summary>
/// <remarks>
/// <code>
/// # my-activations.hillock: a definition a line; what follows # on its line is its source
/// my_swish = x*sigmoid(beta*x) where learned beta=1 in (0, 10)   # notebook 3, 2026
/// doubled  = 2*my_swish(x, beta=1.5)
/// </code>
/// The grammar of formulas is that of <see cref="FormulaParser"/>; they may apply primitives, entries of the catalogue
/// and definitions above. What is derived from an entry of the catalogue is derived from a definition too: kernels,
/// derivatives, gradients of the parameters. Its kinks are found, and have the slopes that the rules of differentiation
/// give.
/// </remarks>
/// <example>
/// <code>
/// var mine = DefinitionSet.Read("my-activations.hillock").With("cubed", "my_swish(x)^3");
/// var f = Activation.Parse("my_swish(beta=2)", mine);
/// </code>
/// </example>
public sealed class DefinitionSet
{
    private readonly Dictionary<string, CatalogueEntry> _byName;

    private DefinitionSet(IReadOnlyList<CatalogueEntry> entries)
    {
        Entries = entries;
        _byName = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>No definitions.</summary>
    public static DefinitionSet Empty { get; } = new([]);

    /// <summary>The definitions, in the order in which they were made.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>The definition of this name, or null.</summary>
    public CatalogueEntry? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads a file of definitions, in UTF-8.</summary>
    /// <exception cref="DefinitionException">A line is no definition; the message has the file, the line and the place.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DefinitionSet Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(Utf8Text(path), path);
    }

    /// <summary>Reads the text of a file of definitions.</summary>
    /// <param name="text">One definition, comment or nothing a line.</param>
    /// <param name="source">What errors call the text.</param>
    /// <exception cref="DefinitionException">A line is no definition; the message has the line and the place.</exception>
    public static DefinitionSet Parse(string text, string source = "definitions")
    {
        ArgumentNullException.ThrowIfNull(text);
        var set = Empty;
        var number = 0;
        foreach (var line in text.Split('\n'))
            if (DefinitionLine.Split(line.TrimEnd('\r'), source, ++number) is { } definition)
                set = set.With(definition);
        return set;
    }

    /// <summary>This set and one definition more.</summary>
    /// <param name="name">A name that is free: of letters, digits and underscores, beginning with no digit.</param>
    /// <param name="formula">The formula, with its parameters behind <c>where</c>.</param>
    /// <param name="citation">Where it comes from, or null.</param>
    /// <exception cref="DefinitionException">The name is not free or no name, or the formula cannot be read.</exception>
    public DefinitionSet With(string name, string formula, string? citation = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(formula);
        return With(DefinitionLine.Of(name, formula, citation));
    }

    private DefinitionSet With(DefinitionLine line) => new([.. Entries, line.Define(this)]);

    // Anything else than UTF-8 would come out as other letters, and be shown so under the caret.
    private static string Utf8Text(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            var text = Encoding.UTF8.GetString(bytes);
            var bad = text.IndexOf('\uFFFD', StringComparison.Ordinal);
            var before = text[..bad].Split('\n');
            var line = text.Split('\n')[before.Length - 1].TrimEnd('\r');
            throw new DefinitionException(path, before.Length, line, before[^1].Length, 1, "this letter is not in UTF-8");
        }
    }
}
