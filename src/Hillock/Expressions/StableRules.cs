using static Hillock.Expressions.Functions;

namespace Hillock.Expressions;

/// <summary>A rewrite that keeps the function and removes an overflow or a cancellation.</summary>
/// <param name="Name">A short name.</param>
/// <param name="Identity">The identity, both sides readable by <see cref="FormulaParser"/>.</param>
/// <param name="Apply">The right-hand side for an operation that has the form of the left, else null.</param>
/// <param name="Recognises">Whether the right-hand side is what a reader would write as well. Such rules are applied
/// before a derivative is taken; the others only to what is evaluated.</param>
internal sealed record StableRule(
    string Name, (string From, string To) Identity, Func<Operation, Expression?> Apply, bool Recognises = false);

/// <summary>Rewrites formulas into forms that floating-point arithmetic evaluates well from −∞ to ∞.</summary>
/// <remarks>
/// The rules hold for all real x, so formulas that users type gain as much as the catalogue.
/// </remarks>
internal static class StableRules
{
    public static IReadOnlyList<StableRule> All { get; } =
    [
        new("tanh from exponentials", ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh(x)"), TanhFromExponentials, Recognises: true),
        new("tanh from expm1", ("expm1(x)/(1 + exp(x))", "tanh(x/2)"), TanhFromExpm1, Recognises: true),
        new("tanh from sinh and cosh", ("sinh(x)/cosh(x)", "tanh(x)"), TanhFromSinhAndCosh, Recognises: true),
        new("tanh from sigmoid", ("2*sigmoid(x) - 1", "tanh(x/2)"), TanhFromSigmoid, Recognises: true),
        new("sigmoid from exp", ("exp(x)/(1 + exp(x))", "sigmoid(x)"), SigmoidFromExp, Recognises: true),
        new("reciprocal of 1 + exp", ("1/(1 + exp(x))", "sigmoid(-x)"), ReciprocalOfOnePlusExp, Recognises: true),
        new("complement of sigmoid", ("1 - sigmoid(x)", "sigmoid(-x)"), ComplementOfSigmoid),
        new("softplus from log and exp", ("log(1 + exp(x))", "softplus(x)"), SoftplusFromLog, Recognises: true),
        new("log of sigmoid", ("log(sigmoid(x))", "-softplus(-x)"), LogOfSigmoid, Recognises: true),
        new("1 ± tanh", ("1 + tanh(x)", "2*sigmoid(2*x)"), OnePlusTanh),
        new("1 − tanh²", ("1 - tanh(x)^2", "4*sigmoid(2*x)*sigmoid(-2*x)"), OneMinusTanhSquared),
        new("1/cosh²", ("1/cosh(x)^2", "4*sigmoid(2*x)*sigmoid(-2*x)"), ReciprocalOfCoshSquared),
        new("1 ± erf", ("1 - erf(x)", "erfc(x)"), OnePlusErf),
        new("1 − Phi", ("1 - Phi(x)", "Phi(-x)"), ComplementOfPhi),
        new("exp − 1", ("exp(x) - 1", "expm1(x)"), ExpMinusOne, Recognises: true),
        new("log(1 + u)", ("log(1 + x^2)", "log1p(x^2)"), LogOfOnePlus, Recognises: true),
        new("1 − cos", ("1 - cos(x)", "2*sin(x/2)^2"), OneMinusCos),
        new("u·sigmoid − softplus",
            ("x*sigmoid(x) - softplus(x)", "-(abs(x)*sigmoid(-abs(x)) + softplus(-abs(x)))"),
            GateMinusSoftplus),
        new("asinh from log", ("log(x + sqrt(x^2 + 1))", "asinh(x)"), AsinhFromLog, Recognises: true),
        new("common divisor", ("x/6 + 0.5", "(x + 3)/6"), CommonDivisor),
        new("clamped quotient", ("clamp((x + 3)/6, 0, 1)", "(clamp(x, -3, 3) + 3)/6"), ClampedQuotient),
        new("clamped sum", ("clamp(x + 3, 0, 6)", "clamp(x, -3, 3) + 3"), ClampedSum),
        new("half of a sum", ("(x + sqrt(x))/2", "x/2 + sqrt(x)/2"), HalfOfSum),
        new("division by a high power", ("x/sqrt(x^2 + 1)^5", "x/sqrt(x^2 + 1)^3/sqrt(x^2 + 1)^2"), HighPowerBelow),
        new("root minus its constant", ("sqrt(x^2 + 1) - 1", "x*(x/(sqrt(x^2 + 1) + 1))"), RootMinusConstant),
        new("u + root", ("x + sqrt(x^2 + 4)", "where(x < 0, 4/(sqrt(x^2 + 4) - x), x + sqrt(x^2 + 4))"), PlusRoot),
        new("1 + u/root",
            ("1 + x/sqrt(x^2 + 4)",
                "where(x < 0, 4/sqrt(x^2 + 4)/(sqrt(x^2 + 4) - x), 1 + x/sqrt(x^2 + 4))"),
            OnePlusOverRoot),
    ];

    /// <summary>The expression with σ, softplus, tanh … in place of their spellings with exp and log: the derivative of
    /// 1/(1 + exp(-x)) is then σ(x)(1 − σ(x)) and not a quotient ∞/∞.</summary>
    public static Expression Recognise(Expression expression) => Apply(expression, All.Where(rule => rule.Recognises));

    /// <summary>The expression after all rules, for evaluation.</summary>
    public static Expression Stabilise(Expression expression) => Apply(Recognise(expression), All);

    private static Expression Apply(Expression expression, IEnumerable<StableRule> rules) => expression.Transform(node =>
    {
        if (node is not Operation o) return node;
        foreach (var rule in rules)
            if (rule.Apply(o) is { } better)
                return better;
        return node;
    });

    private static Expression? TanhFromExponentials(Operation o)
    {
        if (o.Primitive != Primitive.Divide) return null;
        if (o[0] is not Operation { Primitive: Primitive.Subtract } above) return null;
        if (o[1] is not Operation { Primitive: Primitive.Add } below || !above.Operands.SequenceEqual(below.Operands))
            return null;
        return Inner(above[0], Primitive.Exp) is { } u
            && Inner(above[1], Primitive.Exp) is { } v
            && Simplifier.Simplify(u + v).IsZero
                ? Tanh(u)
                : null;
    }

    private static Expression? TanhFromExpm1(Operation o)
    {
        if (o.Primitive != Primitive.Divide || Inner(OnePlus(o[1]), Primitive.Exp) is not { } u) return null;
        var (sign, above) = Unsigned(o[0]);
        return Inner(above, Primitive.Expm1) is { } v && v.Equals(u) ? sign * Tanh(u / 2) : null;
    }

    private static Expression? TanhFromSinhAndCosh(Operation o) =>
        o.Primitive == Primitive.Divide
        && Inner(o[0], Primitive.Sinh) is { } u
        && Inner(o[1], Primitive.Cosh) is { } v
        && u.Equals(v)
            ? Tanh(u)
            : null;

    private static Expression? TanhFromSigmoid(Operation o) =>
        PairWith(o, -1) is Operation { Primitive: Primitive.Multiply } product
        && product[0] is Constant { Value: 2 }
        && Inner(product[1], Primitive.Sigmoid) is { } u
            ? Tanh(u / 2)
            : null;

    private static Expression? SigmoidFromExp(Operation o)
    {
        if (o.Primitive != Primitive.Divide || Inner(OnePlus(o[1]), Primitive.Exp) is not { } u) return null;
        if (Inner(o[0], Primitive.Exp) is { } v && v.Equals(u)) return Sigmoid(u);
        if (o[0] is not Operation { Primitive: Primitive.Multiply } product) return null;
        for (var i = 0; i < 2; i++)
            if (Inner(product[i], Primitive.Exp) is { } w && w.Equals(u))
                return product[1 - i] * Sigmoid(u);
        return null;
    }

    private static Expression? ReciprocalOfOnePlusExp(Operation o) =>
        o.Primitive == Primitive.Divide && Inner(OnePlus(o[1]), Primitive.Exp) is { } u
            ? o[0] * Sigmoid(Negative(u))
            : null;

    private static Expression? ComplementOfSigmoid(Operation o) =>
        OneMinus(o) is { } rest && Inner(rest, Primitive.Sigmoid) is { } u ? Sigmoid(Negative(u)) : null;

    private static Expression? SoftplusFromLog(Operation o) => o.Primitive switch
    {
        Primitive.Log => Inner(OnePlus(o[0]), Primitive.Exp) is { } u ? Softplus(u) : null,
        Primitive.Log1p => Inner(o[0], Primitive.Exp) is { } u ? Softplus(u) : null,
        _ => null,
    };

    private static Expression? LogOfSigmoid(Operation o) =>
        o.Primitive == Primitive.Log && Inner(o[0], Primitive.Sigmoid) is { } u ? -Softplus(Negative(u)) : null;

    private static Expression? OnePlusTanh(Operation o) =>
        Inner(OnePlus(o), Primitive.Tanh) is { } u ? 2 * Sigmoid(Twice(u))
        : Inner(OneMinus(o), Primitive.Tanh) is { } v ? 2 * Sigmoid(Negative(Twice(v)))
        : null;

    private static Expression? OneMinusTanhSquared(Operation o) =>
        OneMinus(o) is Operation { Primitive: Primitive.Power } power
        && power[1] is Constant { Value: 2 }
        && Inner(power[0], Primitive.Tanh) is { } u
        // tanh² of softplus has a better form of its own.
        && u is not Operation { Primitive: Primitive.Softplus }
            ? BellOf(u)
            : null;

    private static Expression? ReciprocalOfCoshSquared(Operation o) =>
        o.Primitive == Primitive.Divide
        && o[1] is Operation { Primitive: Primitive.Power } power
        && power[1] is Constant { Value: 2 }
        && Inner(power[0], Primitive.Cosh) is { } u
            ? o[0] * BellOf(u)
            : null;

    private static Expression BellOf(Expression u) => 4 * Sigmoid(Twice(u)) * Sigmoid(Negative(Twice(u)));

    private static Expression? OnePlusErf(Operation o) =>
        Inner(OnePlus(o), Primitive.Erf) is { } u ? Erfc(Negative(u))
        : Inner(OneMinus(o), Primitive.Erf) is { } v ? Erfc(v)
        : null;

    private static Expression? ComplementOfPhi(Operation o) =>
        Inner(OneMinus(o), Primitive.NormalDistribution) is { } u ? Phi(Negative(u)) : null;

    private static Expression? ExpMinusOne(Operation o) =>
        Inner(PairWith(o, -1), Primitive.Exp) is { } u ? Expm1(u)
        : Inner(OneMinus(o), Primitive.Exp) is { } v ? -Expm1(v)
        : null;

    private static Expression? LogOfOnePlus(Operation o) =>
        o.Primitive == Primitive.Log && OnePlus(o[0]) is { } u ? Log1p(u) : null;

    private static Expression? OneMinusCos(Operation o) =>
        Inner(OneMinus(o), Primitive.Cos) is { } u ? 2 * Power(Sin(Simplifier.Simplify(u / 2)), 2) : null;

    private static Expression? AsinhFromLog(Operation o)
    {
        if (Inner(o, Primitive.Log) is not Operation { Primitive: Primitive.Add } sum) return null;
        for (var i = 0; i < 2; i++)
            if (RootOfSquarePlus(sum[i], sum[1 - i]) is Constant { Value: 1 })
                return Asinh(sum[1 - i]);
        return null;
    }

    // x/6 + 1/2 is wrong in all digits near its zero, (x + 3)/6 is exact there.
    private static Expression? CommonDivisor(Operation o)
    {
        if (o.Primitive is not (Primitive.Add or Primitive.Subtract)) return null;
        if (o[0] is not Operation { Primitive: Primitive.Divide } fraction) return null;
        if (fraction[1] is not Constant divisor || o[1] is not Constant number) return null;
        var product = divisor.Value * number.Value;
        if (!Simplifier.IsExactQuotient(product, divisor.Value)) return null;
        return new Operation(o.Primitive, fraction[0], product) / divisor;
    }

    // Of the quotient no digits are lost before it is divided.
    private static Expression? ClampedQuotient(Operation o)
    {
        if (o.Primitive != Primitive.Clamp || o[0] is not Operation { Primitive: Primitive.Divide } fraction) return null;
        if (fraction[1] is not Constant { Value: > 0 } c || o[1] is not Constant lowest || o[2] is not Constant highest)
            return null;
        var above = new Operation(Primitive.Clamp, fraction[0], lowest.Value * c.Value, highest.Value * c.Value);
        return (ClampedSum(above) ?? above) / c;
    }

    // The sum is taken where it is smallest, so that what it loses is known.
    private static Expression? ClampedSum(Operation o)
    {
        if (o.Primitive != Primitive.Clamp || o[0] is not Operation { Primitive: Primitive.Add } sum) return null;
        if (sum[1] is not Constant c || o[1] is not Constant lowest || o[2] is not Constant highest) return null;
        return new Operation(Primitive.Clamp, sum[0], lowest.Value - c.Value, highest.Value - c.Value) + c;
    }

    // (u + v)/2 overflows where u/2 + v/2 does not.
    private static Expression? HalfOfSum(Operation o) =>
        o.Primitive == Primitive.Divide && o[1] is Constant { Value: 2 } && IsSum(o[0]) ? Half(o[0]) : null;

    private static bool IsSum(Expression e) => e switch
    {
        Operation { Primitive: Primitive.Add } => true,
        Operation { Primitive: Primitive.Where } o => IsSum(o[1]) || IsSum(o[2]),
        _ => false,
    };

    private static Expression Half(Expression e) => e switch
    {
        Operation { Primitive: Primitive.Add } o => Half(o[0]) + Half(o[1]),
        Operation { Primitive: Primitive.Where } o => Where(o[0], Half(o[1]), Half(o[2])),
        _ => e / 2,
    };

    // Both are about u for large u; the difference is even in u and small.
    private static Expression? GateMinusSoftplus(Operation o)
    {
        if (o.Primitive != Primitive.Subtract || Inner(o[1], Primitive.Softplus) is not { } u) return null;
        if (!Simplifier.Simplify(o[0]).Equals(Simplifier.Simplify(u * Sigmoid(u)))) return null;
        var size = Abs(u);
        return -((size * Sigmoid(-size)) + Softplus(-size));
    }

    // v⁵ overflows long before u/v⁵ vanishes.
    private static Expression? HighPowerBelow(Operation o)
    {
        if (o.Primitive != Primitive.Divide || !o[0].DependsOnX) return null;
        if (o[1] is not Operation { Primitive: Primitive.Power } power || power[1] is not Constant n) return null;
        if (n.Value < 4 || n.Value != Math.Floor(n.Value)) return null;
        var first = Math.Ceiling(n.Value / 2);
        return o[0] / Power(power[0], first) / Power(power[0], n.Value - first);
    }

    private static Expression? RootMinusConstant(Operation o)
    {
        if (o.Primitive != Primitive.Subtract || o[1] is not Constant { Value: > 0 } c) return null;
        if (SquaredUnderRoot(o[0]) is not var (u, constant)) return null;
        return constant is Constant k && k.Value == c.Value * c.Value ? u * (u / (o[0] + c)) : null;
    }

    private static Expression? PlusRoot(Operation o)
    {
        if (o.Primitive is not Primitive.Add) return null;
        var (u, root) = o[1] is Operation { Primitive: Primitive.Sqrt } ? (o[0], o[1]) : (o[1], o[0]);
        return RootOfSquarePlus(root, u) is { } c ? Where(Less(u, Expression.Zero), c / (root - u), u + root) : null;
    }

    private static Expression? OnePlusOverRoot(Operation o)
    {
        if (OnePlus(o) is not Operation { Primitive: Primitive.Divide } fraction) return null;
        var (u, root) = (fraction[0], fraction[1]);
        return RootOfSquarePlus(root, u) is { } c
            ? Where(Less(u, Expression.Zero), c / root / (root - u), o)
            : null;
    }

    /// <summary>c, where the expression is √(u² + c).</summary>
    private static Expression? RootOfSquarePlus(Expression root, Expression u) =>
        SquaredUnderRoot(root) is var (v, c) && v.Equals(u) ? c : null;

    /// <summary>u and c, where the expression is √(u² + c) and c does not depend on x.</summary>
    private static (Expression U, Expression C)? SquaredUnderRoot(Expression e)
    {
        if (Inner(e, Primitive.Sqrt) is not Operation { Primitive: Primitive.Add } sum) return null;
        for (var i = 0; i < 2; i++)
        {
            if (sum[i] is Operation { Primitive: Primitive.Power } p
                && p[1] is Constant { Value: 2 }
                && !sum[1 - i].DependsOnX)
                return (p[0], sum[1 - i]);
        }

        return null;
    }

    private static Expression? Inner(Expression? e, Primitive primitive) =>
        e is Operation o && o.Primitive == primitive ? o[0] : null;

    /// <summary>u, where the expression is 1 + u or u + 1.</summary>
    private static Expression? OnePlus(Expression e) => PairWith(e, 1);

    /// <summary>u, where the expression is 1 − u or −u + 1.</summary>
    private static Expression? OneMinus(Expression e) => e switch
    {
        Operation { Primitive: Primitive.Subtract } o when o[0].IsOne => o[1],
        Operation { Primitive: Primitive.Add } => OnePlus(e) is { } u && Unsigned(u) is (-1, var v) ? v : null,
        _ => null,
    };

    /// <summary>u, where the expression is u + number, number + u or u − (−number).</summary>
    private static Expression? PairWith(Expression e, double number) => e switch
    {
        Operation { Primitive: Primitive.Add } o when IsNumber(o[0], number) => o[1],
        Operation { Primitive: Primitive.Add } o when IsNumber(o[1], number) => o[0],
        Operation { Primitive: Primitive.Subtract } o when IsNumber(o[1], -number) => o[0],
        _ => null,
    };

    private static bool IsNumber(Expression e, double value) => e is Constant c && c.Value == value;

    private static (double Sign, Expression Size) Unsigned(Expression e) =>
        e is Operation { Primitive: Primitive.Negate } o ? (-1, o[0]) : (1, e);

    private static Expression Negative(Expression u) => Simplifier.Simplify(-u);

    private static Expression Twice(Expression u) => Simplifier.Simplify(2 * u);
}
