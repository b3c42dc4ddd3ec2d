namespace Hillock.Expressions.Asymptotics;

/// <summary>The elementary functions of exact constants: exact where a value is known, else an atom.</summary>
/// <remarks>Arguments are brought into one form first (tanh(−1) is −tanh(1), σ(−1) is 1 − σ(1)), so that equal
/// constants meet as equal atoms.</remarks>
internal static class NumberFunctions
{
    /// <summary>The value of a function of one operand.</summary>
    /// <exception cref="UndefinedException">It has no real value.</exception>
    public static Number Apply(Primitive primitive, Number a) => primitive switch
    {
        Primitive.Negate => -a,
        Primitive.Exp => Exp(a),
        Primitive.Expm1 => Exp(a) - 1,
        Primitive.Log => Log(a),
        Primitive.Log1p => Log(a + 1),
        Primitive.Sqrt => a.Power(Rational.Half),
        Primitive.Sinh => (Exp(a) - Exp(-a)) * new Number(Rational.Half),
        Primitive.Cosh => (Exp(a) + Exp(-a)) * new Number(Rational.Half),
        Primitive.Tan => Sine(a) / Cosine(a),
        Primitive.Sin => Sine(a),
        Primitive.Cos => Cosine(a),
        Primitive.Asinh or Primitive.Erf => Odd(primitive, a),
        Primitive.Tanh => a.IsZero ? 0 : IsNegativeForm(a) ? -Tanh(-a) : Tanh(a),
        Primitive.Atan => a.IsOne ? Number.Pi / 4 : (-a).IsOne ? Number.Pi / -4 : Odd(primitive, a),
        Primitive.Erfc => 1 - Odd(Primitive.Erf, a),
        Primitive.Sigmoid => a.IsZero ? new Number(Rational.Half)
            : IsNegativeForm(a) ? SmallSigmoid(-a)
            : 1 - SmallSigmoid(a),
        Primitive.Softplus => a.IsZero ? Log(2) : IsNegativeForm(a) ? Softplus(-a) + a : Softplus(a),
        Primitive.NormalDistribution =>
            (1 + Odd(Primitive.Erf, a * Number.Of(Atom.Of(2), -Rational.Half))) * new Number(Rational.Half),
        Primitive.NormalDensity => Exp(-(a * a) * new Number(Rational.Half)) * (2 * Number.Pi).Power(-Rational.Half),
        Primitive.Abs => a.Sign() < 0 ? -a : a,
        Primitive.Sign => a.Sign(),
        Primitive.Floor => Floor(a),
        _ => throw new ArgumentOutOfRangeException(nameof(primitive), primitive, "It does not take one operand."),
    };

    /// <summary>a to the power of b.</summary>
    /// <exception cref="UndefinedException">It has no real value.</exception>
    public static Number Power(Number a, Number b) => b.AsRational is { } p ? a.Power(p) : Exp(b * Log(a));

    // The exponential of a sum is a product: exp(2 + log(3)/2 − 4·a) = e^2 · 3^(1/2) · exp(a)^(−4).
    private static Number Exp(Number a) =>
        a.Parts.Aggregate(Number.One, (product, part) => product * ExpOf(part.Atoms, part.Factor));

    private static Number ExpOf(AtomProduct atoms, Rational factor)
    {
        if (atoms.Factors.IsEmpty) return Number.Of(Atom.E, factor);
        if (atoms.Factors is [var (atom, exponent)] && exponent == Rational.One && atom.LogarithmOf is { } inner)
            return inner.Power(factor);
        var product = Number.Of(atoms, Rational.One);
        var bounds = Bounds.Apply(Primitive.Exp, product.Bounds);
        return Number.Of(new Atom($"exp({atoms.Key})", bounds, Varies: product.Varies), factor);
    }

    private static Number Log(Number a)
    {
        if (a.IsZero) throw new UndefinedException("the logarithm of 0");
        if (!a.Varies && a.Sign() < 0) throw new UndefinedException("the logarithm of a negative number");
        if (a.Varies || a.Parts.Length > 1) return LogOfSum(a);
        var (atoms, factor) = a.Parts[0];
        return atoms.Factors.Aggregate(LogOf(factor), (sum, f) => sum + (new Number(f.Exponent) * LogOf(f.Atom)));
    }

