using Hillock.Analysis.Intervals;
using Hillock.Analysis.Limits;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>Odd, even, or neither: by the forms of the mirrored pieces, or by points that refute both.</summary>
internal static class SymmetryProperty
{
    private static readonly double[] Witnesses = [0.7, 1.9, 0.23, 3.1, 7.3, 14.2, 1];

    /// <summary>The symmetry about x = 0.</summary>
    public static Finding<Symmetry> Of(AnalysedFunction function)
    {
        var anatomy = Anatomy.Of(function);
        var (differences, sums) = (MirroredSums(anatomy, sign: -1), MirroredSums(anatomy, sign: 1));
        if (differences is not null && differences.All(d => d.IsZero))
            return new(new Symmetry(SymmetryKind.Even), Certainty.Proved, "The formula is the same in −x.");
        if (sums is not null && sums.All(s => !s.Varies && (s - sums[0]).IsZero))
            return Odd(sums[0]);
        return differences is not null && sums is not null && Differ(differences, Number.Zero) && Differ(sums, sums[0])
            ? new(new Symmetry(SymmetryKind.None), Certainty.Proved,
                "f(x) − f(−x) is not 0 on a piece, and f(x) + f(−x) is not the same number everywhere.")
            : Refuted(new EnclosedFunction(anatomy.Formula));
    }

    private static bool Differ(List<Number> numbers, Number expected) => numbers.Any(n =>
    {
        var difference = n - expected;
        return !difference.Varies && !difference.IsZero && difference.Bounds.Sign != 0;
    });

    private static Finding<Symmetry> Odd(Number twice) => twice.IsZero
        ? new(new Symmetry(SymmetryKind.Odd, 0), Certainty.Proved, "f(x) + f(−x) is 0 by its form.")
        : new(new Symmetry(SymmetryKind.OddAboutAPoint, twice.Bounds.Middle / 2), Certainty.Proved,
            $"f(x) + f(−x) is {twice} by its form.");

    // f(x) ± f(−x), piece by piece and at the points between; null where the pieces are not mirrored or have no form.
    private static List<Number>? MirroredSums(Anatomy anatomy, int sign)
    {
        if (anatomy.Form.Value is not { } form || anatomy.Junctions.Value is not { } junctions)
            return SumOfWhole(anatomy.Formula, sign);
        try
        {
            var sums = new List<Number>();
            for (var i = 0; i < form.Pieces.Count; i++)
            {
                if (form.Pieces[i] is not { } piece || form.Pieces[^(i + 1)] is not { } mirrored) return null;
                sums.Add(Sum(piece, mirrored, sign));
            }

            for (var i = 0; i < junctions.Count; i++)
            {
                var (point, other) = (junctions[i], junctions[^(i + 1)]);
                if (point.Point.Exact is not { } at || other.Point.Exact is not { } opposite || !(at + opposite).IsZero)
                    return null;
                if (point.IsUndefined && other.IsUndefined) continue;
                if (point.Value is not { } value || other.Value is not { } mirroredValue) return null;
                sums.Add(value + (sign * mirroredValue));
            }

            return sums;
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return null;
        }
    }

    private static List<Number>? SumOfWhole(Expression f, int sign)
    {
        try
        {
            return [Sum(f, f, sign)];
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return null;
        }
    }

    private static Number Sum(Expression piece, Expression mirrored, int sign) =>
        CanonicalForm.Of(StableRules.Recognise(piece)) + (sign * CanonicalForm.Of(StableRules.Recognise(mirrored).Substitute(-Expression.X)));

    private static Finding<Symmetry> Refuted(EnclosedFunction f)
    {
        double? notEven = null, notOdd = null, notCentred = null;
        Interval? twice = null;
        foreach (var x in Witnesses)
        {
            var (right, left) = (f.Over(x), f.Over(-x));
            if (right.IsEmpty != left.IsEmpty && (right.Decoration == Decoration.Continuous
                || left.Decoration == Decoration.Continuous))
                return new(new Symmetry(SymmetryKind.None), Certainty.Proved,
                    FormattableString.Invariant($"It is defined at only one of {x} and -{x}."));
            if (right.IsEmpty || left.IsEmpty || right.Decoration == Decoration.Unknown
                || left.Decoration == Decoration.Unknown)
                continue;
            if ((right - left).Sign is 1 or -1) notEven ??= x;
            if ((right + left).Sign is 1 or -1) notOdd ??= x;
            if (twice is { } before && (right + left - before).Sign is 1 or -1) notCentred ??= x;
            twice ??= right + left;
        }

        return (notEven, notOdd, notCentred) switch
        {
            ({ } a, { } b, { } c) => new(new Symmetry(SymmetryKind.None), Certainty.Proved,
                FormattableString.Invariant($"f({a}) is not f(-{a}), f({b}) is not -f(-{b}), and f(x) + f(-x) differs between {Witnesses[0]} and {c}.")),
            _ => new(null, Certainty.NotDecided, "Not decided: no symmetry is found in the formula, and the points tried refute none."),
        };
    }
}
