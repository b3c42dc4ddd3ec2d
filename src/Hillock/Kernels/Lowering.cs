using System.Collections.Immutable;
using Hillock.Expressions;
using Hillock.Kernels.Elementary;

namespace Hillock.Kernels;

/// <summary>Translates expressions into vector instructions: one row a primitive.</summary>
/// <param name="builder">Receives the instructions.</param>
/// <param name="uniforms">Where the values of the parameters lie.</param>
/// <param name="outputs">All expressions that are going to be translated.</param>
/// <param name="noise">The name of the variable that is read element by element from the second array, or null.</param>
internal sealed class Lowering(
    ProgramBuilder builder, UniformLayout uniforms, IReadOnlyList<Expression> outputs, string? noise = null)
{
    private delegate Value Row(Lowering lowering, ImmutableArray<Expression> a);

    private static readonly Dictionary<string, double> NoParameters = [];

    private readonly Dictionary<Expression, Value> _values = [];
    private readonly Dictionary<Expression, ExtendedValue> _extended = [];

    private static readonly Dictionary<Primitive, Row> Rows = new()
    {
        [Primitive.Add] = (l, a) => l.Value(a[0]) + l.Value(a[1]),
        [Primitive.Subtract] = (l, a) => l.Value(a[0]) - l.Value(a[1]),
        [Primitive.Multiply] = (l, a) => l.Value(a[0]) * l.Value(a[1]),
        [Primitive.Divide] = (l, a) => l.Value(a[0]) / l.Value(a[1]),
        [Primitive.Power] = (l, a) => l.Power(a[0], a[1]),
        [Primitive.Negate] = (l, a) => -l.Value(a[0]),
        [Primitive.Abs] = (l, a) => l.B.Abs(l.Value(a[0])),
        [Primitive.Sign] = (l, a) => l.Sign(l.Value(a[0])),
        [Primitive.Min] = (l, a) => l.B.Minimum(l.Value(a[0]), l.Value(a[1])),
        [Primitive.Max] = (l, a) => l.B.Maximum(l.Value(a[0]), l.Value(a[1])),
        [Primitive.Clamp] = (l, a) => l.B.Minimum(l.B.Maximum(l.Value(a[0]), l.Value(a[1])), l.Value(a[2])),
        [Primitive.Floor] = (l, a) => l.B.Floor(l.Value(a[0])),
        [Primitive.Exp] = (l, a) => ExponentialFunctions.Exp(l.Extended(a[0])),
        [Primitive.Expm1] = (l, a) => ExponentialFunctions.Expm1(l.Extended(a[0])),
        [Primitive.Log] = (l, a) => Logarithm.Log(l.Value(a[0])),
        [Primitive.Log1p] = (l, a) => Logarithm.Log1p(l.Value(a[0])),
        [Primitive.Sqrt] = (l, a) => l.B.SquareRoot(l.Value(a[0])),
        [Primitive.Sin] = (l, a) => Trigonometry.Sin(l.Extended(a[0])),
        [Primitive.Cos] = (l, a) => Trigonometry.Cos(l.Extended(a[0])),
        [Primitive.Tan] = (l, a) => Trigonometry.Tan(l.Extended(a[0])),
        [Primitive.Atan] = (l, a) => Trigonometry.Atan(l.Value(a[0])),
        [Primitive.Sinh] = (l, a) => ExponentialFunctions.Sinh(l.Value(a[0])),
        [Primitive.Cosh] = (l, a) => ExponentialFunctions.Cosh(l.Value(a[0])),
        [Primitive.Tanh] = (l, a) => ExponentialFunctions.Tanh(l.Value(a[0])),
        [Primitive.Asinh] = (l, a) => l.Asinh(l.Value(a[0])),
        [Primitive.Erf] = (l, a) => NormalDistribution.Erf(l.Value(a[0])),
        [Primitive.Erfc] = (l, a) => NormalDistribution.Erfc(l.Extended(a[0])),
        [Primitive.Sigmoid] = (l, a) => ExponentialFunctions.Sigmoid(l.Extended(a[0])),
        [Primitive.Softplus] = (l, a) => ExponentialFunctions.Softplus(l.Extended(a[0])),
        [Primitive.NormalDistribution] = (l, a) => NormalDistribution.Phi(l.Extended(a[0])),
        [Primitive.NormalDensity] = (l, a) => NormalDistribution.Density(l.Extended(a[0])),
        [Primitive.Less] = (l, a) => l.B.Less(l.Value(a[0]), l.Value(a[1])),
        [Primitive.LessOrEqual] = (l, a) => l.B.LessOrEqual(l.Value(a[0]), l.Value(a[1])),
        [Primitive.Greater] = (l, a) => l.B.Less(l.Value(a[1]), l.Value(a[0])),
        [Primitive.GreaterOrEqual] = (l, a) => l.B.LessOrEqual(l.Value(a[1]), l.Value(a[0])),
        [Primitive.Where] = (l, a) => l.B.Select(l.Value(a[0]), l.Value(a[1]), l.Value(a[2])),
    };

    /// <summary>The program under construction.</summary>
    public ProgramBuilder Builder => builder;

    private ProgramBuilder B => builder;

    internal static bool Covers(Primitive primitive) => Rows.ContainsKey(primitive);

    /// <summary>The value of an expression. Equal subexpressions are translated once.</summary>
    public Value Value(Expression expression)
    {
        if (_values.TryGetValue(expression, out var known)) return known;
        return _values[expression] = expression switch
        {
            Constant c => builder.Constant(c.Value),
            Parameter p when p.Name == noise => builder.Upstream,
            Parameter p => builder.Uniform(uniforms.High(p.Name)),
            // Also because the compiler of .NET 10 does not survive some operations on vectors of constants.
            Operation o when IsNumber(o) && !IsTest(o) => builder.Constant(PlainEvaluation.Evaluate(o, double.NaN, NoParameters)),
            Operation o when builder.Format.IsCompensated && CompensatedForms.TryRound(this, o) is { } rounded => rounded,
            Operation o => FusedForms.TryLower(this, o) ?? Rows[o.Primitive](this, o.Operands),
            _ => builder.Input,
        };
    }

    /// <summary>The value to twice the precision where that is cheap: sums, products and quotients of x, parameters
    /// and numbers. What any other operation has rounded stays rounded.</summary>
    public ExtendedValue Extended(Expression expression)
    {
        // Floats that are computed as doubles have the digits anyway.
        if (builder.Format.IsWidened) return Value(expression);
        if (_extended.TryGetValue(expression, out var known)) return known;
        return _extended[expression] = expression switch
        {
            _ when IsNumber(expression) =>
                Extended(PlainEvaluation.Evaluate(expression, double.NaN, NoParameters)),
            Parameter p when builder.Format.IsSingle && p.Name != noise =>
                new ExtendedValue(Value(p), builder.Uniform(uniforms.Low(p.Name))),
            Operation o when builder.Format.IsCompensated && CompensatedForms.TryLower(this, o) is { } pair => pair,
            Operation { Primitive: Primitive.Negate } o => -Extended(o[0]),
            Operation { Primitive: Primitive.Add } o => Extended(o[0]) + Extended(o[1]),
            Operation { Primitive: Primitive.Subtract } o => Extended(o[0]) + -Extended(o[1]),
            Operation { Primitive: Primitive.Multiply } o when PowerOfTwo(o[0]) is { } factor =>
                Extended(o[1]).TimesPowerOfTwo(factor),
            Operation { Primitive: Primitive.Multiply } o => Extended(o[0]) * Extended(o[1]),
            Operation { Primitive: Primitive.Divide } o when PowerOfTwo(o[1]) is { } divisor =>
                Extended(o[0]).TimesPowerOfTwo(1 / divisor),
            Operation { Primitive: Primitive.Divide } o => Extended(o[0]) / Extended(o[1]),
            Operation { Primitive: Primitive.Power } o when IsShortProduct(o) =>
                Repeated(Extended(o[0]), (int)((Constant)o[1]).Value),
            _ => Value(expression),
        };
    }

    /// <summary>Whether a power is carried to twice the precision.</summary>
    internal static bool IsShortProduct(Operation power) => power[1] is Constant { Value: 2 or 3 or 4 };

    /// <summary>Whether an expression is one of those to be translated as it stands.</summary>
    internal bool IsOutput(Expression expression) => outputs.Contains(expression);

    /// <summary>Whether any of the expressions to be translated has such a part.</summary>
    internal bool Occurs(Func<Expression, bool> isSuch) => outputs.Any(output => output.Any(isSuch));

    /// <summary>Whether a part of an expression is needed in no other place.</summary>
    internal bool OccursOnlyIn(Expression whole, Expression part) => !outputs.Any(output =>
        output.Transform(node => node.Equals(whole) ? Expression.Zero : node).Any(part.Equals));

    internal static bool IsNumber(Expression expression) => !expression.Any(node => node is Variable or Parameter);

    // Its value is a mask.
    private static bool IsTest(Operation o) =>
        o.Primitive is Primitive.Less or Primitive.LessOrEqual or Primitive.Greater or Primitive.GreaterOrEqual;

    private ExtendedValue Extended(double value)
    {
        var high = builder.Format.Round(value);
        return new ExtendedValue(
            builder.Constant(high), value == high || double.IsInfinity(high) ? null : builder.Constant(value - high));
    }

    internal static double? PowerOfTwo(Expression e) =>
        e is Constant { Value: > 0 } c && double.IsPow2(c.Value) ? c.Value : null;

    private static ExtendedValue Repeated(ExtendedValue factor, int count)
    {
        var product = factor;
        for (var i = 1; i < count; i++) product *= factor;
        return product;
    }

    private Value Sign(Value u)
    {
        var sign = B.WithSign(B.Constant(1), u);
        // ±0 keep their sign, NaN stays NaN.
        return B.Select(B.Less(B.Constant(0), B.Abs(u)), sign, u);
    }

    private Value Power(Expression basis, Expression exponent)
    {
        if (exponent is not Constant c) return Logarithm.Power(Value(basis), Value(exponent));
        if (c.Value == 0.5) return B.SquareRoot(Value(basis));
        const double longestProduct = 64;
        if (c.Value != Math.Floor(c.Value) || Math.Abs(c.Value) > longestProduct)
            return Logarithm.Power(Value(basis), Value(exponent));
        var power = IntegerPower(Value(basis), (int)Math.Abs(c.Value));
        return c.Value < 0 ? 1 / power : power;
    }

    private Value IntegerPower(Value basis, int exponent)
    {
        if (exponent == 0) return B.Constant(1);
        var half = IntegerPower(basis, exponent / 2);
        var even = exponent < 2 ? half : half * half;
        return exponent % 2 == 0 ? even : even * basis;
    }

    /// <summary>arsinh u = log1p(|u| + u² / (1 + √(1 + u²))) with the sign of u; log |u| + log 2 for huge u.</summary>
    private Value Asinh(Value u)
    {
        var size = B.Abs(u);
        var bound = B.Format.IsSingle ? 1e6 : 1e15;
        var bounded = B.Minimum(size, B.Constant(bound));
        var square = bounded * bounded;
        var near = Logarithm.Log1p(bounded + (square / (1 + B.SquareRoot(1 + square))));
        var far = Logarithm.Log(size) + Math.Log(2);
        return B.WithSign(B.Select(B.Less(size, bound), near, far), u);
    }
}
