namespace Hillock.Lab.Laboratory;

/// <summary>Something of which an experiment may do more or less.</summary>
/// <param name="Unit">What is counted, as the option names it: <c>updates</c>, <c>epochs</c>, <c>seeds</c>, …</param>
/// <param name="Full">How many the verdict is about.</param>
/// <param name="Quick">How many a quick run takes.</param>
public sealed record Length(string Unit, int Full, int Quick)
{
    /// <summary>All units that an experiment may have.</summary>
    public static IReadOnlyList<string> Units { get; } = [Updates, Epochs, Seeds, Width];

    /// <summary>Steps of the optimiser.</summary>
    public const string Updates = "updates";

    /// <summary>Passes over the training examples.</summary>
    public const string Epochs = "epochs";

    /// <summary>Repetitions, each from its own seed.</summary>
    public const string Seeds = "seeds";

    /// <summary>Units of a hidden layer.</summary>
    public const string Width = "width";
}
