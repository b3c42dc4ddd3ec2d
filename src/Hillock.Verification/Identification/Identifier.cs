using System.Runtime.CompilerServices;
using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Verification.Identification;

/// <summary>Finds a formula in the catalogue, up to the values of parameters and to scaling of input and output.</summary>
public static class Identifier
{
    // More numbers than these, and a search in so many dimensions rarely ends where it should.
    private const int MostFreeParameters = 4;

    // On both sides of 0, at no place where a formula of the catalogue has a kink.
    private static readonly double[] Points =
        [.. Enumerable.Range(0, 40).Select(i => -6.137 + (0.3127 * i)).Concat([-11.3, 11.7, -0.0831, 0.0619])];

    private static readonly ConditionalWeakTable<CatalogueEntry, Activation> Compiled = [];

    /// <summary>The entries that the function is a case of, those that need the fewest numbers first.</summary>
    /// <param name="asked">The function, with the default values of its parameters.</param>
    /// <param name="definitions">A user's definitions, to look for it among them too; one that is asked for by its name
    /// is not found as itself.</param>
    public static IReadOnlyList<Identity> Find(Activation asked, DefinitionSet? definitions = null)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var entries = ActivationCatalogue.All
            .Concat((definitions ?? DefinitionSet.Empty).Entries.Where(entry => entry != asked.Entry));
        var y = Points.ToArray();
        asked.Kernel<double>().Value(y, y);
        var finite = Enumerable.Range(0, y.Length).Where(i => double.IsFinite(y[i])).ToArray();
        if (finite.Length < Points.Length / 2) return [];
        double[] x = [.. finite.Select(i => Points[i])], values = [.. finite.Select(i => y[i])];
        if (values.Distinct().Count() == 1) return [];
        return
        [
            .. entries
                .Select(entry => AsCaseOf(entry, asked, x, values))
                .OfType<Identity>()
                .OrderBy(identity => identity.FreeNumbers)
                .ThenBy(identity => identity.Evidence)
                .ThenBy(identity => identity.Entry.Parameters.Count),
        ];
    }

    private static Identity? AsCaseOf(CatalogueEntry entry, Activation asked, double[] x, double[] y)
    {
        var candidate = Compiled.GetValue(entry, Activation.Of);
        var fit = new ScaledFit(candidate.Kernel<double>(), numbers => Admits(candidate, numbers), x, y);
        double[] defaults = [1, 1, .. candidate.Parameters.Select(p => p.Default)];
        foreach (var (start, free) in Searches(candidate, defaults))
            if (fit.Run(start, free) is { } numbers && Confirmed(entry, candidate, asked, numbers) is { } identity)
                return identity;
        return null;
    }

    // As it is; other parameters; another scale, mirrored as well, one before both; all together. One scale alone comes
    // first because functions such as relu cannot tell the two apart.
    private static IEnumerable<(double[] Start, int[] Free)> Searches(Activation candidate, double[] defaults)
    {
        int[] scales = [0, 1];
        int[] parameters = [.. Enumerable.Range(2, candidate.Parameters.Count)];
        yield return (defaults, []);
        if (parameters.Length is > 0 and <= MostFreeParameters)
        {
            yield return (defaults, parameters);
            yield return (Shifted(defaults), parameters);
        }

        foreach (var b in new[] { 1.0, -1.0 }) yield return ([1, b, .. defaults.Skip(2)], [0]);
        foreach (var b in new[] { 1.0, 0.4, 2.5, -1.0 }) yield return ([1, b, .. defaults.Skip(2)], [1]);
        foreach (var (a, b) in new[] { (1.0, 1.0), (1.0, 0.4), (1.0, 2.5), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0) })
            yield return ([a, b, .. defaults.Skip(2)], scales);
        if (parameters.Length is > 0 and < MostFreeParameters) yield return (defaults, [.. scales, .. parameters]);
    }

    // A default may be a place where no parameter moves the function, such as 0.
    private static double[] Shifted(double[] numbers) =>
        [numbers[0], numbers[1], .. numbers.Skip(2).Select((p, i) => p + (0.3 * (i + 1)))];

    private static bool Admits(Activation candidate, double[] numbers) => candidate.Parameters
        .Select((parameter, i) => parameter.Admits(numbers[i + 2]))
        .All(admitted => admitted);

    private static Identity? Confirmed(CatalogueEntry entry, Activation candidate, Activation asked, double[] numbers)
    {
        var forms = numbers.Select(NumberForm.Of).ToArray();
        foreach (var guess in new[] { forms, [.. numbers.Select(n => (Expression)n)] })
        {
            var values = candidate.Parameters.Select((p, i) => (p, form: guess[i + 2])).ToList();
            var formula = candidate.Formula
                .Substitute(values.ToDictionary(v => v.p.Name, v => v.form))
                .Substitute(guess[1] * Expression.X);
            if (Comparison.Decide(asked, guess[0] * formula) is not { } evidence) continue;
            var changed = values
                .Where(v => v.form is not Constant c || c.Value != v.p.Default)
                .ToDictionary(v => v.p.Name, v => v.form);
            return new Identity(entry, changed, guess[1], guess[0], evidence);
        }

        return null;
    }
}
