using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>An expression in x alone as a list of steps, each shared subexpression once, to be evaluated many times.
/// </summary>
/// <remarks>A branch of <c>where</c> is a program of its own and evaluated only where its condition may hold, for the
/// values of x alone for which it may hold if the condition is linear in x: what a branch would do on the other side
/// spoils no enclosure.</remarks>
internal sealed class EnclosureProgram
{
    private readonly record struct Step(Primitive Primitive, int A, int B, int C, Branches? Branches);

    private sealed record Branches(EnclosureProgram Then, EnclosureProgram Otherwise, ConditionOnX? OnX);

    // Slot 0 holds x, then come the constants, then the results of the steps.
    private readonly List<Interval> _constants = [];
    private readonly List<Step> _steps = [];
    private readonly int _result;

    /// <summary>Compiles an expression.</summary>
    /// <exception cref="ArgumentException">A parameter has no value.</exception>
    public EnclosureProgram(Expression expression)
    {
        var constants = new Dictionary<Expression, int>();
        expression.Any(node =>
        {
            if (node is Parameter p)
                throw new ArgumentException($"The parameter {p.Name} has no value.", nameof(expression));
            if (node is Constant c && constants.TryAdd(c, constants.Count + 1)) _constants.Add(ValueOf(c));
            return false;
        });
        var known = new Dictionary<Expression, int>(constants);
        _result = Compile(expression, known);
    }

    /// <summary>Encloses the value for an x.</summary>
    public T Evaluate<T>(T x, IEnclosureArithmetic<T> arithmetic)
    {
        var slots = new T[1 + _constants.Count + _steps.Count];
        slots[0] = x;
        var next = 1;
        foreach (var constant in _constants) slots[next++] = arithmetic.Constant(constant);
        foreach (var step in _steps) slots[next++] = Take(step, slots, arithmetic);
        return slots[_result];
    }

    private static T Take<T>(Step step, T[] slots, IEnclosureArithmetic<T> arithmetic)
    {
        var (a, b) = (slots[step.A], slots[step.B]);
        if (step.Branches is not { } branches) return arithmetic.Apply(step.Primitive, a, b, slots[step.C]);
        var condition = IntervalTable.Apply(step.Primitive, arithmetic.Values(a), arithmetic.Values(b), default);
        return condition.Sign switch
        {
            1 => arithmetic.Choose(condition, branches.Then.Evaluate(slots[0], arithmetic), a),
            0 => arithmetic.Choose(condition, a, branches.Otherwise.Evaluate(slots[0], arithmetic)),
            _ => Both(condition, branches, slots[0], arithmetic),
        };
    }

    private static T Both<T>(Interval condition, Branches branches, T x, IEnclosureArithmetic<T> arithmetic)
    {
        if (branches.OnX is not { } onX)
            return arithmetic.Choose(
                condition, branches.Then.Evaluate(x, arithmetic), branches.Otherwise.Evaluate(x, arithmetic));
        var range = arithmetic.Values(x);
        var (where, elsewhere) = (onX.Where(range, holds: true), onX.Where(range, holds: false));
        if (where.IsEmpty) return branches.Otherwise.Evaluate(x, arithmetic);
        if (elsewhere.IsEmpty) return branches.Then.Evaluate(x, arithmetic);
        return arithmetic.Choose(
            condition,
            branches.Then.Evaluate(arithmetic.Restrict(x, where), arithmetic),
            branches.Otherwise.Evaluate(arithmetic.Restrict(x, elsewhere), arithmetic));
    }

    private int Compile(Expression e, Dictionary<Expression, int> known)
    {
        if (e is Variable) return 0;
        if (known.TryGetValue(e, out var slot)) return slot;
        var o = (Operation)e;
        _steps.Add(o.Primitive == Primitive.Where ? Branching(o, known) : Plain(o, known));
        return known[e] = _constants.Count + _steps.Count;
    }

    private Step Plain(Operation o, Dictionary<Expression, int> known)
    {
        var operands = o.Operands.Select(operand => Compile(operand, known)).ToArray();
        return new(o.Primitive, operands[0], operands.ElementAtOrDefault(1), operands.ElementAtOrDefault(2), null);
    }

    private Step Branching(Operation o, Dictionary<Expression, int> known)
    {
        var condition = (Operation)o[0];
        var branches = new Branches(new(o[1]), new(o[2]), ConditionOnX.TryFrom(condition));
        return new(condition.Primitive, Compile(condition[0], known), Compile(condition[1], known), 0, branches);
    }

    private static Interval ValueOf(Constant c) =>
        c.Equals(Constant.Pi) ? Interval.Pi : c.Equals(Constant.E) ? Interval.E : c.Value;
}
