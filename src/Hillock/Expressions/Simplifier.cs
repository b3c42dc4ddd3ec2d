using static Hillock.Expressions.Functions;

namespace Hillock.Expressions;

/// <summary>Writes an expression shorter without changing the function, so that derivatives read as in a textbook.</summary>
/// <remarks>
/// Numbers are folded, like terms of a sum and like factors of a product are collected. Sums are never multiplied out:
/// that would grow expressions and lose accuracy. A factor that is 0 removes the product, so what is undefined at
/// isolated points may become defined there.
/// </remarks>
public static class Simplifier
{
    private const int MaximalPasses = 20;

    /// <summary>The simplified expression.</summary>
    public static Expression Simplify(Expression expression)
    {
        for (var pass = 0; pass < MaximalPasses; pass++)
        {
            var simpler = expression.Transform(Rule);
            if (simpler.Equals(expression)) break;
            expression = simpler;
        }

        return expression;
    }

    /// <summary>The simplified expression with σ, softplus, tanh … in place of their spellings with exp and log: two
    /// formulas with the same canonical form are the same function.</summary>
    public static Expression Canonical(Expression expression) =>
        Simplify(StableRules.Recognise(Simplify(StableRules.Recognise(expression))));

    private static Expression Rule(Expression expression)
    {
        if (expression is not Operation o) return expression;
        if (Folded(o) is { } number) return number;
        return o.Primitive switch
        {
            Primitive.Add or Primitive.Subtract => Sum.Of(o).ToExpression(),
            Primitive.Multiply or Primitive.Divide or Primitive.Negate => Product.Of(o).ToExpression(),
            Primitive.Power => PowerRule(o),
            Primitive.Abs => AbsRule(o),
            Primitive.Where => Where(o[0], Under(o[0], true, o[1]), Under(o[0], false, o[2])),
            Primitive.Min or Primitive.Max when o[0].Equals(o[1]) => o[0],
            Primitive.Log when o[0] is Operation { Primitive: Primitive.Exp } inner => inner[0],
            _ => o,
        };
    }

    private static Expression PowerRule(Operation o)
    {
        if (o[1].IsZero) return Expression.One;
        if (o[1].IsOne) return o[0];
        return Product.Of(o).ToExpression();
    }

    private static Expression AbsRule(Operation o) => o[0] switch
    {
        Operation { Primitive: Primitive.Negate or Primitive.Abs } inner => Abs(inner[0]),
        _ => o,
    };

    // where(c, a, where(c, b, d)) = where(c, a, d)
    private static Expression Under(Expression condition, bool holds, Expression branch) =>
        branch is Operation { Primitive: Primitive.Where } inner && inner[0].Equals(condition)
            ? inner[holds ? 1 : 2]
            : branch;

    // Only where the result is exact in all readers' eyes: 1/3 stays a fraction, 2*3 becomes 6.
    private static Constant? Folded(Operation o)
    {
        if (!o.Operands.All(operand => operand is Constant { Name: null })) return null;
        var a = ((Constant)o[0]).Value;
        var b = o.Operands.Length > 1 ? ((Constant)o[1]).Value : 0;
        double? value = o.Primitive switch
        {
            Primitive.Add => a + b,
            Primitive.Subtract => a - b,
            Primitive.Multiply => a * b,
            Primitive.Divide when b != 0 && IsExactQuotient(a, b) => a / b,
            Primitive.Negate => -a,
            Primitive.Power when b == Math.Floor(b) && Math.Abs(b) <= 64 && a != 0 => Math.Pow(a, b),
            Primitive.Abs => Math.Abs(a),
            Primitive.Sign => Math.Sign(a),
            Primitive.Exp or Primitive.Cos or Primitive.Cosh when a == 0 => 1,
            Primitive.Expm1 or Primitive.Sin or Primitive.Tanh or Primitive.Sinh when a == 0 => 0,
            Primitive.Sqrt when a >= 0 && Math.Sqrt(a) == Math.Floor(Math.Sqrt(a)) => Math.Sqrt(a),
            _ => null,
        };
        return value is { } v && double.IsFinite(v) ? new Constant(v == 0 ? 0 : v) : null;
    }

    internal static bool IsExactQuotient(double a, double b) => Math.FusedMultiplyAdd(a / b, b, -a) == 0;

