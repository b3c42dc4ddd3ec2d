using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Pieces;

/// <summary>Joins neighbouring undecided cells, and finds the one zero that many of them hide: at the boundary of two
/// cells rounding hides the sign on both sides of it.</summary>
internal static class Clusters
{
    /// <summary>The cells with each run of undecided ones as one, resolved where that is possible.</summary>
    public static IReadOnlyList<SignCell> Resolve(
        IReadOnlyList<SignCell> cells, EnclosedFunction function, EnclosedFunction slope)
    {
        var resolved = new List<SignCell>();
        foreach (var cell in Joined(cells))
        {
            if (cell.Kind == SignKind.Undecided && TryResolve(cell, function, slope) is { } parts) resolved.AddRange(parts);
            else resolved.Add(cell);
        }

        return resolved;
    }

    private static List<SignCell> Joined(IReadOnlyList<SignCell> cells)
    {
        var joined = new List<SignCell>();
        foreach (var cell in cells)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Kind == cell.Kind && last.Sign == cell.Sign && cell.Kind != SignKind.Zero)
                joined[^1] = last with { Right = cell.Right };
            else
                joined.Add(cell);
        }

        return joined;
    }

    private static List<SignCell>? TryResolve(SignCell cell, EnclosedFunction function, EnclosedFunction slope)
    {
        if (!double.IsFinite(cell.Left) || !double.IsFinite(cell.Right)) return null;
        if (slope.Over(new(cell.Left, cell.Right)).WeakSign is not (1 or -1)) return null;
        var (first, last) = (function.Over(cell.Left).Sign, function.Over(cell.Right).Sign);
        if (first is not (1 or -1) || last != -first) return null;
        var zero = ZeroBetween.Enclose(function, cell.Left, cell.Right, first.Value);
        return
        [
            new(cell.Left, zero.Lower, SignKind.Strict, first.Value),
            new(zero.Lower, zero.Upper, SignKind.Zero, 0),
            new(zero.Upper, cell.Right, SignKind.Strict, last.Value),
        ];
    }
}
