using System.CommandLine;

namespace Hillock.Cli.Commands;

/// <summary>A command as it was typed, for reports to tell how to repeat them.</summary>
internal static class TypedCommand
{
    public static string Of(ParseResult parsed) =>
        "hillock " + string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)));

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ',' or '=')
            ? argument
            : $"\"{argument}\"";
}
