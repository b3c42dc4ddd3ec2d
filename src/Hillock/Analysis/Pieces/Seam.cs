using Hillock.Analysis.Ends;
using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Pieces;

/// <summary>A point between two pieces: where a switch changes sides, or the function ceases to be defined.</summary>
/// <param name="At">Encloses the point.</param>
/// <param name="Left">The piece on the left, null where the function is undefined there.</param>
/// <param name="Right">The piece on the right, null where the function is undefined there.</param>
/// <param name="Value">Encloses f at the point; empty where it is undefined there.</param>
/// <param name="Before">The limit from the left, where one is known.</param>
/// <param name="After">The limit from the right, where one is known.</param>
/// <param name="IsContinuous">Whether both limits are f at the point; null where undecided.</param>
internal sealed record Seam(
    Interval At, SmoothPiece? Left, SmoothPiece? Right, Interval Value, EndLimit? Before, EndLimit? After,
    bool? IsContinuous);
