namespace Hillock.Expressions;

/// <summary>Finds what someone who mistyped a name probably meant.</summary>
public static class NearestName
{
    /// <summary>Up to <paramref name="count"/> of the known names that are near enough to be meant, nearest first.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> known, int count = 3) =>
    [
        .. known.Distinct(StringComparer.Ordinal)
            .Select(candidate => (candidate, distance: Distance(Fold(name), Fold(candidate))))
            .Where(pair => pair.distance <= Tolerance(name, pair.candidate))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(count)
            .Select(pair => pair.candidate),
    ];

    /// <summary>A sentence that begins with a space, such as <c> Did you mean 'gelu' or 'selu'?</c>, or nothing.</summary>
    public static string Suggestion(string name, IEnumerable<string> known)
    {
        var nearest = Find(name, known);
        return nearest.Count == 0 ? "" : $" Did you mean {string.Join(" or ", nearest.Select(n => $"'{n}'"))}?";
    }

    // LeakyReLU, leaky-relu and leaky_relu are one name to a reader.
    private static string Fold(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int Tolerance(string name, string candidate) =>
        Math.Min(name.Length, candidate.Length) switch { <= 3 => 1, <= 6 => 2, _ => 3 };

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours between two words.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replaced, 1 + Math.Min(d[i - 1, j], d[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
