using System.Collections.Immutable;
using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Precision;
using Hillock.Verification;

namespace Hillock.Tests.Analysis;

/// <summary>Interval arithmetic, attacked with 320 bits.</summary>
public class IntervalTests
{
    private const int Intervals = 60;
    private const int PointsOfEach = 3;

    private static readonly Dictionary<string, double> NoParameters = [];

    public static TheoryData<Primitive> Primitives => new(Enum.GetValues<Primitive>());

    [Theory]
    [MemberData(nameof(Primitives))]
    public void No_value_of_a_primitive_escapes_its_enclosure(Primitive primitive)
    {
        var random = new Random((int)primitive);
        for (var i = 0; i < Intervals; i++)
        {
            var expression = RandomOperation(primitive, random);
            var x = Enclosed.RandomInterval(random);
            var enclosure = new EnclosedFunction(expression).Over(x);
            var point = Enclosed.Counterexample(expression, x, enclosure, random, PointsOfEach);
            Assert.True(point is null, $"{expression} at {point:R} is not in {enclosure}, computed over {x}");
        }
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void The_enclosure_over_a_point_is_narrow(Primitive primitive)
    {
        var expression = Sample.Of(primitive);
        var function = new EnclosedFunction(expression);
        foreach (var x in Sample.Points)
        {
            var enclosure = function.Over(x);
            Assert.True(enclosure.Width <= 1e-12 * Math.Max(1, enclosure.Magnitude), $"{expression} at {x}: {enclosure}");
        }
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void What_is_called_continuous_neither_jumps_nor_is_undefined(Primitive primitive)
    {
        var random = new Random(31 + (int)primitive);
        for (var i = 0; i < Intervals; i++)
        {
            var expression = RandomOperation(primitive, random);
            var x = Enclosed.RandomInterval(random);
            if (new EnclosedFunction(expression).Over(x).Decoration == Decoration.Unknown) continue;
            foreach (var point in Enclosed.Points(x, random, PointsOfEach))
                Assert.True(
                    PreciseEvaluation.TryEvaluate(expression, point, NoParameters) is not null,
                    $"{expression} is undefined at {point:R} of {x}");
        }
    }

    [Theory]
    [InlineData("sign(x)", -1, 1)]
    [InlineData("floor(x)", 0.5, 1.5)]
    [InlineData("floor(x)", 1, 1.5)]
    [InlineData("where(x > 0, 1, 0)", -1, 1)]
    [InlineData("where(x^3 > 0, x, 2*x)", -1, 1)]
    public void What_may_jump_is_not_called_continuous(string formula, double lower, double upper) =>
        Assert.Equal(Decoration.Defined, Over(formula, new(lower, upper)).Decoration);

    [Theory]
    [InlineData("1/x", -1, 1)]
    [InlineData("1/x", 0, 1)]
    [InlineData("log(x)", -1, 1)]
    [InlineData("log1p(x)", -1, 1)]
    [InlineData("sqrt(x)", -1, 1)]
    [InlineData("sqrt(x)", -2, -1)]
    [InlineData("x^0.5", -1, 1)]
    [InlineData("x^(-2)", -1, 1)]
    [InlineData("tan(x)", 1, 2)]
    [InlineData("where(log(x) > 0, 1, 2)", -3, -2)]
    public void What_may_be_undefined_is_marked(string formula, double lower, double upper) =>
        Assert.Equal(Decoration.Unknown, Over(formula, new(lower, upper)).Decoration);

    [Fact]
    public void A_branch_sees_only_the_x_for_which_it_is_taken()
    {
        var enclosure = Over("where(x > 0, log1p(x), where((x + 3)/6 > 0, x, -3))", new(-10, 10));
        Assert.Equal(-3, enclosure.Lower);
        Assert.InRange(enclosure.Upper, Math.Log(11), Math.Log(11) + 1e-14);
        Assert.Equal(Decoration.Defined, enclosure.Decoration);
    }

    [Fact]
    public void Exact_results_are_not_widened()
    {
        Assert.Equal(new Interval(3, 3), Over("(x + 1)*1.5", 1));
        Assert.Equal(Interval.Zero, Over("tanh(x) + expm1(x) + sin(x) + erf(x)", 0));
        Assert.Equal(new Interval(0, 4), Over("x^2", new(-1, 2)));
        Assert.Equal(new Interval(-1, 1), Over("sin(x)", Interval.Entire));
        Assert.Equal(new Interval(0, 1), Over("sigmoid(x)", Interval.Entire));
    }

    [Fact]
    public void Unbounded_intervals_keep_what_is_bounded()
    {
        Assert.Equal(0, Over("exp(-exp(x))", Interval.Entire).Lower);
        Assert.Equal(1, Over("exp(-exp(x))", Interval.Entire).Upper);
        Assert.InRange(Over("1/(1 + x^2)", new(10, double.PositiveInfinity)).Upper, 1 / 101.0, 1 / 100.9);
        Assert.Equal(double.PositiveInfinity, Over("x*sigmoid(x)", Interval.Entire).Upper);
    }

    /// <summary>The assumption on which the elementary functions rest.</summary>
    [Fact]
    public void Functions_of_Math_are_within_the_assumed_error()
    {
        (Func<double, double> Plain, Func<BigReal, BigReal> Precise, double Low, double High)[] functions =
        [
            (Math.Exp, BigMath.Exp, -700, 700), (Math.Log, BigMath.Log, 1e-300, 10), (Math.Log, BigMath.Log, 1, 1e300),
            (Math.Sin, BigMath.Sin, -10, 10), (Math.Cos, BigMath.Cos, -10, 10), (Math.Tan, BigMath.Tan, -10, 10),
            (Math.Sin, BigMath.Sin, -1e15, 1e15), (Math.Cos, BigMath.Cos, -1e15, 1e15),
            (Math.Atan, BigMath.Atan, -100, 100), (Math.Sinh, BigMath.Sinh, -30, 30), (Math.Cosh, BigMath.Cosh, -30, 30),
            (Math.Tanh, BigMath.Tanh, -20, 20), (Math.Tanh, BigMath.Tanh, -1, 1), (Math.Asinh, BigMath.Asinh, -100, 100),
            (x => Math.Pow(x, 1.7), x => BigMath.Pow(x, 1.7), 0, 100),
            (x => Math.Pow(x, 13), x => BigMath.Pow(x, 13), 0, 100),
        ];
        var random = new Random(5);
        foreach (var (plain, precise, low, high) in functions)
        {
            for (var i = 0; i < 200; i++)
            {
                var x = low + (random.NextDouble() * (high - low));
                var value = plain(x);
                var (lower, upper) = (
                    Rounding.Below(value, Interval.AssumedUlps), Rounding.Above(value, Interval.AssumedUlps));
                Assert.True(Enclosed.Holds(new(lower, upper), precise(x)), $"{plain.Method.Name} at {x:R}: {value:R}");
            }
        }
    }

    [Fact]
    public void The_attacker_finds_an_enclosure_that_is_too_narrow()
    {
        var formula = FormulaParser.Parse("sin(x)").Expression;
        Assert.NotNull(Enclosed.Counterexample(formula, new(0, 3), new(0, 0.999), new Random(1), 200));
        Assert.NotNull(Enclosed.Counterexample(formula, new(1, 1), Math.BitIncrement(Math.Sin(1)), new Random(1), 1));
    }

    private static Interval Over(string formula, Interval x) =>
        new EnclosedFunction(FormulaParser.Parse(formula).Expression).Over(x);

    // x in a random place among constants, so that the primitive meets every kind of operand.
    private static Operation RandomOperation(Primitive primitive, Random random)
    {
        var arity = PrimitiveTable.Syntax(primitive).Arity;
        if (primitive == Primitive.Where) return new Operation(primitive, new Operation(Primitive.Less, Expression.X, 1), Expression.X, 3);
        var place = random.Next(arity);
        var operands = Enumerable.Range(0, arity)
            .Select(i => i == place ? Expression.X : RandomConstant(random))
            .ToImmutableArray();
        if (primitive == Primitive.Clamp) operands = [Expression.X, -1.5, 2];
        // The witness takes a power of a negative number for that of its size unless the exponent is whole.
        if (primitive == Primitive.Power && !IsWhole(operands[1])) operands = [Functions.Exp(operands[0]), operands[1]];
        var operation = new Operation(primitive, operands);
        return PrimitiveTable.Syntax(primitive).IsCondition ? new Operation(Primitive.Where, operation, Expression.X, 1) : operation;
    }

    private static bool IsWhole(Expression e) => e is Constant c && c.Value == Math.Floor(c.Value);

    private static Expression RandomConstant(Random random) =>
        random.Next(2) == 0 ? random.Next(-4, 5) : (random.NextDouble() - 0.3) * 5;
}
