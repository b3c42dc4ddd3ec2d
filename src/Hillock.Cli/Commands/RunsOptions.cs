using System.CommandLine;
using Hillock.Lab.Runs;

namespace Hillock.Cli.Commands;

/// <summary>Which store, and which of its runs.</summary>
internal sealed class RunsOptions
{
    private readonly Option<string?> _store = StoreOption.Create();
    private readonly Option<string?> _function = new("--function")
    {
        Description = "Only runs of this function, written as it was for 'compare'.",
        HelpName = "f",
    };
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Only runs on these data, written as they were for 'compare'.",
        HelpName = "name|file.csv",
    };
    private readonly Option<bool> _otherBuilds = new("--other-builds")
    {
        Description = "Only runs of another build of Hillock, which this one does not use again.",
    };

    public void AddTo(Command command)
    {
        command.Add(_function);
        command.Add(_data);
        command.Add(_otherBuilds);
        command.Add(_store);
    }

    public RunStore OpenStore(ParseResult parsed) =>
        RunStore.OpenExisting(StoreOption.PathOf(parsed.GetValue(_store)));

    public RunFilter Filter(ParseResult parsed) => new()
    {
        Function = parsed.GetValue(_function),
        Data = parsed.GetValue(_data),
        OtherBuilds = parsed.GetValue(_otherBuilds),
    };
}
