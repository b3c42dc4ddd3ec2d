using System.Globalization;
using System.Numerics;

namespace Hillock.Precision.Tests;

public class BigMathTests
{
    private static readonly double[] Points = [1e-300, 1e-40, 1e-9, 0.003, 0.1, 0.49, 0.51, 1, 1.5, 3.7, 5.99, 6.01, 9.3, 27, 88.2, 709.3];

    // 50 published digits each.
    [Theory]
    [InlineData("pi", "3.1415926535897932384626433832795028841971693993751")]
    [InlineData("e", "2.7182818284590452353602874713526624977572470936999")]
    [InlineData("log 2", "0.69314718055994530941723212145817656807550013436025")]
    [InlineData("erf 1", "0.84270079294971486934122063508260925929606699796630")]
    [InlineData("erfc 5", "0.0000000000015374597944280348501883434853833788901180503")]
    [InlineData("atan 1/2", "0.46364760900080611621425623146121440202853705428612")]
    [InlineData("sin 1", "0.84147098480789650665250232163029899962256306079837")]
    [InlineData("cosh 1", "1.5430806348152437784779056207570616826015291123659")]
    public void Published_digits_are_met(string name, string digits)
    {
        var value = name switch
        {
            "pi" => BigMath.Pi,
            "e" => BigMath.Exp(1),
            "log 2" => BigMath.Log(2),
            "erf 1" => BigMath.Erf(1),
            "erfc 5" => BigMath.Erfc(5),
            "atan 1/2" => BigMath.Atan(0.5),
            "sin 1" => BigMath.Sin(1),
            _ => BigMath.Cosh(1),
        };
        Near(Parse(digits), value, -140, name);
    }

    [Fact]
    public void Exponents_beyond_64_bits_end_in_almost_nothing_or_an_error()
    {
        foreach (var x in new[] { -1e18, -6.3e18, -1e30, -1e300 })
        {
            Assert.Equal(0, BigMath.Exp(x).ToDouble());
            Assert.Equal(1, BigMath.Exp(x).Sign);
            Assert.Equal(-BigReal.One, BigMath.Expm1(x));
            Assert.Equal(BigReal.One, BigMath.Sigmoid(-x));
        }

        Assert.Throws<OverflowException>(() => BigMath.Exp(6.3e18));
    }

    [Fact]
    public void Inverse_functions_return()
    {
        foreach (var x in Points)
        {
            Near(x, BigMath.Log(BigMath.Exp(x)), x < 1e-30 ? -1 : -180, $"log exp {x}", absolute: x < 1e-30);
            Near(x, BigMath.Log1p(BigMath.Expm1(x)), -200, $"log1p expm1 {x}");
            Near(x, BigMath.Asinh(BigMath.Sinh(x)), -200, $"asinh sinh {x}");
            Near(x, BigMath.Tan(BigMath.Atan(x)), -200, $"tan atan {x}");
            Near(x, BigReal.Sqrt(x) * BigReal.Sqrt(x), -310, $"sqrt {x}");
        }
    }

    [Fact]
    public void Identities_hold()
    {
        foreach (var size in Points)
        {
            foreach (var x in new[] { size, -size })
            {
                Near(1, BigMath.Exp(x) * BigMath.Exp(-x), -250, $"exp {x}");
                Near(1, (BigMath.Sin(x) * BigMath.Sin(x)) + (BigMath.Cos(x) * BigMath.Cos(x)), -250, $"sin² + cos² {x}");
                Near(1, BigMath.Sigmoid(x) + BigMath.Sigmoid(-x), -250, $"sigmoid {x}");
                Near(1, BigMath.NormalDistribution(x) + BigMath.NormalDistribution(-x), -250, $"Phi {x}");
                Near(1, BigMath.Erf(x) + BigMath.Erfc(x), -250, $"erf + erfc {x}");
                Near(BigMath.Sinh(x) / BigMath.Cosh(x), BigMath.Tanh(x), -250, $"tanh {x}");
                Near(BigMath.Softplus(x) - BigMath.Softplus(-x), x, x * x < 1e-20 ? -1 : -200, $"softplus {x}", x * x < 1e-20);
                Near(BigMath.Pow(2, x), BigMath.Exp(x * BigMath.Log(2)), -250, $"2^{x}");
            }
        }
    }

