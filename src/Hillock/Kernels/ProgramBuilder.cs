using Hillock.Kernels.Elementary;

namespace Hillock.Kernels;

/// <summary>A value in a program under construction; operators append instructions.</summary>
internal readonly record struct Value(ProgramBuilder Builder, int Index)
{
    public static Value operator +(Value a, Value b) => a.Builder.Add(a, b);

    public static Value operator -(Value a, Value b) => a.Builder.Subtract(a, b);

    public static Value operator *(Value a, Value b) => a.Builder.Multiply(a, b);

    public static Value operator /(Value a, Value b) => a.Builder.Divide(a, b);

    public static Value operator -(Value a) => a.Builder.Negate(a);

    public static Value operator +(Value a, double b) => a + a.Builder.Constant(b);

    public static Value operator -(Value a, double b) => a - a.Builder.Constant(b);

    public static Value operator *(Value a, double b) => a * a.Builder.Constant(b);

    public static Value operator +(double a, Value b) => b.Builder.Constant(a) + b;

    public static Value operator -(double a, Value b) => b.Builder.Constant(a) - b;

    public static Value operator *(double a, Value b) => b.Builder.Constant(a) * b;

    public static Value operator /(double a, Value b) => b.Builder.Constant(a) / b;

    public static Value operator /(Value a, double b) => a / a.Builder.Constant(b);
}

/// <summary>Builds a vector program: equal instructions are shared; scaling by a power of two and division are
/// postponed.</summary>
/// <remarks>
/// <para>Postponed scaling is what keeps tails accurate: e^x is m · 2ⁿ, and x · e^x is computed as (x · m) · 2ⁿ, so that
/// no subnormal number arises between. It costs nothing, since the scaling is done once in any case.</para>
/// <para>Postponed division makes sums and products of σ, tanh … one fraction, with one division:
/// σ + x σ (1 − σ) is (n D + x y) / D². It is done where the denominators are known to be moderate.</para>
/// </remarks>
internal sealed class ProgramBuilder(ElementFormat format)
{
    // More factors below the line would cost more multiplications than the divisions they save.
    private const int LongestDenominator = 4;

    private readonly Dictionary<int, Fraction> _fractions = [];
    private readonly List<Instruction> _instructions = [];
    private readonly List<bool> _isVarying = [];
    private readonly Dictionary<Instruction, int> _known = [];

    /// <summary>The format computed in; of the same size from the first instruction to the last.</summary>
    public ElementFormat Format { get; set; } = format;

    public Value Input => Emit(new Instruction(VectorOperation.Input));

    public Value Upstream => Emit(new Instruction(VectorOperation.Upstream));

    public Value Uniform(int index) => Emit(new Instruction(VectorOperation.Uniform, Bits: (ulong)index));

    public Value Constant(double value) =>
        Emit(new Instruction(VectorOperation.Constant, Number: Format.Round(value)));

    public Value Bits(ulong pattern) => Emit(new Instruction(VectorOperation.Bits, Bits: pattern));

    public Value Add(Value a, Value b)
    {
        if (IsConstant(a, 0)) return b;
        if (IsConstant(b, 0)) return a;
        if (SameScale(a, b) is var (m, n, exponent)) return Scale(m + n, exponent);
        if (CommonFraction(a, b) is var (p, q, factors)) return Divided(p + q, factors);
        return Emit(VectorOperation.Add, a, b);
    }

    public Value Subtract(Value a, Value b)
    {
        if (IsConstant(b, 0)) return a;
        if (SameScale(a, b) is var (m, n, exponent)) return Scale(m - n, exponent);
        if (CommonFraction(a, b) is var (p, q, factors)) return Divided(p - q, factors);
        return Emit(VectorOperation.Subtract, a, b);
    }

    public Value Multiply(Value a, Value b)
    {
        if (IsConstant(a, 1)) return b;
        if (IsConstant(b, 1)) return a;
        if (Scaled(a) is var (m, n)) return Scale(m * b, n);
        if (Scaled(b) is var (p, q)) return Scale(a * p, q);
        var (left, right) = (FractionOf(a), FractionOf(b));
        var factors = left.Factors.Count + right.Factors.Count;
        if (factors > 0 && factors <= LongestDenominator)
            return Divided(left.Numerator * right.Numerator, [.. left.Factors, .. right.Factors]);
        return Emit(VectorOperation.Multiply, a, b);
    }