    /// <summary>A sum as number + Σ coefficient · term, terms in order of appearance.</summary>
    private sealed class Sum
    {
        private readonly List<(Expression Term, double Coefficient)> _terms = [];
        private double _number;

        public static Sum Of(Operation o)
        {
            var sum = new Sum();
            sum.Add(o, 1);
            return sum;
        }

        private void Add(Expression e, double factor)
        {
            switch (e)
            {
                case Constant { Name: null } c:
                    _number += factor * c.Value;
                    break;
                case Operation { Primitive: Primitive.Add } o:
                    Add(o[0], factor);
                    Add(o[1], factor);
                    break;
                case Operation { Primitive: Primitive.Subtract } o:
                    Add(o[0], factor);
                    Add(o[1], -factor);
                    break;
                case Operation { Primitive: Primitive.Negate } o:
                    Add(o[0], -factor);
                    break;
                default:
                    Collect(e, factor);
                    break;
            }
        }

        private void Collect(Expression e, double factor)
        {
            var (coefficient, term) = Product.SplitCoefficient(e);
            var index = _terms.FindIndex(pair => pair.Term.Equals(term));
            if (index < 0) _terms.Add((term, factor * coefficient));
            else _terms[index] = (term, _terms[index].Coefficient + (factor * coefficient));
        }

        public Expression ToExpression()
        {
            if (OverCommonRoot() is { } fraction) return fraction;
            var terms = _terms.Where(pair => pair.Coefficient != 0).ToList();
            if (terms.Count == 0) return _number;
            // A positive term first: "1 - x" rather than "-x + 1".
            var numberFirst = _number != 0 && terms[0].Coefficient < 0;
            Expression sum = numberFirst ? _number : Expression.Zero;
            foreach (var (term, coefficient) in terms) sum = Append(sum, term, coefficient);
            return numberFirst ? sum : AppendNumber(sum, _number);
        }

        // √q + t/√q = (q + t)/√q, after which q and t usually cancel: the derivative of x/√(1 + x²) needs it.
        private Expression? OverCommonRoot()
        {
            if (_number != 0 || _terms.Count != 2) return null;
            for (var i = 0; i < 2; i++)
            {
                var (root, coefficient) = _terms[i];
                var (term, factor) = _terms[1 - i];
                if (root is not Operation { Primitive: Primitive.Sqrt } r) continue;
                if (term is not Operation { Primitive: Primitive.Divide } fraction || !fraction[1].Equals(root)) continue;
                // The parts of q, each with the coefficient, may meet their like in t.
                var numerator = new Sum();
                numerator.Add(r[0], coefficient);
                numerator.Add(fraction[0], factor);
                return numerator.ToExpression() / root;
            }

            return null;
        }

        private static Expression Append(Expression sum, Expression term, double coefficient)
        {
            var size = Product.Times(Math.Abs(coefficient), term);
            return coefficient < 0 ? sum - size : sum + size;
        }

        private static Expression AppendNumber(Expression sum, double number) =>
            number < 0 ? sum - (-number) : sum + number;
    }

    /// <summary>A product as number · Π factor^exponent, factors in order of appearance.</summary>
    private sealed class Product
    {
        private readonly List<(Expression Factor, Expression Exponent)> _factors = [];
        private double _numerator = 1;
        private double _denominator = 1;

        public static Product Of(Operation o)
        {
            var product = new Product();
            product.Multiply(o, Expression.One);
            return product;
        }

        /// <summary>Cuts 3·x into 3 and x; the coefficient of anything else is 1.</summary>
        public static (double Coefficient, Expression Term) SplitCoefficient(Expression e)
        {
            if (e is not Operation { Primitive: Primitive.Multiply or Primitive.Negate } o) return (1, e);
            var product = Of(o);
            if (product._denominator != 1) return (1, e);
            var coefficient = product._numerator;
            product._numerator = 1;
            return (coefficient, product.ToExpression());
        }

        /// <summary>number · term, without parentheses around a term that is a product itself.</summary>
        public static Expression Times(double number, Expression term) =>
            term.IsOne ? number : number == 1 ? term : Of(new Operation(Primitive.Multiply, number, term)).ToExpression();

