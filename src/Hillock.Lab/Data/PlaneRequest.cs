using System.Globalization;
using System.Text.RegularExpressions;

namespace Hillock.Lab.Data;

/// <summary>A generator's name, with or without arguments: <c>moons</c>, <c>moons(noise=0.2, points=90)</c>.</summary>
internal sealed partial record PlaneRequest(string Name, int Points, double Noise)
{
    private const int MostPoints = 1_000_000;
    private const double MostNoise = 10;

    /// <summary>The generator's name in a text of that form.</summary>
    public static string NameIn(string text) =>
        Form().Match(text) is { Success: true } match ? match.Groups[1].Value : text;

    /// <summary>Reads what is asked of a generator.</summary>
    public static PlaneRequest Parse(string text, PlaneGenerator generator)
    {
        string arguments = Form().Match(text).Groups[2].Value.Trim();
        string name = arguments.Length == 0 ? generator.Name : $"{generator.Name}({arguments})";
        var request = new PlaneRequest(name, PlaneGenerator.DefaultPoints, generator.DefaultNoise);
        return arguments.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(request, (known, argument) => known.With(argument));
    }

    private PlaneRequest With(string argument)
    {
        string[] sides = argument.Split('=', StringSplitOptions.TrimEntries);
        return sides switch
        {
            ["points", var value] => this with { Points = (int)Number(argument, value, 10, MostPoints, whole: true) },
            ["noise", var value] => this with { Noise = Number(argument, value, 0, MostNoise, whole: false) },
            _ => throw new DataException($"{Name}: '{argument}' is neither points=… nor noise=…."),
        };
    }

    private double Number(string argument, string text, double least, double most, bool whole)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        if (isNumber && number >= least && number <= most && (!whole || double.IsInteger(number)))
            return number;
        string kind = whole ? "a whole number" : "a number";
        throw new DataException(string.Create(
            CultureInfo.InvariantCulture, $"{Name}: '{argument}' does not give {kind} from {least} to {most}."));
    }

    [GeneratedRegex(@"^\s*([\w-]+)\s*\((.*)\)\s*$")]
    private static partial Regex Form();
}
