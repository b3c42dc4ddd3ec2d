using System.CommandLine;
using Hillock.Catalogue;
using Hillock.Cli.Output;
using Hillock.Kernels;
using Hillock.Verification;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock verify</c>: the worst errors of kernels, and whether they keep what is promised.</summary>
internal static class VerifyCommand
{
    private const string All = "all";

    public static Command Create(Terminal terminal)
    {
        var function = new Argument<string>("function")
        {
            Description = "A catalogue id, 'all' for the whole catalogue, or a formula in x.",
        };
        var type = new Option<string>("--type")
        {
            Description = "The element type: float, double, half or bfloat16.",
            DefaultValueFactory = _ => "float",
            HelpName = "type",
        };
        var precision = new Option<string>("--precision")
        {
            Description = "The precision of the kernels: accurate, fast or exact.",
            DefaultValueFactory = _ => "accurate",
            HelpName = "precision",
        };
        var exhaustive = new Option<bool>("--exhaustive")
        {
            Description = "Try every input there is instead of a sample; half and bfloat16 always do.",
        };
        var markdown = new Option<string?>("--markdown")
        {
            Description = "Keep the results in this page too, function by function, with those it already has.",
            HelpName = "page.md",
        };
        var resume = new Option<bool>("--resume") { Description = "Skip functions that the page has already." };
        var json = CommonOptions.Json();
        var command = new Command("verify", "Measure the worst errors of kernels, in units in the last place.")
        {
            function, type, precision, exhaustive, markdown, resume, json,
        };
        command.SetAction((result, cancellation) =>
        {
            var verifier = Verifier(
                ElementTypeOf(result.GetRequiredValue(type)),
                PrecisionOf(result.GetRequiredValue(precision)),
                result.GetValue(exhaustive));
            var activations = Activations(result.GetRequiredValue(function));
            var results = new List<ActivationResult>();
            foreach (var activation in activations) results.Add(verifier.Run(activation, null, cancellation));
            foreach (var r in results) VerifyTable.Print(terminal, r);
            if (result.GetValue(json)) terminal.WriteJson(results);
            return Task.FromResult(results.All(r => r.Passed) ? CommandLine.Success : 1);
        });
        return command;
    }

    private static IReadOnlyList<Activation> Activations(string function) => function == All
        ? [.. ActivationCatalogue.Ids.Select(Activation.Parse)]
        : [Activation.Parse(function)];

    private static Verifier Verifier(ElementType type, KernelPrecision precision, bool exhaustive)
    {
        if (exhaustive && type == ElementType.Double)
            throw new UsageException("--exhaustive: there are 2^64 doubles, too many to try all; leave it out to try a sample.");
        if (precision != KernelPrecision.Accurate && type != ElementType.Float)
            throw new UsageException($"--precision {precision}: only float has kernels of this precision.");
        return new Verifier(type, precision, exhaustive);
    }

    private static ElementType ElementTypeOf(string text) => text.ToLowerInvariant() switch
    {
        "float" or "float32" => ElementType.Float,
        "double" or "float64" => ElementType.Double,
        "half" or "float16" => ElementType.Half,
        "bfloat16" => ElementType.BFloat16,
        _ => throw new UsageException($"--type {text}: there are float, double, half and bfloat16."),
    };

    private static KernelPrecision PrecisionOf(string text) => Enum.TryParse<KernelPrecision>(text, ignoreCase: true, out var precision)
        && Enum.IsDefined(precision)
        ? precision
        : throw new UsageException($"--precision {text}: there are accurate, fast and exact.");
}
