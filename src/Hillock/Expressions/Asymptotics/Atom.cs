using System.Numerics;

namespace Hillock.Expressions.Asymptotics;

/// <summary>A positive real constant that is no fraction, or is not known to be one: π, e, log 2, √3,
/// tanh(1).</summary>
/// <param name="Name">How it is written; atoms of the same name are the same number.</param>
/// <param name="Value">Bounds of it.</param>
/// <param name="Integer">The integer of which it is a root, or null.</param>
/// <param name="Varies">Whether it stands for an expression in x, of any sign, where forms are compared.</param>
/// <param name="LogarithmOf">The number of which it is the logarithm, or null.</param>
/// <param name="Sum">The sum that it stands for, as in (1 + e)⁻¹, or null.</param>
internal sealed record Atom(
    string Name, Bounds Value, BigInteger? Integer = null, bool Varies = false, Number? LogarithmOf = null,
    Number? Sum = null)
{
    /// <summary>x itself.</summary>
    public static Atom X { get; } = new("x", Bounds.All, Varies: true);

    public static Atom Pi { get; } = new("pi", new Bounds(Math.PI, Math.BitIncrement(Math.PI)));

    public static Atom E { get; } = new("e", new Bounds(Math.E, Math.BitIncrement(Math.E)));

    /// <summary>An integer above 1 that fractional powers are taken of.</summary>
    public static Atom Of(BigInteger integer) =>
        new(integer.ToString(System.Globalization.CultureInfo.InvariantCulture), Rational.Of(integer, 1).ToBounds(),
            integer);
}
