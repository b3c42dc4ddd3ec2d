using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>Whether the theorem of Leshno and others lets functions approximate everything, as their property reports prove
/// it.</summary>
internal static class LeshnoTable
{
    private const string Theorem = "Leshno";

    // By the condition of the theorem, looked at by hand: locally bounded, and no polynomial.
    private static readonly IReadOnlyList<string> Yes =
    [
        "sigmoid", "tanh", "softsign", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "mish", "softplus", "sin(x)",
        "exp(-x^2)", "where(x > 0, 1, 0)", "hard_tanh", "hard_sigmoid", "relu(x)^2", "exp(x)",
    ];

    private static readonly IReadOnlyList<string> No = ["identity", "x^2", "x^3", "3*x^2 - x + 1", "1/x"];

    /// <summary>The verdicts of the reports.</summary>
    public static IReadOnlyList<LeshnoVerdict> Verdicts() =>
        [.. Yes.Select(function => Verdict(function, true)), .. No.Select(function => Verdict(function, false))];

    public static Check Check(IReadOnlyList<LeshnoVerdict> verdicts)
    {
        string[] wrong = [.. verdicts.Where(verdict => verdict.Found != verdict.Expected).Select(verdict => verdict.Function)];
        return Results(wrong.Length == 0, wrong.Length == 0 ? $"{verdicts.Count} of {verdicts.Count}" : "not " + string.Join(", ", wrong));

        static Check Results(bool holds, string measured) => Laboratory.Results.Check.That(
            "Property reports prove of each function of the list whether the theorem applies, as worked out by hand", holds, measured);
    }

    public static ResultTable Of(IReadOnlyList<LeshnoVerdict> verdicts) => new(
        "who-may", "Leshno, Lin, Pinkus and Schocken 1993",
        ["function", "one hidden layer approximates everything", "because"],
        [.. verdicts.Select(verdict => (Cell[])
        [
            verdict.Function, verdict.Found switch { true => "yes", false => "no", _ => "not decided" }, verdict.Because,
        ])]);

    private static LeshnoVerdict Verdict(string function, bool expected)
    {
        var verdict = Activation.Parse(function).Properties().UniversalApproximation.Value!
            .Single(known => known.Theorem.StartsWith(Theorem, StringComparison.Ordinal));
        return new(function, expected, verdict.Applies, verdict.Condition);
    }
}

/// <summary>Whether the theorem applies to a function.</summary>
internal sealed record LeshnoVerdict(string Function, bool Expected, bool? Found, string Because);
