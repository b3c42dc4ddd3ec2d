namespace Hillock.Analysis.Pieces;

/// <summary>A question about a function that the analysis cannot answer; the message says why.</summary>
internal sealed class UndecidedException(string reason) : Exception(reason);
