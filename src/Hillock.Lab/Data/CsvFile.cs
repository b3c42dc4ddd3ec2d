namespace Hillock.Lab.Data;

/// <summary>
/// A CSV file of the user: numbers separated by commas, semicolons or tabs, the class or the target in the last
/// column. Its first line is a header where none of its cells, the last apart, is a number: a headerless first row with
/// one bad cell is then an error, and not lost.
/// </summary>
internal static class CsvFile
{
    private const int FewestRows = 10;

    public static DataSet Read(string path, TargetKind kind)
    {
        using var reader = new StreamReader(DataFile.Open(path));
        using IEnumerator<CsvRecord> records = CsvReader.Read(path, reader.ReadToEnd()).GetEnumerator();
        if (!records.MoveNext())
            throw new DataException($"{path}: the file is empty.");
        CsvRecord first = records.Current;
        if (first.Cells.Count < 2)
        {
            throw new DataException(
                $"{path}, line {first.Line}: one column is not enough; the last is the class or the target.");
        }

        bool hasHeader = Features(path, first).All(cell => !cell.IsNumber);
        if (hasHeader && !records.MoveNext())
            throw new DataException($"{path}: after its header the file is empty.");

        var inputs = new List<float>();
        var answers = new List<CsvCell>();
        do
            Add(path, records.Current, first, inputs, answers);
        while (records.MoveNext());
        if (answers.Count < FewestRows)
            throw new DataException($"{path}: at least {FewestRows} rows are needed, and there are {answers.Count}.");
        string[] featureNames = hasHeader ? [.. first.Cells.SkipLast(1)] : [];
        return TargetColumn.Complete(path, inputs.ToArray(), answers, kind, featureNames);
    }

    private static void Add(
        string path, CsvRecord record, CsvRecord first, List<float> inputs, List<CsvCell> answers)
    {
        int width = first.Cells.Count;
        if (record.Cells.Count != width)
        {
            throw new DataException(
                $"{path}, line {record.Line}: {Columns(record)} where line {first.Line} has {width}.");
        }
        inputs.AddRange(Features(path, record).Select(cell => (float)cell.Number()));
        answers.Add(new CsvCell(path, record.Line, width, record.Cells[^1]));
    }

    private static IEnumerable<CsvCell> Features(string path, CsvRecord record) =>
        record.Cells.SkipLast(1).Select((text, column) => new CsvCell(path, record.Line, column + 1, text));

    private static string Columns(CsvRecord record) =>
        record.Cells.Count == 1 ? "the row has 1 column" : $"the row has {record.Cells.Count} columns";
}
