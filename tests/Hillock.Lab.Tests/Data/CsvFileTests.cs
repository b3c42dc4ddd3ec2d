using Hillock.Lab.Data;

namespace Hillock.Lab.Tests.Data;

public sealed class CsvFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DataSet Read(string text, TargetKind kind = TargetKind.Detect) =>
        CsvFile.Read(_folder.Write("file.csv", text), kind);

    private string Failure(string text, TargetKind kind = TargetKind.Detect)
    {
        string message = Assert.Throws<DataException>(() => Read(text, kind)).Message;
        Assert.StartsWith(Path.Combine(_folder.Path, "file.csv"), message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        return message[Path.Combine(_folder.Path, "file.csv").Length..];
    }

    /// <summary>Twelve rows of two features and a last cell.</summary>
    private static string Rows(Func<int, string> last, char separator = ',', string end = "\n") => string.Concat(
        Enumerable.Range(0, 12).Select(i => $"{i}{separator}{i}.5{separator}{last(i)}{end}"));

    private static string Label(int i) => i % 3 == 0 ? "yes" : "no";

    [Fact]
    public void Text_in_the_last_column_is_a_class()
    {
        DataSet data = Read(Rows(Label));
        Assert.Equal((2, 12), (data.Features, data.Count));
        Assert.Equal(["no", "yes"], data.ClassNames);
        Assert.Equal([1, 0, 0, 1], data.Classes[..4]);
        Assert.Equal([0, 0.5f, 1, 1.5f], data.Inputs[..4]);
        Assert.Empty(data.FeatureNames);
        Assert.Equal(Path.Combine(_folder.Path, "file.csv"), data.Name);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_separator_and_the_header_are_found(char separator)
    {
        DataSet data = Read($"width{separator}height{separator}kind\n" + Rows(Label, separator));
        Assert.Equal(["width", "height"], data.FeatureNames);
        Assert.Equal(12, data.Count);
        Assert.Equal(["no", "yes"], data.ClassNames);
    }

    [Fact]
    public void Quotes_may_hold_separators_quotes_and_ends_of_line()
    {
        DataSet data = Read("\"a, b\",\"the \"\"c\"\"\nin cm\",d\n" + Rows(i => i % 2 == 0 ? "\"x, y\"" : " \"z\" "));
        Assert.Equal(["a, b", "the \"c\"\nin cm"], data.FeatureNames);
        Assert.Equal(["x, y", "z"], data.ClassNames);
    }

    [Theory]
    [InlineData("\"a\";\"b\";\"c\"\n")]
    [InlineData("size, in cm;weight, in kg;kind\n")]
    public void A_semicolon_goes_before_a_comma(string header) =>
        Assert.Equal(2, Read(header + Rows(Label, ';')).Features);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n\n")]
    [InlineData("  \n")]
    public void Any_end_of_line_will_do_and_blank_lines_are_skipped(string end)
    {
        Assert.Equal(12, Read(Rows(Label, end: end)).Count);
        Assert.Equal(12, Read(Rows(Label, end: end).TrimEnd()).Count);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_cell() =>
        Assert.Equal(12, Read("\uFEFF" + Rows(Label)).Count);

    [Fact]
    public void Whole_numbers_are_classes_in_the_order_of_numbers()
    {
        DataSet data = Read(Rows(i => (i % 4) switch { 0 => "10", 1 => "9", 2 => "-1", _ => "9.0" }));
        Assert.Equal(["-1", "9", "10"], data.ClassNames);
        Assert.Equal([2, 1, 0, 1], data.Classes[..4]);
    }

    [Fact]
    public void Twenty_different_whole_numbers_are_classes_and_twenty_one_are_numbers()
    {
        static string Many(int count) =>
            string.Concat(Enumerable.Range(0, 3 * count).Select(i => $"{i},{i % count}\n"));
        Assert.Equal(20, Read(Many(20)).ClassNames.Count);
        DataSet numbers = Read(Many(21));
        Assert.False(numbers.IsClassification);
        Assert.Equal([0, 1, 2], numbers.Targets[..3]);
    }

    [Fact]
    public void Other_numbers_are_targets()
    {
        DataSet data = Read(Rows(i => i % 2 == 0 ? "1" : "-2.5e-1"));
        Assert.Equal([1, -0.25f], data.Targets[..2]);
        Assert.Empty(data.Classes);
        Assert.Equal(2, data.Split(1).Test.Targets.Length);
    }

    [Fact]
    public void The_kind_of_target_can_be_chosen()
    {
        Assert.Equal([0f, 1f, 0f], Read(Rows(i => $"{i % 2}"), TargetKind.Number).Targets[..3]);
        Assert.Equal(["0.5", "1.5"], Read(Rows(i => $"{i % 2}.5"), TargetKind.Class).ClassNames);
        Assert.Equal(["0,5", "1,5"], Read(Rows(i => $"{i % 2},5", ';'), TargetKind.Class).ClassNames);
        Assert.Equal(", line 1, column 3: 'yes' is not a number.", Failure(Rows(Label), TargetKind.Number));
    }

    [Fact]
    public void Text_beside_whole_numbers_is_a_class() =>
        Assert.Equal(["1", "2", "other"], Read(Rows(i => i % 3 == 0 ? "other" : $"{i % 3}")).ClassNames);

    [Theory]
    [InlineData("", ": the file is empty.")]
    [InlineData("\n \n", ": the file is empty.")]
    [InlineData("a,b,c\n", ": after its header the file is empty.")]
    [InlineData("1\n2\n", ", line 1: one column is not enough; the last is the class or the target.")]
    [InlineData("\na,b,c\n1,2,x\n1,2\n", ", line 4: the row has 2 columns where line 2 has 3.")]
    [InlineData("1,2,x\n1\n", ", line 2: the row has 1 column where line 1 has 3.")]
    [InlineData("1,2,x\n1,2,x,4\n", ", line 2: the row has 4 columns where line 1 has 3.")]
    [InlineData("1,2,x\n1,two,x\n", ", line 2, column 2: 'two' is not a number.")]
    [InlineData("?,2,x\n1,2,x\n", ", line 1, column 1: '?' is not a number.")]
    [InlineData("1,2,x\n,2,x\n", ", line 2, column 1: the cell is empty.")]
    [InlineData("1,2,x\n1,NaN,x\n", ", line 2, column 2: 'NaN' is not a finite number.")]
    [InlineData("1,2,x\n-inf,2,x\n", ", line 2, column 1: '-inf' is not a finite number.")]
    [InlineData("1,2,x\n1,1e39,x\n", ", line 2, column 2: '1e39' is not a finite number.")]
    [InlineData("1,2,x\n1,0x10,x\n", ", line 2, column 2: '0x10' is not a number.")]
    [InlineData("a;b;c\n0,5;1,25;x\n", ", line 2, column 1: '0,5' has a decimal comma; write 0.5 instead.")]
    [InlineData("1;2;x\n1;-1,25e3;x\n", ", line 2, column 2: '-1,25e3' has a decimal comma; write -1.25e3 instead.")]
    [InlineData("1,2,x\n1,\"2,x\n", ", line 2: a quote is opened and never closed.")]
    [InlineData("1,2,x\n1,\"2\"5,x\n", ", line 2: '5' follows a closing quote.")]
    [InlineData("\"a\nb\",c,x\n\"a\"b,2,x\n", ", line 3: 'b' follows a closing quote.")]
    [InlineData("1,2,x\n1,2,y\n", ": at least 10 rows are needed, and there are 2.")]
    public void A_broken_file_is_named_with_place_and_problem(string text, string problem) =>
        Assert.Equal(problem, Failure(text));

    public static TheoryData<string, string> BadTargets => new()
    {
        { Rows(_ => "yes"), ": every row is of class 'yes', so there is nothing to learn." },
        { Rows(_ => "3"), ": every row is of class '3', so there is nothing to learn." },
        { Rows(_ => "3.5"), ": every target is 3.5, so there is nothing to learn." },
        {
            Rows(i => i == 4 ? "maybe" : Label(i)),
            ", line 5, column 3: class 'maybe' has this row only, and needs one to train on and one to test on."
        },
        { Rows(i => i == 4 ? "" : Label(i)), ", line 5, column 3: the cell is empty." },
        { Rows(i => i == 4 ? "?" : $"{i}.5"), ", line 5, column 3: '?' is text in a column of numbers such as 0.5." },
        { Rows(i => i == 4 ? "nan" : $"{i}.5"), ", line 5, column 3: 'nan' is not a finite number." },
        { Rows(i => i == 4 ? "inf" : $"{i % 2}"), ", line 5, column 3: 'inf' is not a finite number." },
        { Rows(i => $"{i},5", ';'), ", line 1, column 3: '0,5' has a decimal comma; write 0.5 instead." },
    };

    [Theory]
    [MemberData(nameof(BadTargets))]
    public void A_last_column_that_cannot_be_learned_is_refused(string text, string problem) =>
        Assert.Equal(problem, Failure(text));

    [Fact]
    public void A_missing_file_and_a_folder_are_refused()
    {
        string missing = Path.Combine(_folder.Path, "missing.csv");
        Assert.Equal($"{missing}: there is no such file or folder.",
            Assert.Throws<DataException>(() => CsvFile.Read(missing, TargetKind.Detect)).Message);
        Assert.Equal($"{_folder.Path}: this is a folder, not a file.",
            Assert.Throws<DataException>(() => CsvFile.Read(_folder.Path, TargetKind.Detect)).Message);
    }
}
