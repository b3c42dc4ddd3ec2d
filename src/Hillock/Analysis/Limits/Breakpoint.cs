using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>A point where a formula may switch or be singular.</summary>
/// <param name="Place">Doubles around it.</param>
/// <param name="Exact">The point itself where it has an exact form, else null.</param>
internal sealed record Breakpoint(Bounds Place, Number? Exact)
{
    public Breakpoint(Number exact)
        : this(exact.Bounds, exact)
    {
    }

    /// <summary>The double nearest to it.</summary>
    public double Nearest => Place.Middle;

    /// <summary>The primitives that switch or are singular there.</summary>
    public HashSet<Primitive> Causes { get; } = [];
}
