using System.Globalization;

namespace Hillock.Benchmarks.Training;

/// <summary>What the command line asked for.</summary>
internal sealed record TrainingOptions(
    bool Quick, string? JsonFile, IReadOnlyList<NetworkShape> Networks, IReadOnlyList<int> Threads, string CommandLine)
{
    public const string Usage =
        "usage: ./bench.sh training [--json FILE] [--quick] [--networks 2-8-8-2,64-64-64-10] [--threads 1,2]";

    /// <summary>A part of the races must not replace the results of them all.</summary>
    public bool IsComplete => !Quick && Networks.Count == NetworkShape.All.Count && Threads.Count == 2;

    /// <exception cref="ArgumentException">An argument is unknown or incomplete; the message says which.</exception>
    public static TrainingOptions Read(string[] arguments)
    {
        var options = new TrainingOptions(
            false, null, NetworkShape.All, [1, 2], "./bench.sh " + string.Join(' ', arguments));
        for (var i = 1; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--quick" => options with { Quick = true },
                "--json" => options with { JsonFile = Next(arguments, ref i) },
                "--networks" => options with { Networks = [.. Next(arguments, ref i).Split(',').Select(Known)] },
                "--threads" => options with { Threads = [.. Next(arguments, ref i).Split(',').Select(Count)] },
                _ => throw new ArgumentException($"'{arguments[i]}' is not an option.\n{Usage}"),
            };
        }

        return options;
    }

    private static string Next(string[] arguments, ref int i) => ++i < arguments.Length
        ? arguments[i]
        : throw new ArgumentException($"'{arguments[i - 1]}' needs a value.\n{Usage}");

    private static NetworkShape Known(string name) => NetworkShape.All.FirstOrDefault(shape => shape.Name == name)
        ?? throw new ArgumentException(
            $"'{name}' is not one of: {string.Join(", ", NetworkShape.All.Select(shape => shape.Name))}.");

    private static int Count(string text) => text is "1" or "2"
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : throw new ArgumentException($"--threads takes 1, 2 or 1,2; not '{text}'.");
}
