using System.Globalization;
using System.Text.RegularExpressions;
using Hillock.Expressions;

namespace Hillock.Catalogue;

/// <summary>A name with values of parameters, as in <c>softmax(t=0.5)</c>, and what may stand behind it.</summary>
internal sealed partial class ArgumentList
{
    private readonly string _text;
    private readonly Match _match;

    private ArgumentList(string text, Match match) => (_text, _match) = (text, match);

    /// <summary>The name before the bracket.</summary>
    public string Name => _match.Groups["id"].Value;

    /// <summary>What stands behind, such as <c>gate first</c>; empty for nothing.</summary>
    public string Suffix => _match.Groups["suffix"].Value;

    /// <summary>The parts of a text of this form, or null.</summary>
    public static ArgumentList? TryRead(string text) => Form().Match(text) is { Success: true } match
        ? new ArgumentList(text, match)
        : null;

    /// <summary>The values, checked against the parameters.</summary>
    /// <exception cref="FormulaException">A parameter is unknown or given twice, or its value no number or outside its
    /// domain.</exception>
    public Dictionary<string, double> Values(string id, IReadOnlyList<ActivationParameter> parameters)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var (names, numbers) = (_match.Groups["name"].Captures, _match.Groups["value"].Captures);
        for (var i = 0; i < names.Count; i++)
        {
            var parameter = parameters.FirstOrDefault(p => p.Name == names[i].Value)
                ?? throw Mistake(names[i], FormulaParser.UnknownParameter(id, names[i].Value, parameters.Select(p => p.Name)));
            if (!double.TryParse(numbers[i].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw Mistake(numbers[i], $"'{numbers[i].Value}' is not a number; write 0.5 with a point");
            if (!parameter.Admits(value)) throw Mistake(numbers[i], parameter.Refusal(value));
            if (!values.TryAdd(parameter.Name, value)) throw Mistake(names[i], $"'{parameter.Name}' is given twice");
        }

        return values;
    }

    /// <summary>A mistake at a part of the text.</summary>
    public FormulaException Mistake(string part, string problem) =>
        new(_text, Math.Max(0, _text.IndexOf(part, StringComparison.Ordinal)), part.Length, problem);

    private FormulaException Mistake(Capture place, string problem) => new(_text, place.Index, place.Length, problem);

    [GeneratedRegex(
        @"^\s*(?<id>[A-Za-z_][A-Za-z0-9_.:-]*)\s*"
        + @"(\(\s*((?<name>[A-Za-z_]\w*)\s*=\s*(?<value>[^,()=]*?)\s*(,\s*|(?=\))))+\))?"
        + @"(\s+(?<suffix>gate\s+(first|last)))?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
