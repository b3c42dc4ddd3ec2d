using System.Runtime.CompilerServices;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>What the properties of limits, kinks and smoothness share: the pieces of a function, how they meet, and its
/// limits at ±∞. Each is found on first use and kept.</summary>
internal sealed class Anatomy
{
    private static readonly ConditionalWeakTable<AnalysedFunction, Anatomy> Known = [];

    private readonly Lazy<Decided<PiecewiseForm>> _form;
    private readonly Lazy<Decided<IReadOnlyList<Junction>>> _junctions;
    private readonly Lazy<bool> _isStaircase;
    private readonly Lazy<Limit> _left;
    private readonly Lazy<Limit> _right;

    private Anatomy(AnalysedFunction function)
    {
        // Without the simplifier, which may round where it folds numbers.
        Formula = function.Definition.Formula.Substitute(function.Definition.Parameters
            .Zip(function.Parameters).ToDictionary(p => p.First.Name, p => (Expression)p.Second));
        _form = new(() => Decide(() => PiecewiseForm.Of(Formula)));
        _junctions = new(() => Decide(FindJunctions));
        _isStaircase = new(() => Staircase.IsOne(Formula));
        _left = new(() => Limit.AtInfinity(Formula, -1));
        _right = new(() => Limit.AtInfinity(Formula, 1));
    }

    /// <summary>f in x alone, its numbers not rounded.</summary>
    public Expression Formula { get; }

    /// <summary>Its pieces.</summary>
    public Decided<PiecewiseForm> Form => _form.Value;

    /// <summary>One for each breakpoint.</summary>
    public Decided<IReadOnlyList<Junction>> Junctions => _junctions.Value;

    /// <summary>Those where it matters how the sides meet: not the open ends of the domain.</summary>
    public IEnumerable<Junction>? InnerJunctions => Junctions.Value?.Where(junction => !junction.IsOpenEnd);

    /// <summary>Whether it jumps at infinitely many points, all of one kind.</summary>
    public bool IsStaircase => _isStaircase.Value;

    /// <summary>That of a function, the same one each time.</summary>
    public static Anatomy Of(AnalysedFunction function) => Known.GetValue(function, f => new Anatomy(f));

    /// <summary>The limit at −∞ (−1) or +∞ (1).</summary>
    public Limit LimitAt(int side) => side < 0 ? _left.Value : _right.Value;

    private IReadOnlyList<Junction> FindJunctions()
    {
        if (Form.Value is not { } form) throw new NotDecidedException(Form.WhyNot!);
        return [.. Enumerable.Range(0, form.Breakpoints.Count).Select(i => Junction.At(form, i))];
    }

    private static Decided<T> Decide<T>(Func<T> find)
        where T : class
    {
        try
        {
            return new Decided<T>(find(), null);
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return new Decided<T>(null, e.Message);
        }
    }
}

/// <summary>A value, or the reason why there is none, as the end of a sentence.</summary>
internal readonly record struct Decided<T>(T? Value, string? WhyNot)
    where T : class;
