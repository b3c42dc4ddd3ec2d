using System.Globalization;
using Hillock.Expressions;

namespace Hillock.Analysis.Pieces;

/// <summary>Simplifies without rounding.</summary>
/// <remarks>
/// The simplifier joins the numbers of a product, and 1.7159·0.67 is no double: a limit proved of the result would be
/// one of a neighbouring function. Named numbers are left alone, so numbers with many digits get a name here. Short
/// ones, such as 2 or 0.75, stay as they are: their sums and products are exact.
/// </remarks>
internal static class ExactNumbers
{
    // Three such factors fit into the 53 bits of a double.
    private const int BitsOfShortNumbers = 16;

    /// <summary>The simplified expression, with a name for each long number.</summary>
    public static Expression Simplify(Expression expression) => Simplifier.Simplify(expression.Transform(
        node => node is Constant { Name: null } c && !IsShort(c.Value) ? Named(c.Value) : node));

    private static bool IsShort(double value)
    {
        if (value == 0) return true;
        var trailing = Math.Min(52, System.Numerics.BitOperations.TrailingZeroCount(BitConverter.DoubleToUInt64Bits(value)));
        return 53 - trailing <= BitsOfShortNumbers && Math.Abs(value) is > 1e-9 and < 1e9;
    }

    private static Constant Named(double value) => new(value, value.ToString("R", CultureInfo.InvariantCulture));
}
