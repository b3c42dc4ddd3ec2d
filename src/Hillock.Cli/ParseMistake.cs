using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Hillock.Expressions;

namespace Hillock.Cli;

/// <summary>Says what is wrong with the arguments, in the words of the user rather than of the parser.</summary>
internal static partial class ParseMistake
{
    /// <summary>The mistake, or null where the arguments can be understood.</summary>
    public static string? Find(ParseResult result) =>
        UnknownOption(result) ?? (result.Errors.Count == 0 ? null : UnknownCommand(result) ?? Explain(result.Errors[0].Message));

    // Arguments such as formulas may begin with a sign, so the parser takes a misspelt option for one of them.
    private static string? UnknownOption(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var option = result.Tokens
            .Where(token => token.Type == TokenType.Argument)
            .Select(token => token.Value)
            .FirstOrDefault(value => value.Length > 3 && value.StartsWith("--", StringComparison.Ordinal) && char.IsLetter(value[2]));
        return option is null ? null
            : $"{command.Name} has no option '{option}'.{NearestName.Suggestion(option, command.Options.Select(o => o.Name))}";
    }

    private static string? UnknownCommand(ParseResult result) =>
        result.CommandResult.Command is { Subcommands.Count: > 0 } group && result.UnmatchedTokens.Count > 0
            ? $"There is no command '{result.UnmatchedTokens[0]}'."
                + NearestName.Suggestion(result.UnmatchedTokens[0], group.Subcommands.Select(command => command.Name))
            : null;

    private static string Explain(string message)
    {
        var wholeNumber = NotAWholeNumber().Match(message);
        return wholeNumber.Success
            ? $"{wholeNumber.Groups["option"].Value}: '{wholeNumber.Groups["value"].Value}' is not a whole number."
            : message;
    }

    [GeneratedRegex(
        "^Cannot parse argument '(?<value>.*)' for (option|command) '(?<option>.*)' "
        + "as expected type 'System.(Nullable.*)?Int(32|64)\\]?'",
        RegexOptions.ExplicitCapture)]
    private static partial Regex NotAWholeNumber();
}
