using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>The expressions at whose zeros a primitive switches or is singular: one row a primitive that
/// does.</summary>
internal static class SingularParts
{
    private const int MostSteps = 64;

    /// <summary>The points where one operation of a formula may switch or be singular.</summary>
    /// <exception cref="NotDecidedException">They are infinitely many, or cannot be found.</exception>
    public static IEnumerable<Breakpoint> PointsOf(Operation o) => Of(o).SelectMany(Zeros.Of);

    private static IEnumerable<Expression> Of(Operation o) => o.Primitive switch
    {
        Primitive.Abs or Primitive.Sign or Primitive.Log or Primitive.Sqrt => [o[0]],
        Primitive.Log1p => [o[0] + 1],
        Primitive.Min or Primitive.Max or Primitive.Less or Primitive.LessOrEqual or Primitive.Greater
            or Primitive.GreaterOrEqual => [o[0] - o[1]],
        Primitive.Clamp => [o[0] - o[1], o[0] - o[2]],
        Primitive.Divide => [o[1]],
        Primitive.Power when !IsWholePower(o[1]) => [o[0]],
        Primitive.Floor => Steps(o[0]),
        Primitive.Tan => throw new NotDecidedException("tan has infinitely many poles"),
        _ => [],
    };

    private static bool IsWholePower(Expression exponent) =>
        !exponent.DependsOnX && Expansion.At(exponent, Number.Zero).AsRational is { IsInteger: true, Sign: >= 0 };

    // A bounded argument passes finitely many whole numbers.
    private static IEnumerable<Expression> Steps(Expression argument)
    {
        var range = new EnclosedFunction(argument).Over(Interval.Entire);
        if (!range.IsBounded || range.Upper - range.Lower > MostSteps)
            throw new NotDecidedException("floor has infinitely many steps");
        for (var step = Math.Ceiling(range.Lower); step <= range.Upper; step++) yield return argument - step;
    }
}
