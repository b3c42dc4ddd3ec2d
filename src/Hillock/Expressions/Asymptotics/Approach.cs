namespace Hillock.Expressions.Asymptotics;

/// <summary>How a function comes to its finite limit.</summary>
public enum Approach
{
    /// <summary>It is above the limit from some point on.</summary>
    FromAbove,

    /// <summary>It is below the limit from some point on.</summary>
    FromBelow,

    /// <summary>It equals the limit from some point on.</summary>
    Equal,

    /// <summary>Not known, or it oscillates around the limit.</summary>
    Unknown,
}
