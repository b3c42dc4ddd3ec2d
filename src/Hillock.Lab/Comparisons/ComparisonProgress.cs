namespace Hillock.Lab.Comparisons;

/// <summary>The end of one epoch of one run, for a progress display.</summary>
/// <param name="Function">The function, as asked for.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Epoch">The epoch that ended; 0 before training.</param>
/// <param name="Score">Test score at this point.</param>
/// <param name="EpochsDone">How many epochs this takes off the work that is left: more than 1 where a run ended
/// early.</param>
public sealed record ComparisonProgress(string Function, int Seed, int Epoch, double Score, int EpochsDone);
