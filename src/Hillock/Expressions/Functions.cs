namespace Hillock.Expressions;

/// <summary>The primitives as C# functions, for writing expressions and rules: <c>using static</c> this class.</summary>
internal static class Functions
{
    public static Expression Abs(Expression a) => new Operation(Primitive.Abs, a);

    public static Expression Sign(Expression a) => new Operation(Primitive.Sign, a);

    public static Expression Exp(Expression a) => new Operation(Primitive.Exp, a);

    public static Expression Expm1(Expression a) => new Operation(Primitive.Expm1, a);

    public static Expression Log(Expression a) => new Operation(Primitive.Log, a);

    public static Expression Log1p(Expression a) => new Operation(Primitive.Log1p, a);

    public static Expression Sqrt(Expression a) => new Operation(Primitive.Sqrt, a);

    public static Expression Sin(Expression a) => new Operation(Primitive.Sin, a);

    public static Expression Cos(Expression a) => new Operation(Primitive.Cos, a);

    public static Expression Sinh(Expression a) => new Operation(Primitive.Sinh, a);

    public static Expression Cosh(Expression a) => new Operation(Primitive.Cosh, a);

    public static Expression Tanh(Expression a) => new Operation(Primitive.Tanh, a);

    public static Expression Asinh(Expression a) => new Operation(Primitive.Asinh, a);

    public static Expression Erfc(Expression a) => new Operation(Primitive.Erfc, a);

    public static Expression Sigmoid(Expression a) => new Operation(Primitive.Sigmoid, a);

    public static Expression Softplus(Expression a) => new Operation(Primitive.Softplus, a);

    public static Expression Phi(Expression a) => new Operation(Primitive.NormalDistribution, a);

    public static Expression Density(Expression a) => new Operation(Primitive.NormalDensity, a);

    public static Expression Power(Expression a, Expression b) => new Operation(Primitive.Power, a, b);

    public static Expression Less(Expression a, Expression b) => new Operation(Primitive.Less, a, b);

    public static Expression Greater(Expression a, Expression b) => new Operation(Primitive.Greater, a, b);

    /// <summary>The same value under both conditions needs no condition.</summary>
    public static Expression Where(Expression condition, Expression then, Expression otherwise) =>
        then.Equals(otherwise) ? then : new Operation(Primitive.Where, condition, then, otherwise);
}
