using Hillock.Lab.Experiments.Shared;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>The polygons of the plane on which every unit of a network with two inputs stays on one straight piece.</summary>
internal static class PlaneCells
{
    /// <summary>Cuts a square unit by unit, layer by layer; exact but for rounding.</summary>
    /// <param name="hidden">The hidden layers with their activations.</param>
    /// <param name="low">The lower ends of the square.</param>
    /// <param name="high">Its upper ends.</param>
    public static IReadOnlyList<PlaneCell> Of(
        IEnumerable<(AffineMap Map, StraightPieces Activation)> hidden, double low, double high)
    {
        List<Cell> cells =
        [
            new(new([low, high, high, low], [low, low, high, high]), [new(1, 0, 0), new(0, 1, 0)], 0),
        ];
        foreach (var (layer, activation) in hidden)
            cells = [.. cells.SelectMany(cell => Cut(cell, Through(cell.Units, layer), activation))];
        return [.. cells.Select(cell => new PlaneCell(cell.Area.X, cell.Area.Y, cell.Pieces))];
    }

    private static IEnumerable<Cell> Cut(Cell cell, Plane[] pre, StraightPieces activation)
    {
        List<Polygon> parts = [cell.Area];
        foreach (var unit in pre)
            foreach (var point in activation.Breaks)
                parts = [.. parts.SelectMany(part => part.Cut(unit with { Offset = unit.Offset - point }))];
        return parts.Select(part => Activate(part, cell.Pieces, pre, activation));
    }

    private static Cell Activate(Polygon area, int piecesBefore, Plane[] pre, StraightPieces activation)
    {
        var (x, y) = area.Middle;
        int[] pieces = [.. pre.Select(unit => activation.PieceAt(unit.At(x, y)))];
        Plane[] units =
        [
            .. pre.Zip(pieces, (unit, piece) => unit.Scaled(activation.Slopes[piece], activation.Offsets[piece])),
        ];
        return new(area, units, piecesBefore + pieces.Sum());
    }

    private static Plane[] Through(Plane[] units, AffineMap layer)
    {
        var x = layer.Apply([.. units.Select(unit => unit.X)], withShift: false);
        var y = layer.Apply([.. units.Select(unit => unit.Y)], withShift: false);
        var offsets = layer.Apply([.. units.Select(unit => unit.Offset)], withShift: true);
        return [.. Enumerable.Range(0, layer.Outputs).Select(i => new Plane(x[i], y[i], offsets[i]))];
    }

    private sealed record Cell(Polygon Area, Plane[] Units, int Pieces);

    /// <summary>X·x + Y·y + Offset.</summary>
    private readonly record struct Plane(double X, double Y, double Offset)
    {
        public double At(double x, double y) => (X * x) + (Y * y) + Offset;

        public Plane Scaled(double slope, double offset) => new(slope * X, slope * Y, (slope * Offset) + offset);
    }

    /// <summary>A convex polygon.</summary>
    private sealed record Polygon(double[] X, double[] Y)
    {
        // A corner that near to a line is on it.
        private const double Rounding = 1e-11;

        public (double X, double Y) Middle => (X.Average(), Y.Average());

        /// <summary>The parts below and above 0; itself where it is on one side.</summary>
        public IEnumerable<Polygon> Cut(Plane line)
        {
            int[] sides = [.. X.Zip(Y, (x, y) => SideOf(line, x, y))];
            return sides.Contains(-1) && sides.Contains(1) ? [Side(line, sides, -1), Side(line, sides, 1)] : [this];
        }

        private static int SideOf(Plane line, double x, double y)
        {
            var size = Math.Abs(line.X * x) + Math.Abs(line.Y * y) + Math.Abs(line.Offset);
            var value = line.At(x, y);
            return Math.Abs(value) <= Rounding * size ? 0 : Math.Sign(value);
        }

        private Polygon Side(Plane line, int[] sides, int side)
        {
            var (x, y) = (new List<double>(), new List<double>());
            for (var i = 0; i < X.Length; i++)
            {
                var next = (i + 1) % X.Length;
                if (sides[i] != -side)
                    Add(X[i], Y[i]);
                if (sides[i] * sides[next] >= 0)
                    continue;
                var (here, there) = (line.At(X[i], Y[i]), line.At(X[next], Y[next]));
                var share = here / (here - there);
                Add(X[i] + (share * (X[next] - X[i])), Y[i] + (share * (Y[next] - Y[i])));
            }

            return new([.. x], [.. y]);

            void Add(double cornerX, double cornerY)
            {
                x.Add(cornerX);
                y.Add(cornerY);
            }
        }
    }
}

/// <summary>A polygon on which a network is linear.</summary>
/// <param name="X">Its corners.</param>
/// <param name="Y">Its corners.</param>
/// <param name="Pieces">The numbers of the pieces that the units are on, added up: neighbours differ in it.</param>
internal sealed record PlaneCell(double[] X, double[] Y, int Pieces);