    // The series and the continued fraction meet at 6; both are right where they agree.
    [Fact]
    public void Both_forms_of_erfc_agree_where_they_meet()
    {
        var step = Math.ScaleB(1, -60);
        var below = BigMath.Erfc((BigReal)6 - step);
        var above = BigMath.Erfc((BigReal)6 + step);
        var slope = -2 * BigMath.Exp(-36) / BigReal.Sqrt(BigMath.Pi);
        // The second-order term of the difference is below 2⁻¹²⁰ of it.
        Near(slope * 2 * step, above - below, -110, "difference across 6");
    }

    [Fact]
    public void More_bits_on_request()
    {
        // 1 − tanh² 300 is 4 e^−600, and that needs 866 bits to be seen.
        var (left, right) = BigReal.WithPrecision(1500, () =>
            (BigReal.One - (BigMath.Tanh(300) * BigMath.Tanh(300)), BigReal.One / (BigMath.Cosh(300) * BigMath.Cosh(300))));
        Near(right, left, -300, "1 - tanh²");
        Near(BigMath.Log(3), BigReal.WithPrecision(1500, () => BigMath.Log(3)), -300, "log 3");
        Near(BigMath.Erfc(7), BigReal.WithPrecision(900, () => BigMath.Erfc(7)), -250, "erfc 7");
    }

    [Fact]
    public void Huge_angles_are_reduced_exactly()
    {
        // sin(10²²), a classic: −0.852200849767138…
        Near(Parse("-0.8522008497671888017727058937530293682618"), BigMath.Sin(1e22), -125, "sin 1e22");
        Assert.Equal(Math.Sin(1e300), BigMath.Sin(1e300).ToDouble(), 1e-15);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(2.2250738585072011e-308)]
    public void Doubles_come_back(double value) => Assert.Equal(value, ((BigReal)value).ToDouble());

    [Fact]
    public void Conversions_round_to_nearest_even()
    {
        var half = Math.ScaleB(1, -53);
        Assert.Equal(1, (BigReal.One + half).ToDouble());
        Assert.Equal(Math.BitIncrement(1.0), (BigReal.One + half + Math.ScaleB(1, -200)).ToDouble());
        Assert.Equal(Math.BitIncrement(Math.BitIncrement(1.0)), (BigReal.One + half + half + half).ToDouble());
        Assert.Equal(double.PositiveInfinity, BigReal.Scale(BigReal.One, 1024).ToDouble());
        Assert.Equal(float.PositiveInfinity, ((BigReal)3.5e38).ToSingle());
        Assert.Equal(float.Epsilon, ((BigReal)1e-45).ToSingle());
        Assert.Equal(0, ((BigReal)7e-46).ToSingle());
        Assert.Equal(0, BigReal.Scale(BigReal.One, -5000).ToDouble());
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(value)) continue;
            Assert.Equal((float)value, ((BigReal)value).ToSingle());
            Assert.Equal(value / 3, ((BigReal)value / 3).ToDouble());
            Assert.Equal(Math.Sqrt(Math.Abs(value)), BigReal.Sqrt(Math.Abs(value)).ToDouble());
        }
    }

    private static void Near(BigReal expected, BigReal actual, int bits, string what, bool absolute = false)
    {
        var error = BigReal.Abs(actual - expected);
        var bound = BigReal.Scale(absolute ? BigReal.One : BigReal.Abs(expected), absolute ? -250 : bits);
        Assert.True(error <= bound, $"{what}: {actual} against {expected}, error {error}");
    }

    private static BigReal Parse(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var integer = BigInteger.Parse(digits.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return BigReal.FromInteger(integer) / BigReal.FromInteger(BigInteger.Pow(10, digits.Length - point - 1));
    }
}
