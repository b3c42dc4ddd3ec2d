using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Verification.Identification;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock identify</c>: whether a formula is a known function.</summary>
internal static class IdentifyCommand
{
    private const int MostOthers = 12;

    public static Command Create(Terminal terminal)
    {
        var function = CommonOptions.Function();
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command(
            "identify", "Say whether a formula is a known activation, up to parameters and scaling.")
        {
            function, definitions, json,
        };
        command.SetAction(result =>
        {
            var defined = definitions.Of(result);
            var found = Identifier.Find(Activation.Parse(result.GetRequiredValue(function), defined), defined);
            if (result.GetValue(json)) terminal.WriteJson(found.Select(Describe));
            else Print(terminal, found);
            return CommandLine.Success;
        });
        return command;
    }

    private static void Print(Terminal terminal, IReadOnlyList<Identity> found)
    {
        if (found.Count == 0)
        {
            terminal.WriteLine("Not in the catalogue, nor a case of an entry up to its parameters and to scaling.");
            return;
        }

        var best = found[0];
        terminal.WriteLine($"{best}: {InWords(best.Evidence)}");
        terminal.WriteLine(best.Entry.Citation);
        if (best.Entry.AlsoKnownAs.Count > 0)
            terminal.WriteLine(
                "also called " + string.Join(", ", best.Entry.AlsoKnownAs.Select(synonym => synonym.Name)));
        if (found.Count > 1) terminal.WriteLine("also a case of " + string.Join(", ", found.Skip(1).Take(MostOthers)));
        if (found.Count > MostOthers + 1) terminal.WriteLine($"and of {found.Count - MostOthers - 1} more");
    }

    private static string InWords(Evidence evidence) => evidence switch
    {
        Evidence.Identical => "identical, the simplified forms are the same",
        Evidence.Indistinguishable => "indistinguishable, values and slopes agree to 40 digits at 15 points",
        _ => "equal in double precision, values and slopes agree to 11 digits at 15 points",
    };

    private static object Describe(Identity identity) => new
    {
        Function = identity.ToString(),
        identity.Entry.Id,
        Values = identity.Values.ToDictionary(value => value.Key, value => value.Value.ToString()),
        InputScale = identity.InputScale.ToString(),
        OutputScale = identity.OutputScale.ToString(),
        Evidence = identity.Evidence.ToString(),
    };
}