        private void Multiply(Expression e, Expression exponent)
        {
            switch (e)
            {
                case Constant { Name: null } c when exponent.IsOne:
                    _numerator *= c.Value;
                    break;
                case Constant { Name: null } c when exponent is Constant { Value: -1 }:
                    _denominator *= c.Value;
                    break;
                case Operation { Primitive: Primitive.Multiply } o:
                    Multiply(o[0], exponent);
                    Multiply(o[1], exponent);
                    break;
                case Operation { Primitive: Primitive.Divide } o when exponent is Constant:
                    Multiply(o[0], exponent);
                    Multiply(o[1], -exponent);
                    break;
                case Operation { Primitive: Primitive.Negate } o when IsOddInteger(exponent):
                    _numerator = -_numerator;
                    Multiply(o[0], exponent);
                    break;
                case Operation { Primitive: Primitive.Power } o when IsInteger(o[1]) && IsInteger(exponent):
                    Multiply(o[0], ((Constant)o[1]).Value * ((Constant)exponent).Value);
                    break;
                case Operation { Primitive: Primitive.Power } o when exponent.IsOne:
                    Collect(o[0], o[1]);
                    break;
                default:
                    Collect(e, exponent);
                    break;
            }
        }

        private static bool IsInteger(Expression e) => e is Constant c && c.Value == Math.Floor(c.Value);

        private static bool IsOddInteger(Expression e) => e is Constant c && Math.Abs(c.Value % 2) == 1;

        private void Collect(Expression factor, Expression exponent)
        {
            if (CollectSign(factor, exponent)) return;
            var index = _factors.FindIndex(pair => pair.Factor.Equals(factor));
            // a^(1/2)·a^(1/2) is undefined for negative a, a is not: only whole exponents are added.
            if (index >= 0 && IsInteger(exponent) && IsInteger(_factors[index].Exponent))
                _factors[index] = (factor, ((Constant)_factors[index].Exponent).Value + ((Constant)exponent).Value);
            else
                _factors.Add((factor, exponent));
        }

        // a·sign(a) = |a|, |a|·sign(a) = a
        private bool CollectSign(Expression factor, Expression exponent)
        {
            if (!exponent.IsOne) return false;
            for (var i = 0; i < _factors.Count; i++)
            {
                var (other, otherExponent) = _factors[i];
                if (!otherExponent.IsOne || Signed(factor, other) is not { } merged) continue;
                _factors.RemoveAt(i);
                Multiply(merged, Expression.One);
                return true;
            }

            return false;
        }

        private static Expression? Signed(Expression a, Expression b) => (a, b) switch
        {
            (Operation { Primitive: Primitive.Sign } s, _) => Unsigned(s, b),
            (_, Operation { Primitive: Primitive.Sign } s) => Unsigned(s, a),
            _ => null,
        };

        private static Expression? Unsigned(Operation sign, Expression other) =>
            other.Equals(sign[0]) ? Abs(other)
            : other is Operation { Primitive: Primitive.Abs } abs && abs[0].Equals(sign[0]) ? sign[0]
            : null;

        public Expression ToExpression()
        {
            if (_numerator == 0) return Expression.Zero;
            var (numerator, denominator) = Reduced();
            Expression above = Math.Abs(numerator);
            Expression below = denominator;
            foreach (var (factor, exponent) in _factors.OrderBy(pair => Rank(pair.Factor)).ThenBy(Text, StringComparer.Ordinal))
            {
                if (exponent is Constant { Value: < 0 } c) below *= Raised(factor, -c.Value);
                else if (!exponent.IsZero) above *= Raised(factor, exponent);
            }

            var product = above / below;
            return numerator < 0 ? -product : product;
        }

        // One order for all products, so that a·x and x·a are the same term: as one writes by hand, names before x
        // before functions before sums.
        private static int Rank(Expression factor) => factor switch
        {
            Constant => 0,
            Parameter => 1,
            Variable => 2,
            Operation { Primitive: Primitive.Add or Primitive.Subtract } => 4,
            _ => 3,
        };

        private static string Text((Expression Factor, Expression Exponent) pair) => pair.Factor.ToString();

        private (double Numerator, double Denominator) Reduced()
        {
            if (_denominator < 0) return Reduced(-_numerator, -_denominator);
            return Reduced(_numerator, _denominator);

            static (double, double) Reduced(double a, double b) =>
                b != 0 && IsExactQuotient(a, b) ? (a / b, 1)
                : a != 0 && IsExactQuotient(b, a) ? (Math.Sign(a), b / Math.Abs(a))
                : (a, b);
        }

        private static Expression Raised(Expression factor, Expression exponent) =>
            exponent.IsOne ? factor : Power(factor, exponent);
    }
}
