namespace Hillock.Expressions.Asymptotics;

/// <summary>What becomes of a function as x approaches a point or ±∞.</summary>
public enum LimitKind
{
    /// <summary>It tends to a number.</summary>
    Finite,

    /// <summary>It tends to +∞.</summary>
    PlusInfinity,

    /// <summary>It tends to −∞.</summary>
    MinusInfinity,

    /// <summary>Proved to have no limit: it oscillates.</summary>
    None,

    /// <summary>It is undefined from some point on.</summary>
    Undefined,

    /// <summary>Not known.</summary>
    NotDecided,
}
