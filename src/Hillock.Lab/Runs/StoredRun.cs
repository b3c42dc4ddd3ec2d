namespace Hillock.Lab.Runs;

/// <summary>One run of a store, without its curves.</summary>
public sealed record StoredRun
{
    /// <summary>The number by which the store knows it; never given twice.</summary>
    public required long Id { get; init; }

    /// <summary>The function as it was asked for.</summary>
    public required string Function { get; init; }

    /// <summary>The data set as it was asked for.</summary>
    public required string Data { get; init; }

    /// <summary>The seed of weights, split and batch order.</summary>
    public required int Seed { get; init; }

    /// <summary>The score on the test set after the last epoch; null where the run diverged.</summary>
    public required double? Score { get; init; }

    /// <summary>The epoch in which the loss stopped being finite, or null.</summary>
    public required int? DivergedAtEpoch { get; init; }

    /// <summary>Time spent in training steps.</summary>
    public required TimeSpan TrainingTime { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>The version of the code that trained it, for people.</summary>
    public required string Code { get; init; }

    /// <summary>The machine that trained it.</summary>
    public required string Machine { get; init; }

    /// <summary>All that the result depends on.</summary>
    public required RunConfiguration Configuration { get; init; }
}