    private static Number LogOfSum(Number a)
    {
        var (content, rest) = a.WithoutContent();
        return LogOf(content) + Logarithm(rest);
    }

    private static Number LogOf(Rational positive) => LogOf(positive.Numerator, 1) + LogOf(positive.Denominator, -1);

    private static Number LogOf(System.Numerics.BigInteger positive, int sign) => PrimeFactors.Of(positive)
        .Aggregate(
            Number.Zero,
            (sum, factor) => sum + (sign * factor.Count * Logarithm(new Number(Rational.Of(factor.Prime, 1)))));

    private static Number LogOf(Atom atom)
    {
        if (atom == Atom.E) return 1;
        if (atom.Integer is { } integer) return LogOf(integer, 1);
        return Logarithm(Number.Of(atom, Rational.One));
    }

    private static Number Logarithm(Number a)
    {
        if (a.IsOne) return 0;
        var bounds = Bounds.Apply(Primitive.Log, a.Bounds);
        // An atom is positive: log(1/3) would come here only as −log(3), but the logarithm of a sum may be negative.
        var isNegative = !a.Varies && SignOf(bounds) < 0;
        var name = $"log({a.Key})";
        if (isNegative) return -Number.Of(new Atom($"-{name}", -bounds), Rational.One);
        return Number.Of(new Atom(name, bounds, Varies: a.Varies, LogarithmOf: a), Rational.One);
    }

    private static int SignOf(Bounds bounds) => bounds.Sign is not 0 and var sign
        ? sign
        : throw new NotDecidedException("a constant is too near to 0 to tell its sign");

    // Written by exponentials, so that the same numbers spelled out meet as equal ones, and 1 − σ(80) is not lost.
    private static Number Softplus(Number a) => Log(1 + Exp(a));

    private static Number Tanh(Number a) => 1 - (2 * SmallSigmoid(2 * a));

    // σ(−a)
    private static Number SmallSigmoid(Number a) => (1 + Exp(a)).Power(-1);

    private static Number Odd(Primitive primitive, Number a) => a.IsZero ? 0
        : IsNegativeForm(a) ? -Opaque(primitive, -a)
        : Opaque(primitive, a);

    /// <summary>Which of a and −a is taken for the negative one: by its form, not by its value.</summary>
    private static bool IsNegativeForm(Number a) => a.Parts[0].Factor.Sign < 0;

    /// <summary>The value as an atom, or minus an atom where it is negative.</summary>
    private static Number Opaque(Primitive primitive, Number a)
    {
        var name = $"{PrimitiveTable.Syntax(primitive).Name}({a.Key})";
        if (a.Varies) return Number.Of(new Atom(name, Bounds.All, Varies: true), Rational.One);
        var bounds = Bounds.Apply(primitive, a.Bounds);
        return SignOf(bounds) > 0
            ? Number.Of(new Atom(name, bounds), Rational.One)
            : -Number.Of(new Atom("-" + name, -bounds), Rational.One);
    }

    private static Number Sine(Number a)
    {
        if (a.IsZero) return 0;
        if (HalfTurns(a) is not { } turns) return Odd(Primitive.Sin, a);
        return QuarterTurn((int)(((turns % 4) + 4) % 4));
    }

    private static Number Cosine(Number a)
    {
        if (a.IsZero) return 1;
        if (HalfTurns(a) is { } turns) return QuarterTurn((int)((((turns + 1) % 4) + 4) % 4));
        return Opaque(Primitive.Cos, IsNegativeForm(a) ? -a : a);
    }

    // sin(n·π/2)
    private static Number QuarterTurn(int n) => n switch { 1 => 1, 3 => -1, _ => 0 };

    /// <summary>n, where the angle is n·π/2.</summary>
    private static System.Numerics.BigInteger? HalfTurns(Number angle) =>
        (angle / Number.Pi * 2).AsRational is { IsInteger: true } n ? n.Numerator : null;

    private static Number Floor(Number a)
    {
        if (a.AsRational is { } rational) return new Number(Rational.Of(rational.Floor(), 1));
        var (low, high) = (Math.Floor(a.Bounds.Low), Math.Floor(a.Bounds.High));
        return low == high
            ? new Number(Rational.Of(low))
            : throw new NotDecidedException($"{a.Key} is too near to a whole number to tell its largest integer");
    }
}
