using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Pieces;

/// <summary>A stretch on which f⁽ⁿ⁾ rises, falls or stays.</summary>
/// <param name="From">Encloses its left end.</param>
/// <param name="To">Encloses its right end.</param>
/// <param name="Direction">1, −1 or 0; null where undecided.</param>
/// <param name="IsStrict">Whether it nowhere stays; only for 1 and −1.</param>
internal sealed record Run(Interval From, Interval To, int? Direction, bool IsStrict);

/// <summary>What f⁽ⁿ⁾ does between two runs.</summary>
/// <param name="Steps">The signs of the steps from the left limit over values at points to the right limit; null where one
/// is undecided; none where it is continuous.</param>
internal sealed record Joint(IReadOnlyList<int?> Steps)
{
    /// <summary>Nothing: it is continuous.</summary>
    public static Joint Smooth { get; } = new([]);

    /// <summary>Whether all steps are known to go this way or to be none.</summary>
    public bool GoesOnly(int direction) => Steps.All(step => step == 0 || step == direction);
}

/// <summary>The runs of f⁽ⁿ⁾ from left to right, and the joints between them: what monotonicity (n = 0) and convexity
/// (n = 1) are read from.</summary>
internal sealed class Course
{
    private readonly List<Run> _runs = [];
    private readonly List<Joint> _joints = [];
    private readonly List<Joint> _edges = [];

    private Course()
    {
    }

    /// <summary>The runs; where f is not defined on the whole line, those on its domain.</summary>
    public IReadOnlyList<Run> Runs => _runs;

    /// <summary>The joint after each run but the last.</summary>
    public IReadOnlyList<Joint> Joints => _joints;

    /// <summary>The runs of f⁽ⁿ⁾.</summary>
    public static Course Of(Shape shape, int order)
    {
        var course = new Course();
        SmoothPiece? before = null;
        foreach (var piece in shape.Function.Pieces)
        {
            if (before is not null) course._joints.Add(Between(shape, before, piece, order));
            course.AddPiece(shape, piece, order);
            before = piece;
        }

        if (order == 0) course._edges.AddRange(shape.Function.Seams.Where(IsEdge).Select(seam => EdgeOf(shape, seam)));
        return course;
    }

    /// <summary>Whether f⁽ⁿ⁾ goes up (or down) for certain somewhere.</summary>
    public bool Goes(int direction) =>
        _runs.Exists(run => run.Direction == direction && run.IsStrict)
        || _joints.Concat(_edges).Any(joint => joint.Steps.Contains(direction));

    /// <summary>Whether f⁽ⁿ⁾ for certain never goes the other way.</summary>
    public bool GoesOnly(int direction) =>
        _runs.TrueForAll(run => run.Direction == 0 || run.Direction == direction)
        && _joints.Concat(_edges).All(joint => joint.GoesOnly(direction));

    /// <summary>Whether it is known not to stay anywhere.</summary>
    public bool IsStrict => _runs.TrueForAll(run => run.Direction is 1 or -1 && run.IsStrict);

    /// <summary>Whether it stays the same somewhere for certain.</summary>
    public bool Stays => _runs.Exists(run => run.Direction == 0);

    private void AddPiece(Shape shape, SmoothPiece piece, int order)
    {
        var cells = shape.Signs(piece, order + 1);
        var isFirst = true;
        var from = piece.Left ?? Interval.Entire;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Kind == SignKind.Zero) continue;
            if (!isFirst) _joints.Add(Joint.Smooth);
            isFirst = false;
            var to = i + 1 == cells.Count ? piece.Right
                : cells[i + 1].Kind == SignKind.Zero ? new Interval(cells[i + 1].Left, cells[i + 1].Right)
                : cells[i].Right;
            _runs.Add(RunOf(shape, piece, order, cells[i], from, to ?? Infinity(1)));
            from = to ?? from;
        }
    }

    private static Run RunOf(Shape shape, SmoothPiece piece, int order, SignCell cell, Interval from, Interval to)
    {
        if (double.IsNegativeInfinity(cell.Left)) from = Infinity(-1);
        if (!cell.HasSign) return new(from, to, null, false);
        var isStrict = cell.Sign != 0 && (cell.Kind == SignKind.Strict || shape.IsSomewhereNotZero(piece, order + 1));
        return new(from, to, cell.Sign, isStrict);
    }

    private static Interval Infinity(int sign) => new(sign * double.PositiveInfinity, sign * double.PositiveInfinity);

    private static Joint Between(Shape shape, SmoothPiece left, SmoothPiece right, int order)
    {
        var seams = shape.Function.Seams
            .Where(seam => seam.At.Lower >= left.Right!.Value.Lower && seam.At.Upper <= right.Left!.Value.Upper)
            .ToList();
        if (order == 0 && seams is [{ IsContinuous: true }]) return Joint.Smooth;
        var levels = new List<Interval?> { left.Limit(order, right: true)?.Value };
        if (order == 0) levels.AddRange(seams.Where(seam => !seam.Value.IsEmpty).Select(seam => (Interval?)seam.Value));
        levels.Add(right.Limit(order, right: false)?.Value);
        if (order == 0 && seams is [{ At.IsPoint: false }] && IsBetween(levels)) levels.RemoveAt(1);
        var joint = new Joint([.. levels.Skip(1).Select((level, i) => Step(levels[i], level))]);
        var isHidden = order > 0 && joint.Steps.Contains(null) && seams is [var seam] && shape.Function.JoinsSmoothly(seam.At, order);
        return isHidden ? Joint.Smooth : joint;
    }

    // A point of the domain with no piece on one side, as 0 is for √x.
    private static bool IsEdge(Seam seam) => !seam.Value.IsEmpty && (seam.Left is null) != (seam.Right is null);

    private static Joint EdgeOf(Shape shape, Seam seam)
    {
        if (!Switches.MayJump(shape.Function.Formula)) return Joint.Smooth;
        return new([seam.Left is null ? Step(seam.Value, seam.After?.Value) : Step(seam.Before?.Value, seam.Value)]);
    }

    // Where the point is not a double, all values near it enclose the one at it.
    private static bool IsBetween(List<Interval?> levels) =>
        levels is [{ IsPoint: true } a, { } value, { IsPoint: true } b] && Interval.Hull(a, b).Contains(value);

    private static int? Step(Interval? from, Interval? to)
    {
        if (from is not { } a || to is not { } b) return null;
        if (a.Upper < b.Lower) return 1;
        if (a.Lower > b.Upper) return -1;
        return a.IsPoint && b.IsPoint ? 0 : null;
    }
}
