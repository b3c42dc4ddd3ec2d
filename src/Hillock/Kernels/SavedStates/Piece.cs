using Hillock.Expressions;

namespace Hillock.Kernels.SavedStates;

/// <summary>A part of the real line between two neighbouring switches, and the formula without switches there.</summary>
/// <param name="Left">Its left end, or −∞.</param>
/// <param name="Right">Its right end, or +∞.</param>
/// <param name="Formula">f, smooth.</param>
/// <param name="Values">The values of the parameters.</param>
internal sealed record Piece(
    double Left, double Right, Expression Formula, IReadOnlyDictionary<string, double> Values)
{
    /// <summary>Far out, where limits are looked for.</summary>
    private const double FarOut = 1e15;

    /// <summary>f′.</summary>
    public Expression Slope { get; } = Derivative.WithRespectToX(Formula);

    /// <summary>A point inside.</summary>
    public double Inside => InsideOf(Left, Right);

    /// <summary>Whether f is constant.</summary>
    public bool IsConstant => HasConstantSlope && SlopeInside == 0;

    public bool HasConstantSlope => !Slope.DependsOnX;

    /// <summary>f′ at <see cref="Inside"/>.</summary>
    public double SlopeInside => PlainEvaluation.Evaluate(Slope, Inside, Values);

    /// <summary>The limits of f at both ends, the smaller first.</summary>
    public (double Low, double High) Image
    {
        get
        {
            var (left, right) = (ValueAt(Left), ValueAt(Right));
            return (Math.Min(left, right), Math.Max(left, right));
        }
    }

    /// <summary>Whether an expression that is constant or linear in x is above 0 in all of the piece.</summary>
    public bool IsPositive(Expression e) =>
        PlainEvaluation.Evaluate(e, Inside, Values) > 0
        && PlainEvaluation.Evaluate(e, Math.Max(Left, -FarOut), Values) >= 0
        && PlainEvaluation.Evaluate(e, Math.Min(Right, FarOut), Values) >= 0;

    /// <summary>The pieces of a formula, from left to right, or null where it has a part that cannot be resolved.</summary>
    public static IReadOnlyList<Piece>? Cut(
        Expression formula, IReadOnlyList<double> switches, IReadOnlyDictionary<string, double> values)
    {
        if (formula.Any(node => node is Operation { Primitive: Primitive.Floor, DependsOnX: true })) return null;
        double[] ends = [double.NegativeInfinity, .. switches.Order(), double.PositiveInfinity];
        return
        [
            .. ends.Zip(ends.Skip(1)).Select(pair => new Piece(
                pair.First, pair.Second, Resolve(formula, InsideOf(pair.First, pair.Second), values), values)),
        ];
    }

    private static double InsideOf(double left, double right) =>
        double.IsFinite(left) && double.IsFinite(right) ? (left / 2) + (right / 2)
        : double.IsFinite(left) ? left + Math.Max(1, Math.Abs(left))
        : double.IsFinite(right) ? right - Math.Max(1, Math.Abs(right))
        : 0.7;

    // Each switch stands as it does at a point of the piece.
    private static Expression Resolve(Expression formula, double at, IReadOnlyDictionary<string, double> values)
    {
        return Simplifier.Simplify(formula.Transform(node => node is Operation o ? Branch(o) : node));

        Expression Branch(Operation o) => o.Primitive switch
        {
            Primitive.Where => At(o[0]) != 0 ? o[1] : o[2],
            Primitive.Max => At(o[0]) > At(o[1]) ? o[0] : o[1],
            Primitive.Min => At(o[0]) < At(o[1]) ? o[0] : o[1],
            Primitive.Clamp => At(o[0]) > At(o[2]) ? o[2] : At(o[0]) < At(o[1]) ? o[1] : o[0],
            Primitive.Abs when o.DependsOnX => At(o[0]) < 0 ? -o[0] : o[0],
            Primitive.Sign when o.DependsOnX => Math.Sign(At(o[0])),
            _ => o,
        };

        double At(Expression e) => PlainEvaluation.Evaluate(e, at, values);
    }

    private double ValueAt(double x)
    {
        if (double.IsFinite(x)) return PlainEvaluation.Evaluate(Formula, x, Values);
        var limit = PlainEvaluation.Evaluate(Formula, x, Values);
        if (!double.IsNaN(limit)) return limit;
        var far = PlainEvaluation.Evaluate(Formula, Math.CopySign(FarOut, x), Values);
        return Math.Abs(far) > Math.Sqrt(FarOut) ? Math.CopySign(double.PositiveInfinity, far) : far;
    }
}
