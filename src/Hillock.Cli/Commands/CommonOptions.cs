using System.CommandLine;

namespace Hillock.Cli.Commands;

/// <summary>Options and arguments that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else." };

    public static Argument<string> Function() => new("function")
    {
        Description = "A catalogue id (gelu), an id with parameters (elu(alpha=0.5)), or a formula in x (x*sigmoid(x)).",
    };

    public static Option<int> Derivative() => new("--derivative")
    {
        Description = "The order n of the derivative in x.",
        HelpName = "n",
        DefaultValueFactory = _ => 0,
    };

    /// <summary>The order of a derivative, which must not be negative nor so high that its expression explodes.</summary>
    public static int CheckOrder(int order) => order switch
    {
        < 0 => throw new UsageException($"--derivative {order}: the order of a derivative is 0 or more."),
        > 8 => throw new UsageException($"--derivative {order}: orders above 8 are not offered."),
        _ => order,
    };
}
