using System.Text;

namespace Hillock.Lab.Data;

/// <summary>One record of a CSV file and the line it begins on, from 1.</summary>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells);

/// <summary>Takes the text of a CSV file apart: quotes, separators and ends of line, but not what cells mean.</summary>
internal sealed class CsvReader
{
    private readonly string _file;
    private readonly string _text;
    private readonly char _separator;
    private int _position;
    private int _line = 1;

    private CsvReader(string file, string text)
    {
        _file = file;
        _text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        _separator = FindSeparator(_text);
    }

    private bool AtEnd => _position == _text.Length;

    private bool AtEndOfCell => AtEnd || _text[_position] == _separator || _text[_position] == '\n';

    /// <summary>The records that are not blank, in order.</summary>
    public static IEnumerable<CsvRecord> Read(string file, string text)
    {
        var reader = new CsvReader(file, text);
        while (!reader.AtEnd)
        {
            CsvRecord record = reader.NextRecord();
            if (record.Cells is not [""])
                yield return record;
        }
    }

    /// <summary>
    /// Tab, semicolon, comma, in this order: the first that occurs equally often in the first two lines, or else the
    /// first that occurs at all. The comma is last because it may be a decimal comma.
    /// </summary>
    private static char FindSeparator(string text)
    {
        string[] lines = [.. FirstLines(text, 2)];
        if (lines.Length == 0)
            return ',';
        char[] present = [.. "\t;,".Where(separator => CountUnquoted(lines[0], separator) > 0)];
        return present.Where(s => CountUnquoted(lines[^1], s) == CountUnquoted(lines[0], s))
            .Concat(present).FirstOrDefault(',');
    }

    private static IEnumerable<string> FirstLines(string text, int count)
    {
        using var reader = new StringReader(text);
        while (count > 0 && reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            count--;
            yield return line;
        }
    }

    private static int CountUnquoted(string line, char separator)
    {
        bool quoted = false;
        int count = 0;
        foreach (char c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == separator && !quoted)
                count++;
        }
        return count;
    }

    private CsvRecord NextRecord()
    {
        int line = _line;
        var cells = new List<string>();
        do
            cells.Add(NextCell());
        while (Skip(_separator));
        if (Skip('\n'))
            _line++;
        return new CsvRecord(line, cells);
    }

    private string NextCell()
    {
        SkipSpaces();
        if (Skip('"'))
            return QuotedCell();
        int start = _position;
        while (!AtEndOfCell)
            _position++;
        return _text[start.._position].Trim();
    }

    /// <summary>The rest of a quoted cell; two quotes in it stand for one.</summary>
    private string QuotedCell()
    {
        int line = _line;
        var cell = new StringBuilder();
        while (true)
        {
            if (AtEnd)
                throw new DataException($"{_file}, line {line}: a quote is opened and never closed.");
            char c = _text[_position++];
            if (c == '"' && !Skip('"'))
                break;
            if (c == '\n')
                _line++;
            cell.Append(c);
        }
        SkipSpaces();
        if (!AtEndOfCell)
            throw new DataException($"{_file}, line {_line}: '{_text[_position]}' follows a closing quote.");
        return cell.ToString().Trim();
    }

    private void SkipSpaces()
    {
        while (Skip(' '))
        {
        }
    }

    private bool Skip(char c)
    {
        bool found = !AtEnd && _text[_position] == c;
        if (found)
            _position++;
        return found;
    }
}
