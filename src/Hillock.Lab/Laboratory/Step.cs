namespace Hillock.Lab.Laboratory;

/// <summary>A piece of work whose result is kept, so that a broken experiment goes on behind it.</summary>
/// <typeparam name="T">The result: a record that JSON can hold.</typeparam>
/// <param name="Configuration">All that the result depends on, the code apart: an anonymous object or a record that JSON
/// can hold. Two steps of one configuration are one step.</param>
/// <param name="Work">Does the work. It may run beside other steps and shares nothing with them.</param>
public sealed record Step<T>(object Configuration, Func<StepProgress, T> Work)
{
    /// <summary>How much work it is, compared with the other steps of its phase.</summary>
    public double Cost { get; init; } = 1;
}

/// <summary>What a step tells and is told while it works.</summary>
/// <param name="Report">Takes the share that is done, from 0 to 1.</param>
/// <param name="Cancellation">Ends the work.</param>
public sealed record StepProgress(Action<double> Report, CancellationToken Cancellation)
{
    /// <summary>Tells that so many of so many are done, and ends the work where that was asked for.</summary>
    /// <exception cref="OperationCanceledException">The work is to end.</exception>
    public void Tell(long done, long all)
    {
        Cancellation.ThrowIfCancellationRequested();
        Report((double)done / all);
    }
}
