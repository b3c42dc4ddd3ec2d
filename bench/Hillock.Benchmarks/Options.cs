using System.Globalization;
using Hillock.Kernels;

namespace Hillock.Benchmarks;

/// <summary>What the command line asked for.</summary>
/// <param name="Quick">Whether a minute has to be enough.</param>
/// <param name="Alone">Whether no peer takes part: waiting threads of theirs hold the second core.</param>
/// <param name="JsonFile">Where an object a measurement is written to, if anywhere.</param>
/// <param name="Functions">Which functions race.</param>
/// <param name="Precisions">In which precisions of ours.</param>
/// <param name="Threads">With how many threads.</param>
/// <param name="CommandLine">The command, for the results.</param>
internal sealed record Options(
    bool Quick,
    bool Alone,
    string? JsonFile,
    IReadOnlyList<string> Functions,
    IReadOnlyList<KernelPrecision> Precisions,
    IReadOnlyList<int> Threads,
    string CommandLine)
{
    public const string Usage =
        "usage: ./bench.sh kernels [--json FILE] [--quick] [--functions a,b] [--precision accurate,fast] [--threads 1,2] [--alone]";

    /// <summary>The last size is beyond every cache: it measures streaming.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [4096, 65536, 16 * 1024 * 1024];

    /// <exception cref="ArgumentException">An argument is unknown or incomplete; the message says which.</exception>
    public static Options Read(string[] arguments)
    {
        if (arguments is not ["kernels", ..]) throw new ArgumentException($"{Usage}\n{Training.TrainingOptions.Usage}");
        var (quick, alone) = (false, false);
        string? json = null;
        IReadOnlyList<string> functions = Benchmarks.Functions.Ids;
        IReadOnlyList<int>? threads = null;
        IReadOnlyList<KernelPrecision>? precisions = null;
        for (var i = 1; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--quick": quick = true; break;
                case "--alone": alone = true; break;
                case "--json": json = Next(arguments, ref i); break;
                case "--functions": functions = [.. Next(arguments, ref i).Split(',').Select(Known)]; break;
                case "--precision": precisions = [.. Next(arguments, ref i).Split(',').Select(Precision)]; break;
                case "--threads": threads = [.. Next(arguments, ref i).Split(',').Select(Count)]; break;
                default: throw new ArgumentException($"'{arguments[i]}' is not an option.\n{Usage}");
            }
        }
        threads ??= quick ? [1] : [1, 2];
        precisions ??= quick ? [KernelPrecision.Accurate] : [KernelPrecision.Accurate, KernelPrecision.Fast];
        return new(quick, alone, json, functions, precisions, threads, "./bench.sh " + string.Join(' ', arguments));
    }

    private static string Next(string[] arguments, ref int i) => ++i < arguments.Length
        ? arguments[i]
        : throw new ArgumentException($"'{arguments[i - 1]}' needs a value.\n{Usage}");

    private static string Known(string id) => Benchmarks.Functions.Ids.Contains(id)
        ? id
        : throw new ArgumentException($"'{id}' is not one of: {string.Join(", ", Benchmarks.Functions.Ids)}.");

    private static KernelPrecision Precision(string text) => text switch
    {
        "accurate" => KernelPrecision.Accurate,
        "fast" => KernelPrecision.Fast,
        "exact" => KernelPrecision.Exact,
        _ => throw new ArgumentException($"--precision takes accurate, fast or exact, with commas; not '{text}'."),
    };

    private static int Count(string text) => text is "1" or "2"
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : throw new ArgumentException($"--threads takes 1, 2 or 1,2; not '{text}'.");
}
