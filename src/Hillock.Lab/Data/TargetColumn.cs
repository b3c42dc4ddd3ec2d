using System.Globalization;

namespace Hillock.Lab.Data;

/// <summary>Makes the last column of a CSV file into classes or into numbers to predict.</summary>
internal static class TargetColumn
{
    private const int MostNumericClasses = 20;

    public static DataSet Complete(
        string path, float[] inputs, List<CsvCell> answers, TargetKind kind, string[] featureNames)
    {
        int features = inputs.Length / answers.Count;
        if (kind == TargetKind.Detect)
            kind = Detect(answers);
        if (kind == TargetKind.Number)
            return new DataSet(path, features, inputs, Numbers(path, answers)) { FeatureNames = featureNames };

        (int[] classes, string[] classNames) = Classes(path, answers);
        return new DataSet(path, features, inputs, classes, classNames) { FeatureNames = featureNames };
    }

    /// <summary>Text or few whole numbers are classes; text among other numbers is a mistake in the file.</summary>
    private static TargetKind Detect(List<CsvCell> answers)
    {
        CsvCell[] numbers = [.. answers.Where(cell => cell.IsNumber || cell.HasDecimalComma)];
        bool areClasses = numbers.Select(cell => cell.Number()).Distinct().Count() <= MostNumericClasses
            && numbers.All(cell => cell.IsWhole);
        if (numbers.Length == answers.Count)
            return areClasses ? TargetKind.Class : TargetKind.Number;
        if (areClasses)
            return TargetKind.Class;

        CsvCell text = answers.First(cell => !cell.IsNumber);
        throw text.Error($"'{text.Text}' is text in a column of numbers such as {numbers[0].Text}");
    }

    private static float[] Numbers(string path, List<CsvCell> answers)
    {
        float[] targets = [.. answers.Select(cell => (float)cell.Number())];
        return targets.Distinct().Count() > 1
            ? targets
            : throw new DataException($"{path}: every target is {answers[0].Text}, so there is nothing to learn.");
    }

    private static (int[] Classes, string[] Names) Classes(string path, List<CsvCell> answers)
    {
        // 1, 01 and 1.0 are one class, and 10 comes after 9.
        bool areWhole = answers.All(cell => cell.IsWhole);
        string[] labels = [.. answers.Select(cell => areWhole ? Whole(cell) : Text(cell))];
        string[] names = areWhole
            ? [.. labels.Distinct().OrderBy(label => long.Parse(label, CultureInfo.InvariantCulture))]
            : [.. labels.Distinct().Order(StringComparer.Ordinal)];
        CheckClasses(path, answers, labels, names);
        Dictionary<string, int> numbers = names.Index().ToDictionary(named => named.Item, named => named.Index);
        return ([.. labels.Select(label => numbers[label])], names);
    }

    private static void CheckClasses(string path, List<CsvCell> answers, string[] labels, string[] names)
    {
        if (names.Length == 1)
            throw new DataException($"{path}: every row is of class '{names[0]}', so there is nothing to learn.");
        if (labels.CountBy(label => label).FirstOrDefault(label => label.Value == 1).Key is { } single)
        {
            throw answers[Array.IndexOf(labels, single)].Error(
                $"class '{single}' has this row only, and needs one to train on and one to test on");
        }
    }

    private static string Whole(CsvCell cell) => ((long)cell.Number()).ToString(CultureInfo.InvariantCulture);

    private static string Text(CsvCell cell) =>
        cell.Text.Length > 0 ? cell.Text : throw cell.Error("the cell is empty");
}
