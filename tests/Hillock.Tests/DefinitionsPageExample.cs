using Hillock.Catalogue;

namespace Hillock.Tests;

/// <summary>The example of docs/definitions.md, run as it stands there.</summary>
internal static class DefinitionsPageExample
{
    public static void Run()
    {
        // begin
        var mine = DefinitionSet.Parse("my_swish = x*sigmoid(beta*x) where learned beta=1 in (0, 10)");
        mine = mine.With("twice", "2*my_swish(x, beta=1.5)", "Lab book 3, 2026");
        Console.WriteLine(Activation.Parse("twice", mine).Derivative());
        Console.WriteLine(Activation.Parse("my_swish(beta=2)", mine).Value(1));
        Console.WriteLine(Activation.Define("half", "x/2").Entry!.Citation);
        // end
    }
}