    public Value Divide(Value a, Value b)
    {
        if (IsConstant(b, 1)) return a;
        if (Scaled(a) is var (m, n)) return Scale(m / b, n);
        // The reciprocal of a power of two is exact, and that of any number is exact enough where half the digits count.
        if (PowerOfTwo(b) is { } power) return a * Constant(1 / power);
        if (Format.IsWidened && _isVarying[a.Index] && !_isVarying[b.Index])
            return a * Emit(VectorOperation.Divide, Constant(1), b);
        return Emit(VectorOperation.Divide, a, b);
    }

    /// <summary>a / b for b between 1/8 and 8 (2⁶⁰ in a widened format), so that products of such denominators neither overflow
    /// nor vanish.</summary>
    public Value DivideByModerate(Value a, Value b)
    {
        if (Scaled(a) is var (m, n)) return Scale(DivideByModerate(m, b), n);
        var fraction = FractionOf(a);
        return fraction.Factors.Count < LongestDenominator
            ? Divided(fraction.Numerator, [.. fraction.Factors, b])
            : Emit(VectorOperation.Divide, a, b);
    }

    public Value Negate(Value a) =>
        Scaled(a) is var (m, n) ? Scale(-m, n) : Emit(VectorOperation.Negate, a);

    public Value FusedMultiplyAdd(Value a, Value b, Value c)
    {
        if (SameScale(a, c) is var (m, p, left)) return Scale(FusedMultiplyAdd(m, b, p), left);
        if (SameScale(b, c) is var (n, q, right)) return Scale(FusedMultiplyAdd(a, n, q), right);
        if (IsConstant(a, 1)) return b + c;
        return Emit(VectorOperation.FusedMultiplyAdd, a, b, c);
    }

    public Value FusedMultiplyAdd(Value a, Value b, double c) => FusedMultiplyAdd(a, b, Constant(c));

    public Value FusedMultiplyAdd(Value a, double b, Value c) => FusedMultiplyAdd(a, Constant(b), c);

    public Value Abs(Value a) => Emit(VectorOperation.Abs, a);

    /// <summary>−|a|</summary>
    public Value MinusAbs(Value a) => Or(a, Bits(Format.SignMask));

    public Value Minimum(Value a, Value b) => MinimumOrMaximum(VectorOperation.Minimum, VectorOperation.QuickMinimum, a, b);

    public Value Maximum(Value a, Value b)
    {
        var maximum = MinimumOrMaximum(VectorOperation.Maximum, VectorOperation.QuickMaximum, a, b);
        // The quick maximum of +0 and −0 is −0; adding +0 turns that into +0 and changes nothing else.
        return IsConstant(a, 0) || IsConstant(b, 0) ? Emit(VectorOperation.Add, maximum, Constant(0)) : maximum;
    }

    /// <summary>max(a, 0) with the sign of a zero, NaN where a is NaN.</summary>
    public Value PositivePart(Value a) => Emit(VectorOperation.QuickMaximum, Constant(0), a);

    // One instruction where one side is known not to be NaN, three or more otherwise.
    private Value MinimumOrMaximum(VectorOperation careful, VectorOperation quick, Value a, Value b) =>
        IsNumber(a) ? Emit(quick, a, b)
        : IsNumber(b) ? Emit(quick, b, a)
        : Emit(careful, a, b);

    private bool IsNumber(Value a) => _instructions[a.Index].Operation switch
    {
        VectorOperation.Constant => !double.IsNaN(_instructions[a.Index].Number),
        // Parameters are checked to be finite.
        VectorOperation.Uniform => true,
        _ => false,
    };

    public Value SquareRoot(Value a) => Emit(VectorOperation.SquareRoot, a);

    public Value Floor(Value a) => Emit(VectorOperation.Floor, a);

    public Value Round(Value a) => Emit(VectorOperation.Round, a);

    public Value Equal(Value a, Value b) => Emit(VectorOperation.Equal, a, b);

    public Value Less(Value a, Value b) => Emit(VectorOperation.Less, a, b);

