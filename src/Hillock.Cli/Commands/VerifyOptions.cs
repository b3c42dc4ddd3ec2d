using System.CommandLine;
using Hillock.Catalogue;
using Hillock.Kernels;
using Hillock.Verification;

namespace Hillock.Cli.Commands;

/// <summary>The options of <c>hillock verify</c> and what they mean together.</summary>
internal sealed class VerifyOptions
{
    private const string WholeCatalogue = "all";
    private const string WithPromise = "promised";

    public Argument<string[]> Functions { get; } = new("functions")
    {
        Description = "Catalogue ids, formulas in x, 'promised' for all with a bound in every precision, or 'all'.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string> Type { get; } = new("--type")
    {
        Description = "The element type: float, double, half or bfloat16.",
        HelpName = "type",
        DefaultValueFactory = _ => "float",
    };

    public Option<string> Precision { get; } = new("--precision")
    {
        Description = "The precision of the kernels: accurate, fast or exact. Only float has all three.",
        HelpName = "precision",
        DefaultValueFactory = _ => "accurate",
    };

    public Option<bool> Exhaustive { get; } = new("--exhaustive")
    {
        Description = "Try every input, not a sample: about a minute for a function. half and bfloat16 always do.",
    };

    public Option<string?> Markdown { get; } = new("--markdown")
    {
        Description = "A page to keep the results in, with a JSON file beside it; results of other kernels stay there.",
        HelpName = "page.md",
    };

    public Option<bool> Resume { get; } = new("--resume")
    {
        Description = "Leave out functions that the page of --markdown has already.",
    };

    public DefinitionsOption Definitions { get; } = new();

    public Verifier Verifier(ParseResult parsed)
    {
        var type = TypeOf(parsed.GetRequiredValue(Type));
        var precision = PrecisionOf(parsed.GetRequiredValue(Precision));
        var exhaustive = parsed.GetValue(Exhaustive);
        if (exhaustive && type == ElementType.Double)
            throw new UsageException("--exhaustive: there are 2^64 doubles, too many to try them all; without it a sample is tried.");
        if (precision != KernelPrecision.Accurate && type != ElementType.Float)
            throw new UsageException($"--precision {parsed.GetValue(Precision)}: only float has a choice of precisions, not {type.Name}.");
        return new Verifier(type, precision, exhaustive);
    }

    public IReadOnlyList<Activation> Activations(ParseResult parsed)
    {
        var definitions = Definitions.Of(parsed);
        var names = parsed.GetRequiredValue(Functions).SelectMany(Named).Distinct();
        return [.. names.Select(name => Activation.Parse(name, definitions))];
    }

    private static IEnumerable<string> Named(string function) => function switch
    {
        WholeCatalogue => ActivationCatalogue.Ids,
        WithPromise => ActivationCatalogue.Ids.Where(Bounds.PromisedEntries.Contains),
        _ => [function],
    };

    public AccuracyPageFile? Page(ParseResult parsed)
    {
        if (parsed.GetValue(Markdown) is { } path) return AccuracyPageFile.Open(path);
        if (parsed.GetValue(Resume)) throw new UsageException("--resume needs --markdown, the page to go on with.");
        return null;
    }

    private static ElementType TypeOf(string text) => text.ToLowerInvariant() switch
    {
        "float" or "float32" => ElementType.Float,
        "double" or "float64" => ElementType.Double,
        "half" or "float16" => ElementType.Half,
        "bfloat16" => ElementType.BFloat16,
        _ => throw new UsageException($"--type {text}: there are float, double, half and bfloat16."),
    };

    private static KernelPrecision PrecisionOf(string text) => text.ToLowerInvariant() switch
    {
        "accurate" => KernelPrecision.Accurate,
        "fast" => KernelPrecision.Fast,
        "exact" => KernelPrecision.Exact,
        _ => throw new UsageException($"--precision {text}: there are accurate, fast and exact."),
    };
}
