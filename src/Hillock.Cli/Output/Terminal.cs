using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hillock.Cli.Output.Json;
using Spectre.Console;

namespace Hillock.Cli.Output;

/// <summary>Where commands write: text for people through Spectre.Console, JSON for programs, nothing mixed.</summary>
internal sealed class Terminal
{
    private static readonly JsonSerializerOptions Options = JsonOptions();

    private readonly TextWriter _output;

    public Terminal(TextWriter output, TextWriter error)
    {
        _output = output;
        Error = error;
        Progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        // A pipe has no width; a table must not be cut there.
        if (!Console.Profile.Out.IsTerminal) Console.Profile.Width = Width();
    }

    public IAnsiConsole Console { get; }

    public TextWriter Error { get; }

    /// <summary>Where progress is shown: beside the output, not in it.</summary>
    public IAnsiConsole Progress { get; }

    /// <summary>One JSON document and nothing else. Infinities and NaN are the strings JSON has for them.</summary>
    public void WriteJson(object value) => _output.WriteLine(JsonSerializer.Serialize(value, Options));

    /// <summary>Text as it is, without wrapping or markup.</summary>
    public void Write(string text) => _output.Write(text);

    /// <summary>A line as it is, without wrapping or markup.</summary>
    public void WriteLine(string line = "") => _output.WriteLine(line);

    /// <summary>A line that is longer than the screen is wide, cut to fit; a pipe gets all of it.</summary>
    public string Cut(string line) =>
        Console.Profile.Out.IsTerminal && line.Length > Console.Profile.Width
            ? line[..(Console.Profile.Width - 1)] + "…"
            : line;

    private static JsonSerializerOptions JsonOptions()
    {
        var options = new JsonSerializerOptions
        {
            WriteIndented = true,
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (var converter in PropertyConverters.All) options.Converters.Add(converter);
        return options;
    }

    // COLUMNS, where the caller says it; else what most terminals have at least.
    private static int Width() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
        && width is >= 40 and <= 400
            ? width
            : 120;
}