    public Value Less(Value a, double b) => Less(a, Constant(b));

    public Value LessOrEqual(Value a, Value b) => Emit(VectorOperation.LessOrEqual, a, b);

    public Value Select(Value mask, Value a, Value b)
    {
        if (a == b) return a;
        var (left, right) = (Scaled(a), Scaled(b));
        if (left is null && right is null) return Emit(VectorOperation.Select, mask, a, b);
        var (m, n) = left ?? (a, Constant(0));
        var (p, q) = right ?? (b, Constant(0));
        return Scale(Select(mask, m, p), Select(mask, n, q));
    }

    public Value And(Value a, Value b) => Emit(VectorOperation.And, a, b);

    public Value Or(Value a, Value b) => Emit(VectorOperation.Or, a, b);

    public Value Xor(Value a, Value b) => Emit(VectorOperation.Xor, a, b);

    public Value ShiftLeft(Value a, int count) =>
        Emit(new Instruction(VectorOperation.ShiftLeft, a.Index, Bits: (ulong)count));

    public Value ShiftRight(Value a, int count) =>
        Emit(new Instruction(VectorOperation.ShiftRight, a.Index, Bits: (ulong)count));

    public Value Scale(Value a, Value exponent) => Emit(VectorOperation.Scale, a, exponent);

    public Value SinOfLarge(Value angle, Value rest) => Emit(VectorOperation.SinOfLarge, angle, rest);

    public Value CosOfLarge(Value angle, Value rest) => Emit(VectorOperation.CosOfLarge, angle, rest);

    public Value Repair(Value value, Value x, Value atPlus, Value atMinus) =>
        Emit(new Instruction(VectorOperation.Repair, value.Index, x.Index, atPlus.Index, atMinus.Index));

    /// <summary>The sign bit of a, all other bits clear.</summary>
    public Value SignBit(Value a) => And(a, Bits(Format.SignMask));

    /// <summary>|a| with the sign of b.</summary>
    public Value WithSign(Value a, Value b) => Scaled(a) is var (m, n)
        ? Scale(WithSign(m, b), n)
        : Emit(VectorOperation.Select, Bits(Format.SignMask), b, a);

    /// <summary>c₀ + c₁ z + c₂ z² + …: even and odd powers apart, each by Horner's rule in z², which halves the length of
    /// the chain of dependent instructions.</summary>
    public Value Polynomial(Value z, ReadOnlySpan<double> coefficients)
    {
        if (coefficients.Length < 4) return Horner(z, coefficients, 0, 1);
        var square = z * z;
        return FusedMultiplyAdd(Horner(square, coefficients, 1, 2), z, Horner(square, coefficients, 0, 2));
    }

    /// <summary>c₀ + c₁ z + c₂ z² + …, with as few multiplications as there can be: one long chain.</summary>
    public Value Horner(Value z, ReadOnlySpan<double> coefficients) => Horner(z, coefficients, 0, 1);

    // Every second coefficient, or every one, from the first on.
    private Value Horner(Value z, ReadOnlySpan<double> coefficients, int first, int step)
    {
        var i = coefficients.Length - 1 - ((coefficients.Length - 1 - first) % step);
        var sum = Constant(coefficients[i]);
        for (i -= step; i >= first; i -= step) sum = FusedMultiplyAdd(sum, z, coefficients[i]);
        return sum;
    }

    /// <summary>high + low, rounded once; in one instruction where low is a product.</summary>
    public Value Sum(ExtendedValue a)
    {
        if (a.Low is not { } low) return a.High;
        if (SameScale(a.High, low) is var (m, n, exponent)) return Scale(Sum(new ExtendedValue(m, n)), exponent);
        return _instructions[low.Index] is { Operation: VectorOperation.Multiply } product
            ? FusedMultiplyAdd(new Value(this, product.A), new Value(this, product.B), a.High)
            : a.High + low;
    }

    public VectorProgram Build(params IEnumerable<Value> outputs) =>
        new VectorProgram(Format, [.. _instructions], [.. outputs.Select(o => o.Index)], UniformCount()).WithoutDeadCode();

