using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>What an <see cref="EnclosureProgram"/> computes with: intervals, interval Taylor series.</summary>
internal interface IEnclosureArithmetic<T>
{
    /// <summary>A constant known to lie in an interval.</summary>
    T Constant(Interval value);

    /// <summary>An enclosure of the values, by which conditions are decided.</summary>
    Interval Values(T quantity);

    /// <summary>A primitive that is neither a condition nor <see cref="Primitive.Where"/>; operands that it does not
    /// take are ignored.</summary>
    T Apply(Primitive primitive, T a, T b, T c);

    /// <summary>x, for those of its values alone that lie in an interval.</summary>
    T Restrict(T x, Interval range);

    /// <summary>What is one of two, the one or the other depending on x.</summary>
    /// <param name="condition">The enclosure of the condition.</param>
    /// <param name="then">Where it holds.</param>
    /// <param name="otherwise">Where it does not.</param>
    T Choose(Interval condition, T then, T otherwise);
}
