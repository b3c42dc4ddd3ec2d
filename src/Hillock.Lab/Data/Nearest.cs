namespace Hillock.Lab.Data;

/// <summary>Finds what a misspelt name may have meant.</summary>
internal static class Nearest
{
    /// <summary>At most three names that are a few letters away, the nearest first.</summary>
    public static string[] To(string name, IEnumerable<string> names)
    {
        int limit = Math.Max(1, name.Length / 3);
        return
        [
            .. names.Select(candidate => (candidate, Distance: EditDistance(name, candidate)))
                .Where(pair => pair.Distance <= limit)
                .OrderBy(pair => pair.Distance)
                .Take(3)
                .Select(pair => pair.candidate),
        ];
    }

    /// <summary>Letters to insert, delete or replace to get from one word to the other, whatever their case.</summary>
    private static int EditDistance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                bool same = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]);
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
