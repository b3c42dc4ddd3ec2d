namespace Hillock.Verification;

/// <summary>Adds up what several threads have done.</summary>
internal sealed class WorkDone(long total, IProgress<double>? progress)
{
    private long _done;

    public void Add(long inputs)
    {
        var done = Interlocked.Add(ref _done, inputs);
        progress?.Report((double)done / total);
    }
}
