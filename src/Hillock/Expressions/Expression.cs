using System.Collections.Immutable;

namespace Hillock.Expressions;

/// <summary>An immutable expression in x and named parameters, compared by structure.</summary>
/// <remarks>
/// Operators build nodes and drop what has no effect (<c>0 + a</c>, <c>1 · a</c>), so that derived expressions stay
/// small; everything deeper is the task of <see cref="Simplifier"/>.
/// </remarks>
public abstract class Expression : IEquatable<Expression>
{
    private readonly int _hash;

    private protected Expression(int hash) => _hash = hash;

    /// <summary>The variable x, the pre-activation.</summary>
    public static Expression X { get; } = new Variable();

    /// <summary>The number 0.</summary>
    public static Expression Zero { get; } = new Constant(0);

    /// <summary>The number 1.</summary>
    public static Expression One { get; } = new Constant(1);

    /// <summary>A number.</summary>
    public static implicit operator Expression(double value) => new Constant(value);

    /// <summary>a + b</summary>
    public static Expression operator +(Expression a, Expression b) =>
        a.IsZero ? b : b.IsZero ? a : new Operation(Primitive.Add, a, b);

    /// <summary>a − b</summary>
    public static Expression operator -(Expression a, Expression b) =>
        b.IsZero ? a : a.IsZero ? -b : new Operation(Primitive.Subtract, a, b);

    /// <summary>a · b</summary>
    public static Expression operator *(Expression a, Expression b) =>
        a.IsZero || b.IsZero ? Zero : a.IsOne ? b : b.IsOne ? a : new Operation(Primitive.Multiply, a, b);

    /// <summary>a / b</summary>
    public static Expression operator /(Expression a, Expression b) =>
        a.IsZero ? Zero : b.IsOne ? a : new Operation(Primitive.Divide, a, b);

    /// <summary>−a</summary>
    public static Expression operator -(Expression a) => a switch
    {
        Constant { Name: null } c => c.Value == 0 ? Zero : new Constant(-c.Value),
        Operation { Primitive: Primitive.Negate } o => o[0],
        _ => new Operation(Primitive.Negate, a),
    };

    internal bool IsZero => this is Constant { Value: 0 };

    internal bool IsOne => this is Constant { Value: 1 };

    /// <summary>How many operations it has, each counted as often as it is written.</summary>
    internal virtual int Size => 0;

    /// <summary>Whether x occurs in it.</summary>
    public bool DependsOnX => Any(node => node is Variable);

    /// <summary>Whether some node of the tree satisfies a condition.</summary>
    public bool Any(Func<Expression, bool> condition) =>
        condition(this) || (this is Operation o && o.Operands.Any(operand => operand.Any(condition)));

    /// <summary>The names of the parameters that occur, each once, in order of appearance.</summary>
    public IReadOnlyList<string> ParameterNames()
    {
        var names = new List<string>();
        Any(node =>
        {
            if (node is Parameter p && !names.Contains(p.Name)) names.Add(p.Name);
            return false;
        });
        return names;
    }

    /// <summary>The same expression with every node replaced, operands first.</summary>
    internal Expression Transform(Func<Expression, Expression> replace)
    {
        if (this is not Operation o) return replace(this);
        var operands = o.Operands.Select(operand => operand.Transform(replace)).ToImmutableArray();
        var unchanged = operands.Zip(o.Operands).All(pair => ReferenceEquals(pair.First, pair.Second));
        return replace(unchanged ? o : new Operation(o.Primitive, operands));
    }

    /// <summary>The same expression with x replaced.</summary>
    public Expression Substitute(Expression x) => Transform(node => node is Variable ? x : node);

    /// <summary>The same expression with parameters replaced by values.</summary>
    public Expression Substitute(IReadOnlyDictionary<string, Expression> parameters) =>
        Transform(node => node is Parameter p && parameters.TryGetValue(p.Name, out var value) ? value : node);

    /// <inheritdoc/>
    public abstract bool Equals(Expression? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj is Expression other && Equals(other);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => _hash;

    /// <summary>The formula in the grammar that <see cref="FormulaParser"/> reads.</summary>
    public sealed override string ToString() => TextPrinter.Print(this);
}

/// <summary>The variable x.</summary>
public sealed class Variable : Expression
{
    internal Variable()
        : base(17)
    {
    }

    /// <inheritdoc/>
    public override bool Equals(Expression? other) => other is Variable;
}

/// <summary>A number, with the name under which it was written where it has one (<c>pi</c>, <c>e</c>).</summary>
public sealed class Constant : Expression
{
    /// <summary>The ratio of a circle's circumference to its diameter.</summary>
    public static readonly Constant Pi = new(Math.PI, "pi");

    /// <summary>The base of the natural logarithm.</summary>
    public static readonly Constant E = new(Math.E, "e");

    /// <summary>Creates a number.</summary>
    public Constant(double value, string? name = null)
        : base(HashCode.Combine(value, name))
    {
        Value = value;
        Name = name;
    }

    /// <summary>Its value.</summary>
    public double Value { get; }

    /// <summary>Its name, or null for a plain number.</summary>
    public string? Name { get; }

    /// <inheritdoc/>
    public override bool Equals(Expression? other) =>
        other is Constant c && c.Value.Equals(Value) && c.Name == Name;
}

/// <summary>A parameter of the activation, known by name.</summary>
public sealed class Parameter : Expression
{
    /// <summary>Creates a reference to a parameter.</summary>
    public Parameter(string name)
        : base(HashCode.Combine(19, name)) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override bool Equals(Expression? other) => other is Parameter p && p.Name == Name;
}

/// <summary>A primitive applied to operands.</summary>
public sealed class Operation : Expression
{
    /// <summary>Creates a node.</summary>
    /// <exception cref="ArgumentException">The number of operands is not the primitive's.</exception>
    public Operation(Primitive primitive, params ImmutableArray<Expression> operands)
        : base(Hash(primitive, operands))
    {
        var arity = PrimitiveTable.Syntax(primitive).Arity;
        if (operands.Length != arity)
            throw new ArgumentException($"{primitive} takes {arity} operands, not {operands.Length}.", nameof(operands));
        Primitive = primitive;
        Operands = operands;
        Size = (int)Math.Min(int.MaxValue, operands.Aggregate(1L, (sum, operand) => sum + operand.Size));
    }

    /// <summary>What is done.</summary>
    public Primitive Primitive { get; }

    /// <summary>To what.</summary>
    public ImmutableArray<Expression> Operands { get; }

    internal override int Size { get; }

    internal Expression this[int index] => Operands[index];

    /// <inheritdoc/>
    public override bool Equals(Expression? other) =>
        ReferenceEquals(this, other)
        || (other is Operation o
            && o.GetHashCode() == GetHashCode()
            && o.Primitive == Primitive
            && o.Operands.SequenceEqual(Operands));

    private static int Hash(Primitive primitive, ImmutableArray<Expression> operands)
    {
        var hash = new HashCode();
        hash.Add(primitive);
        foreach (var operand in operands) hash.Add(operand);
        return hash.ToHashCode();
    }
}
