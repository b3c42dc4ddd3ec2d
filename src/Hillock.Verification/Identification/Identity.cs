using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Verification.Identification;

/// <summary>A formula found in the catalogue: g(x) = a · f(b·x) for an entry f.</summary>
/// <param name="Entry">f.</param>
/// <param name="Values">The values of the parameters of f that are not the defaults.</param>
/// <param name="InputScale">b.</param>
/// <param name="OutputScale">a.</param>
/// <param name="Evidence">How it was decided.</param>
public sealed record Identity(
    CatalogueEntry Entry,
    IReadOnlyDictionary<string, Expression> Values,
    Expression InputScale,
    Expression OutputScale,
    Evidence Evidence)
{
    /// <summary>How many numbers had to be found.</summary>
    public int FreeNumbers => Values.Count + (IsOne(InputScale) ? 0 : 1) + (IsOne(OutputScale) ? 0 : 1);

    /// <summary>What it is, as in <c>0.5*swish(2*x, beta=3)</c>, in the grammar of formulas but for fractions.</summary>
    public override string ToString()
    {
        if (FreeNumbers == 0) return Entry.Id;
        var argument = IsOne(InputScale) ? "x" : $"{Factor(InputScale)}*x";
        var values = string.Concat(Values.Select(value => $", {value.Key}={value.Value}"));
        var applied = $"{Entry.Id}({argument}{values})";
        return IsOne(OutputScale) ? applied : $"{Factor(OutputScale)}*{applied}";
    }

    private static bool IsOne(Expression e) => e is Constant { Value: 1 };

    private static string Factor(Expression e) => e is Constant ? e.ToString() : $"({e})";
}
