namespace Hillock.Expressions;

/// <summary>The set of finite values that a parameter may take.</summary>
public enum ParameterDomain
{
    /// <summary>Any finite number.</summary>
    Real,

    /// <summary>A finite number greater than 0.</summary>
    Positive,

    /// <summary>A finite number not less than 0.</summary>
    NonNegative,

    /// <summary>Any finite number but 0.</summary>
    NonZero,
}
