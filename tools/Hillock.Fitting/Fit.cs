using Hillock.Precision;

namespace Hillock.Fitting;

/// <summary>A function to be approximated by a polynomial on an interval.</summary>
/// <param name="Name">The name of the coefficients.</param>
/// <param name="Function">The function.</param>
/// <param name="From">Left end.</param>
/// <param name="To">Right end.</param>
/// <param name="Degree">Degree of the polynomial.</param>
/// <param name="IsSingle">Whether the coefficients are rounded to float rather than to double.</param>
/// <param name="Meaning">What the kernel computes with it.</param>
/// <param name="IsMonic">Whether the polynomial is divided by its leading coefficient, which is written beside it: the
/// kernel adds where it would have to multiply.</param>
internal sealed record Fit(
    string Name,
    Func<BigReal, BigReal> Function,
    double From,
    double To,
    int Degree,
    bool IsSingle,
    string Meaning,
    bool IsMonic = false)
{
    private const int Samples = 400;

    /// <summary>The coefficients in order of increasing degree, rounded to the element type.</summary>
    /// <remarks>Interpolation at the Chebyshev nodes: within a small factor of the best polynomial.</remarks>
    /// <returns>The coefficients, and what a monic polynomial is to be multiplied by; 1 for others.</returns>
    public (double[] Coefficients, double Scale) Coefficients()
    {
        var polynomial = Interpolate();
        var scale = IsMonic ? polynomial[^1] : BigReal.One;
        return ([.. polynomial.Select(c => IsSingle ? (c / scale).ToSingle() : (c / scale).ToDouble())], scale.ToDouble());
    }

    /// <summary>The largest relative error of the rounded polynomial over the interval, seen at many points.</summary>
    public double WorstError(double[] coefficients, double scale) => Enumerable.Range(0, Samples + 1)
        .Select(i => (BigReal)(From + ((To - From) * i / Samples)))
        .Where(x => x.Sign != 0)
        .Max(x => Math.Abs(((scale * Evaluate(coefficients, x) / Function(x)) - 1).ToDouble()));

    internal static BigReal Evaluate(double[] coefficients, BigReal x) =>
        coefficients.Reverse().Aggregate(BigReal.Zero, (sum, c) => (sum * x) + c);

    // Newton's divided differences, expanded into powers of x.
    private BigReal[] Interpolate()
    {
        var count = Degree + 1;
        var nodes = Enumerable.Range(0, count).Select(Node).ToArray();
        var differences = nodes.Select(Function).ToArray();
        for (var j = 1; j < count; j++)
            for (var i = count - 1; i >= j; i--)
                differences[i] = (differences[i] - differences[i - 1]) / (nodes[i] - nodes[i - j]);

        BigReal[] polynomial = [differences[^1]];
        for (var i = count - 2; i >= 0; i--) polynomial = TimesLinear(polynomial, nodes[i], differences[i]);
        return polynomial;
    }

    private BigReal Node(int k)
    {
        var cos = BigMath.Cos(BigMath.Pi * ((2 * k) + 1) / (2 * (Degree + 1)));
        return (((BigReal)From + To) / 2) + (((BigReal)To - From) / 2 * cos);
    }

    // p(x) · (x − node) + constant
    private static BigReal[] TimesLinear(BigReal[] p, BigReal node, BigReal constant)
    {
        var product = new BigReal[p.Length + 1];
        Array.Fill(product, BigReal.Zero);
        for (var k = 0; k < p.Length; k++)
        {
            product[k + 1] += p[k];
            product[k] -= p[k] * node;
        }

        product[0] += constant;
        return product;
    }
}