    private int UniformCount() => _instructions
        .Where(i => i.Operation == VectorOperation.Uniform)
        .Select(i => (int)i.Bits + 1)
        .DefaultIfEmpty(0)
        .Max();

    private bool IsConstant(Value a, double value) =>
        _instructions[a.Index] is { Operation: VectorOperation.Constant } c && c.Number == value;

    private double? PowerOfTwo(Value a) =>
        _instructions[a.Index] is { Operation: VectorOperation.Constant } c && double.IsPow2(c.Number) ? c.Number : null;

    private (Value Mantissa, Value Exponent)? Scaled(Value a) =>
        _instructions[a.Index] is { Operation: VectorOperation.Scale } s
            ? (new Value(this, s.A), new Value(this, s.B))
            : null;

    /// <summary>A value as numerator and factors of the denominator; no factors where it is no fraction.</summary>
    private readonly record struct Fraction(Value Numerator, IReadOnlyList<Value> Factors);

    private Fraction FractionOf(Value a) => _fractions.TryGetValue(a.Index, out var f) ? f : new Fraction(a, []);

    // The quotient is emitted at once; where it is made part of a larger fraction nothing uses it and it disappears.
    private Value Divided(Value numerator, IEnumerable<Value> factors)
    {
        var sorted = factors.OrderBy(factor => factor.Index).ToList();
        var quotient = Emit(VectorOperation.Divide, numerator, Product(sorted));
        _fractions[quotient.Index] = new Fraction(numerator, sorted);
        return quotient;
    }

    private Value Product(List<Value> factors) => factors.Aggregate(Multiply);

    // Two fractions over their common denominator; null where one of them is none, or where it would grow too long.
    private (Value A, Value B, List<Value> Factors)? CommonFraction(Value a, Value b)
    {
        var (left, right) = (FractionWithScale(a), FractionWithScale(b));
        if (left.Factors.Count == 0 || right.Factors.Count == 0) return null;
        var missingLeft = Without(right.Factors, left.Factors);
        var missingRight = Without(left.Factors, right.Factors);
        List<Value> common = [.. left.Factors, .. missingLeft];
        if (common.Count > LongestDenominator) return null;
        return (Expanded(left.Numerator, missingLeft), Expanded(right.Numerator, missingRight), common);
    }

    private Fraction FractionWithScale(Value a)
    {
        if (Scaled(a) is not var (mantissa, exponent)) return FractionOf(a);
        var fraction = FractionWithScale(mantissa);
        return fraction.Factors.Count == 0 ? new Fraction(a, []) : new Fraction(Scale(fraction.Numerator, exponent), fraction.Factors);
    }

    private Value Expanded(Value numerator, List<Value> factors) =>
        factors.Count == 0 ? numerator : numerator * Product(factors);

    private static List<Value> Without(IEnumerable<Value> all, IEnumerable<Value> taken)
    {
        var rest = all.ToList();
        foreach (var value in taken) rest.Remove(value);
        return rest;
    }

    private (Value A, Value B, Value Exponent)? SameScale(Value a, Value b) =>
        Scaled(a) is var (m, n) && Scaled(b) is var (p, q) && n == q ? (m, p, n) : null;

    private Value Emit(VectorOperation operation, Value a) => Emit(new Instruction(operation, a.Index));

    private Value Emit(VectorOperation operation, Value a, Value b) =>
        Emit(new Instruction(operation, a.Index, b.Index));

    private Value Emit(VectorOperation operation, Value a, Value b, Value c) =>
        Emit(new Instruction(operation, a.Index, b.Index, c.Index));

    private Value Emit(Instruction instruction)
    {
        // −0 and +0 are equal as numbers but not as constants.
        var key = instruction.Operation == VectorOperation.Constant
            ? instruction with { Bits = BitConverter.DoubleToUInt64Bits(instruction.Number), Number = 0 }
            : instruction;
        if (!_known.TryGetValue(key, out var index))
        {
            index = _instructions.Count;
            _instructions.Add(instruction);
            _isVarying.Add(instruction.Operation is VectorOperation.Input or VectorOperation.Upstream
                || instruction.Operands.Any(operand => _isVarying[operand]));
            _known.Add(key, index);
        }

        return new Value(this, index);
    }
}
