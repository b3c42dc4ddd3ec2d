using System.Text.Json;
using Hillock.Lab.Reports;
using Hillock.Verification;

namespace Hillock.Cli.Commands;

/// <summary>The page of accuracies on disk, and the JSON file beside it from which it is written.</summary>
internal sealed class AccuracyPageFile
{
    private readonly string _page;
    private readonly string _records;
    private IReadOnlyList<ActivationResult> _results;

    private AccuracyPageFile(string page, string records, IReadOnlyList<ActivationResult> results)
    {
        _page = page;
        _records = records;
        _results = results;
    }

    /// <summary>The page with the results that it has, none where there is no such page yet.</summary>
    public static AccuracyPageFile Open(string path)
    {
        var records = Path.ChangeExtension(MarkdownPage.Checked(path), ".json");
        return new AccuracyPageFile(path, records, File.Exists(records) ? Read(records) : []);
    }

    public bool Has(string function, Verifier verifier) => _results.Any(r => verifier.WouldRepeat(r) && r.Function == function);

    /// <summary>Adds a result and writes both files, so that nothing finished is lost.</summary>
    public void Add(ActivationResult result)
    {
        _results = AccuracyRecords.With(_results, result);
        AtomicFile.Write(_records, AccuracyRecords.ToJson(_results) + "\n");
        AtomicFile.Write(_page, AccuracyPage.Render(_results));
    }

    private static IReadOnlyList<ActivationResult> Read(string path)
    {
        try
        {
            return AccuracyRecords.FromJson(File.ReadAllText(path));
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}: these are no results of hillock verify ({e.Message})");
        }
    }
}
